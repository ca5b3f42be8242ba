import { readdirSync } from "node:fs"
import { join } from "node:path"
import { packageFolder } from "../../harness/packageFolder.js"
import { readRecording } from "../../harness/replay/readRecording.js"
import type { Diff, Recording } from "../../harness/replay/recording.js"
import { completeState } from "../../harness/replay/unrecordedState.js"
import type { Fork } from "../../reference/forks/fork.js"
import { forkTable } from "../../reference/forks/forkTable.js"
import type { Hex } from "../../reference/state/scaleTypes.js"
import { State } from "../../reference/state/state.js"

const FOLDER = join(packageFolder, "vectors", "captured")

/** The fork of that name. */
export function forkNamed(name: string): Fork {
  const fork = forkTable.get(name)
  if (fork === undefined) throw new Error(`there is no fork ${name}`)
  return fork
}

/** The folder with the kept recordings of a fork. */
function folderOf({ name, specVersion }: Fork): string {
  return join(FOLDER, `${name}-${specVersion}`)
}

function readAll(fork: string, isWanted: (name: string) => boolean): readonly Recording[] {
  const folder = folderOf(forkNamed(fork))
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl.gz") && isWanted(name))
  return names.sort().map((name) => readRecording(join(folder, name)))
}

/** The kept recordings of a family, in the order of their names. */
export function recordingsOf(fork: string, family: string): readonly Recording[] {
  return readAll(fork, (name) => name.startsWith(`${family}-`))
}

/** Every kept recording of a fork, in the order of their names. */
export function allRecordings(fork: string): readonly Recording[] {
  return readAll(fork, () => true)
}

/** The kept recording of that name. */
export function recordingOf(fork: string, name: string): Recording {
  return readRecording(join(folderOf(forkNamed(fork)), `${name}.jsonl.gz`))
}

/** The state that a recording begins with, and what must have been there beside it. */
export function startOf({ header, state }: Recording): State {
  const start = State.fromRaw(forkNamed(header.fork).runtime.storage, Object.entries(state))
  completeState(header.fork, start)
  return start
}

/** Changes the state as the chain did. */
export function apply(state: State, diff: Diff | undefined): void {
  for (const [key, value] of Object.entries<Hex | null>(diff ?? {})) state.writeRaw(key, value ?? undefined)
}
