import { readdirSync } from "node:fs"
import { join } from "node:path"
import { packageFolder } from "../../harness/packageFolder.js"
import { readRecording } from "../../harness/replay/readRecording.js"
import type { Diff, Recording } from "../../harness/replay/recording.js"
import { balancer } from "../../reference/forks/balancer.js"
import type { Hex } from "../../reference/state/scaleTypes.js"
import { State } from "../../reference/state/state.js"

const FOLDER = join(packageFolder, "vectors", "captured", "balancer-425")

/** The kept recordings of a family, in the order of their names. */
export function recordingsOf(family: string): readonly Recording[] {
  const names = readdirSync(FOLDER).filter((name) => name.startsWith(`${family}-`))
  return names.sort().map((name) => readRecording(join(FOLDER, name)))
}

/** Every kept recording, in the order of their names. */
export function allRecordings(): readonly Recording[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".jsonl.gz"))
  return names.sort().map((name) => readRecording(join(FOLDER, name)))
}

/** The kept recording of that name. */
export function recordingOf(name: string): Recording {
  return readRecording(join(FOLDER, `${name}.jsonl.gz`))
}

/** The state that a recording begins with. */
export function startOf({ state }: Recording): State {
  return State.fromRaw(balancer.runtime.storage, Object.entries(state))
}

/** Changes the state as the chain did. */
export function apply(state: State, diff: Diff | undefined): void {
  for (const [key, value] of Object.entries<Hex | null>(diff ?? {})) state.writeRaw(key, value ?? undefined)
}
