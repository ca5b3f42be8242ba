import { Argument, Command } from "commander"
import { decodeMetadata, type RuntimeMetadata } from "../metadata/runtimeMetadata.js"
import { declaredForks } from "../substrate/doctor/declaredRuntime.js"
import { diagnose, NoFork } from "../substrate/doctor/diagnosis.js"
import { NoMetadata, readMetadata } from "../substrate/doctor/metadataOfTarget.js"
import { renderDiagnosis } from "../substrate/doctor/renderDiagnosis.js"
import { UsageError } from "./usageError.js"

interface DoctorOptions {
  readonly fork?: string
  readonly json?: boolean
  readonly timeout: string
}

const DRIFTED = 1

function milliseconds(text: string): number {
  const seconds = Number(text)
  if (Number.isFinite(seconds) && seconds > 0) return 1000 * seconds
  throw new UsageError(`--timeout takes a number above 0, not "${text}"`)
}

async function metadataOf(target: string, timeout: number): Promise<RuntimeMetadata> {
  const bytes = await readMetadata(target, timeout)
  try {
    return decodeMetadata(bytes)
  } catch {
    throw new NoMetadata(`what ${target} gives is not metadata of version 14 or later`)
  }
}

async function doctor(target: string, { fork, json, timeout }: DoctorOptions): Promise<void> {
  try {
    const diagnosis = diagnose(target, await metadataOf(target, milliseconds(timeout)), fork)
    process.stdout.write(json === true ? `${JSON.stringify(diagnosis)}\n` : renderDiagnosis(diagnosis))
    process.exitCode = diagnosis.drift.length === 0 ? 0 : DRIFTED
  } catch (thrown) {
    if (thrown instanceof NoFork || thrown instanceof NoMetadata) throw new UsageError(thrown.message)
    throw thrown
  }
}

/** `subtensor-spec doctor` */
export function doctorCommand(): Command {
  return new Command("doctor")
    .summary("compare a runtime's metadata with the model's declarations")
    .description(
      "Compares the metadata of a runtime with what the model declares of a fork: storage items with their hashers, " +
        "types and defaults, calls, events, errors and constants. Prints what has drifted apart.",
    )
    .addArgument(
      new Argument(
        "<target>",
        "substrate:ws://HOST:PORT, runtime:FILE, or metadata:FILE (SCALE or hex, gzipped or not)",
      ),
    )
    .option(
      "--fork <name>",
      `the fork to compare with: ${declaredForks.join(", ")}; chosen by spec_version when left out`,
    )
    .option("--json", "print the differences as JSON")
    .option("--timeout <seconds>", "how long a node may take for one answer", "30")
    .addHelpText("after", "\nExit status: 0 no drift; 1 drift; 2 there is nothing to compare.")
    .action(doctor)
}
