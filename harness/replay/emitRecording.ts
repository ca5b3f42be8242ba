import { mkdirSync, renameSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { gzipSync } from "node:zlib"
import type { PhaseRecord } from "./phases.js"
import type { RecordedBlock, Recording } from "./recording.js"
import type { ReplayedPhase } from "./replayRecording.js"

/** The recording that the model would have made, or why there is none: a phase that the model could not carry out. */
export function modelRecording(
  recording: Recording,
  phases: readonly ReplayedPhase[],
): Recording | { readonly missing: string } {
  const unable = phases.find(({ record }) => record === undefined)
  if (unable?.verdict.kind === "unsupported") return { missing: unable.verdict.reason }
  const records = new Map(phases.map(({ block, phase, record }) => [`${block}/${phase}`, record]))
  const record = (block: number, phase: string | number) => records.get(`${block}/${phase}`)
  return {
    ...recording,
    blocks: recording.blocks.map((block) => modelBlock(block, (phase) => record(block.block, phase))),
  }
}

function modelBlock(
  recorded: RecordedBlock,
  record: (phase: string | number) => PhaseRecord | undefined,
): RecordedBlock {
  const { block, parentHash, steps } = recorded
  const initialize = record("initialize")
  const finalize = record("finalize")
  return {
    block,
    parentHash,
    initialize: { events: initialize?.events ?? [], diff: initialize?.diff ?? {} },
    steps: steps.map(({ origin, call, pallet, name }, index) => ({
      origin,
      call,
      ...(pallet === undefined ? {} : { pallet }),
      ...(name === undefined ? {} : { name }),
      ...record(index),
    })),
    ...(finalize === undefined || Object.keys(finalize.diff).length === 0 ? {} : { finalize: { diff: finalize.diff } }),
  }
}

/** Writes a recording under the name of the file it was made from. The file appears whole or not at all. */
export function writeRecording(folder: string, path: string, { header, state, blocks }: Recording): void {
  const text = [header, { state }, ...blocks].map((line) => `${JSON.stringify(line)}\n`).join("")
  const target = join(folder, basename(path))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${target}.partial`, path.endsWith(".gz") ? gzipSync(text) : text)
  renameSync(`${target}.partial`, target)
}
