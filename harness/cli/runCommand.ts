import { statSync } from "node:fs"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { Command } from "commander"
import { renderTerminal } from "../../reports/terminal.js"
import { writeReports } from "../../reports/writeReports.js"
import { packageFolder, packageVersion } from "../packageFolder.js"
import { exitStatusOf } from "../runner/exitStatus.js"
import type { ImplementationResult, RunReport } from "../runner/result.js"
import { runImplementation } from "../runner/runImplementation.js"
import type { Vector } from "../runner/vector.js"
import { problemOf } from "../transports/connection.js"
import { parseTarget, type Target } from "../transports/target.js"
import { type Progress, progressFor } from "./progress.js"
import { findSamples } from "./samples.js"
import { type Selection, selectVectors } from "./selectVectors.js"
import { UsageError } from "./usageError.js"

interface RunCommandOptions {
  readonly impl?: readonly string[]
  readonly samples?: boolean
  readonly fork?: readonly string[]
  readonly chapter?: readonly string[]
  readonly filter?: string
  readonly vectors?: string
  readonly jobs: string
  readonly timeout: string
  readonly report?: string
  readonly json?: boolean
}

const OWN_VECTORS = join(packageFolder, "vectors")

function positive(option: string, text: string): number {
  const value = Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new UsageError(`${option} takes a number above 0, not "${text}"`)
}

function targetsOf(texts: readonly string[]): readonly Target[] {
  try {
    return texts.map(parseTarget)
  } catch (thrown) {
    throw new UsageError(problemOf(thrown))
  }
}

function summaryOf({ target, counts, problem }: ImplementationResult): string {
  const parts = [`${counts.passed} passed`, `${counts.failed} failed`, `${counts.skipped} skipped`]
  const errored =
    counts.errored === 0 ? "" : `, ${counts.errored} errored${problem === undefined ? "" : ` (${problem})`}`
  return `${target}: ${parts.join(", ")}${errored}`
}

async function runTarget(
  target: Target,
  vectors: readonly Vector[],
  options: RunCommandOptions,
  progress: Progress,
): Promise<ImplementationResult> {
  progress.begin(target.text, vectors.length)
  const result = await runImplementation(target, vectors, {
    jobs: Math.ceil(positive("--jobs", options.jobs)),
    timeout: 1000 * positive("--timeout", options.timeout),
    reproduceWith: options.vectors === undefined ? [] : ["--vectors", options.vectors],
    onResult: () => progress.advance(),
  })
  progress.end(summaryOf(result))
  return result
}

function selectionOf({ vectors, fork, chapter, filter }: RunCommandOptions): Selection {
  return { path: vectors ?? OWN_VECTORS, forks: fork, chapters: chapter, filter }
}

/** Runs every target over the selected vectors, one target after the other. */
async function runAll(options: RunCommandOptions, targets: readonly Target[]): Promise<RunReport> {
  const started = new Date()
  const { vectors, problems } = await selectVectors(selectionOf(options))
  for (const { file, problem } of problems) process.stderr.write(`subtensor-spec: ${file}: ${problem}\n`)
  const progress = progressFor(process.stderr)
  const implementations: ImplementationResult[] = []
  for (const target of targets) implementations.push(await runTarget(target, vectors, options, progress))
  return {
    format: 1,
    tool: { name: "subtensor-spec", version: packageVersion() },
    started: started.toISOString(),
    seconds: (Date.now() - started.getTime()) / 1000,
    selection: { forks: options.fork ?? [], chapters: options.chapter ?? [], filter: options.filter ?? null },
    vectors: vectors.length,
    problems,
    implementations,
    exitStatus: exitStatusOf(implementations, problems),
  }
}

/** Better to be told before a long run than after it. */
function checkReportFolder(folder: string | undefined): void {
  const found = folder === undefined ? undefined : statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory() === false) throw new UsageError(`--report takes a folder, and ${folder} is a file`)
}

/** The targets that were asked for; the bundled samples follow those that were named. */
function implementationsOf({ impl = [], samples }: RunCommandOptions): readonly string[] {
  if (samples !== true) {
    if (impl.length === 0) throw new UsageError("nothing to run: name an implementation with --impl, or add --samples")
    return impl
  }
  const { targets, leftOut } = findSamples()
  for (const reason of leftOut) process.stderr.write(`${reason}\n`)
  return [...impl, ...targets]
}

async function run(options: RunCommandOptions): Promise<void> {
  checkReportFolder(options.report)
  const targets = targetsOf(implementationsOf(options))
  positive("--jobs", options.jobs)
  positive("--timeout", options.timeout)
  const report = await runAll(options, targets)
  if (options.report !== undefined) await writeReports(report, options.report)
  process.stdout.write(options.json === true ? `${JSON.stringify(report)}\n` : renderTerminal(report, options.report))
  process.exitCode = report.exitStatus
}

/** `subtensor-spec run` */
export function runCommand(): Command {
  return new Command("run")
    .summary("run vectors against implementations")
    .description(
      "Runs golden vectors against one or more implementations and says where they differ from the specification.\n\n" +
        "A TARGET is reference, stdio:COMMAND, http://HOST:PORT/ or wasm:FILE.",
    )
    .option("--impl <target...>", "the implementations to run")
    .option("--samples", "run the bundled sample implementations too")
    .option("--fork <name...>", "only the vectors of these forks")
    .option("--chapter <name...>", "only the vectors of these chapters")
    .option("--filter <pattern>", "only vectors whose id is this, contains it, or matches it where it has a *")
    .option("--vectors <path>", "a folder or file (.json or .json.gz) of vectors instead of the specification's own")
    .option("--jobs <number>", "how many instances of an implementation run at a time", String(availableParallelism()))
    .option("--timeout <seconds>", "how long an implementation may take for one answer", "30")
    .option("--report <folder>", "write reports there: JSON, JUnit, Markdown and an HTML page")
    .option("--json", "print the JSON report on standard output, and nothing else")
    .addHelpText(
      "after",
      "\nExit status: 0 conforms; 1 a vector failed; 2 the command line or a vector is unusable;\n" +
        "3 none failed, but an implementation died, hung or made no sense; 4 nothing was judged;\n" +
        "70 this program itself broke.",
    )
    .action(run)
}
