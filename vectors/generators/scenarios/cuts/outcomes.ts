import type { Recording } from "../../../../harness/replay/recording.js"

/** One phase of a block of a recording. */
export interface RecordedPhase {
  readonly fork: string
  readonly recording: string
  /** From 0. */
  readonly block: number
  /** The number of a call from 0, or the block step. */
  readonly phase: number | "initialize"
}

/** A phase as one word, to look it up. */
export function keyOf({ fork, recording, block, phase }: RecordedPhase): string {
  return `${fork}/${recording}/${block}/${phase}`
}

type RecordedStep = Recording["blocks"][number]["steps"][number]

/** `Pallet.name` of a recorded call. */
export function callOf({ pallet, name }: RecordedStep): string {
  return `${pallet}.${name}`
}

/** Whether the chain accepted a recorded call. */
export function isAccepted({ result }: RecordedStep): boolean {
  return result === undefined || result === "ok"
}

/** The first time that each call was accepted on each fork, in the order of the recordings. */
export function firstAccepted(recordings: readonly Recording[]): readonly RecordedPhase[] {
  const first = new Map<string, RecordedPhase>()
  for (const { header, blocks } of recordings) {
    blocks.forEach(({ steps }, block) => {
      steps.forEach((step, phase) => {
        const call = `${header.fork} ${callOf(step)}`
        if (!isAccepted(step) || first.has(call)) return
        first.set(call, { fork: header.fork, recording: header.name, block, phase })
      })
    })
  }
  return [...first.values()]
}
