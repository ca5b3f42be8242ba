import { forkOfVersion } from "../../forkFile.js"
import type { RuntimeMetadata } from "../../metadata/runtimeMetadata.js"
import { type RuntimeIdentity, runtimeIdentity } from "../runtimeIdentity.js"
import { compareRuntimes, undeclaredPallets } from "./compareRuntimes.js"
import { declaredForks, declaredRuntime } from "./declaredRuntime.js"
import type { Drift } from "./drift.js"
import { metadataShape } from "./metadataShape.js"

/** What the doctor found of a target. */
export interface Diagnosis {
  readonly target: string
  /** Undefined when the metadata does not say. */
  readonly runtime: RuntimeIdentity | undefined
  readonly fork: string
  readonly drift: readonly Drift[]
  /** Pallets of the runtime of which the model declares nothing: they are not compared. */
  readonly undeclaredPallets: readonly string[]
}

/** There is no fork to compare with. The message says what to do. */
export class NoFork extends Error {}

function declaredFork(wanted: string | undefined, runtime: RuntimeIdentity | undefined): string {
  const known = declaredForks.join(", ")
  if (wanted !== undefined) {
    if (declaredForks.includes(wanted)) return wanted
    throw new NoFork(`the model declares nothing of the fork "${wanted}"; it declares ${known}`)
  }
  if (runtime === undefined) throw new NoFork(`the metadata names no spec_version; choose with --fork: ${known}`)
  const fork = forkOfVersion(runtime.specVersion)
  if (fork !== undefined && declaredForks.includes(fork)) return fork
  const reason =
    fork === undefined ? "is older than every fork" : `is of the fork ${fork}, which the model does not declare`
  throw new NoFork(`spec_version ${runtime.specVersion} ${reason}; compare with another by --fork: ${known}`)
}

/**
 * Compares a runtime's metadata with what the model declares of a fork: without `wanted`, the newest fork that begins
 * at or before the runtime's spec_version. Throws a NoFork when there is none.
 */
export function diagnose(target: string, metadata: RuntimeMetadata, wanted?: string): Diagnosis {
  const runtime = runtimeIdentity(metadata)
  const fork = declaredFork(wanted, runtime)
  const declared = declaredRuntime(fork)
  const found = metadataShape(metadata)
  return {
    target,
    runtime,
    fork,
    drift: compareRuntimes(declared, found),
    undeclaredPallets: undeclaredPallets(declared, found),
  }
}
