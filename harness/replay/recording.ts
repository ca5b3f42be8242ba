import type { AccountId, Hash } from "../../reference/state/primitives.js"
import type { Hex } from "../../reference/state/scaleTypes.js"

/** Raw keys and their new SCALE values, null where the key was removed. */
export type Diff = Readonly<Record<Hex, Hex | null>>

/** An event as recorded; `data` is a view for readers. */
export interface RecordedEvent {
  readonly pallet: string
  readonly name: string
  readonly bytes: Hex
  readonly data?: unknown
}

export type RecordedResult = "ok" | { readonly error: string }

/** One call with its origin and, in a recording that has answers, what it did. */
export interface RecordedStep {
  readonly origin: "root" | { readonly signed: AccountId }
  readonly call: Hex
  readonly pallet?: string
  readonly name?: string
  readonly args?: unknown
  readonly result?: RecordedResult
  readonly events?: readonly RecordedEvent[]
  readonly diff?: Diff
}

/** One block. */
export interface RecordedBlock {
  readonly block: number
  readonly parentHash: Hash
  readonly initialize?: { readonly events?: readonly RecordedEvent[]; readonly diff?: Diff }
  readonly steps: readonly RecordedStep[]
  readonly finalize?: { readonly diff?: Diff }
}

/** What a recording says of itself. Fields beyond these are carried along. */
export interface RecordingHeader {
  readonly capture: 1
  readonly fork: string
  readonly specVersion: number
  readonly blockAuthor: AccountId
  readonly name: string
  readonly blocks: number
}

/** A recording of a chain at work. */
export interface Recording {
  readonly header: RecordingHeader
  readonly state: Readonly<Record<Hex, Hex>>
  readonly blocks: readonly RecordedBlock[]
}

/** Whether the recording says anywhere what the chain did. */
export function hasAnswers({ blocks }: Recording): boolean {
  return blocks.some(
    ({ initialize, steps, finalize }) =>
      isAnswer(initialize) || isAnswer(finalize) || steps.some((step) => step.result !== undefined || isAnswer(step)),
  )
}

function isAnswer(phase: { readonly diff?: unknown; readonly events?: unknown } | undefined): boolean {
  return phase?.diff !== undefined || phase?.events !== undefined
}
