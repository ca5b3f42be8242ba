import type { DepositedEvent } from "../../reference/state/event.js"
import { eventBytes } from "../../reference/state/event.js"
import type { Hex } from "../../reference/state/scaleTypes.js"
import { resultName } from "./errorNames.js"
import type { Diff, RecordedEvent, RecordedResult } from "./recording.js"

/** What a phase did, in the form of recordings. */
export interface PhaseRecord {
  readonly result: RecordedResult
  readonly events: readonly RecordedEvent[]
  readonly diff: Diff
}

/** Which phase of which block: "initialize", the number of a step from 0, or "finalize". */
export type PhaseName = "initialize" | "finalize" | number

/** One thing in which the model and the recording differ. Storage is by raw key. */
export type Difference =
  | {
      readonly kind: "storage"
      readonly key: Hex
      readonly expected: Hex | null | undefined
      readonly got: Hex | null | undefined
    }
  | { readonly kind: "result"; readonly expected: string; readonly got: string }
  | {
      readonly kind: "event"
      readonly index: number
      readonly expected: RecordedEvent | undefined
      readonly got: RecordedEvent | undefined
    }

/** The events of the model in the form of recordings. */
export function recordedEvents(events: readonly DepositedEvent[]): readonly RecordedEvent[] {
  return events.map((event) => ({
    pallet: event.declaration.pallet,
    name: event.declaration.name,
    bytes: eventBytes(event),
  }))
}

/** Every difference between what the recording says a phase did and what the model did. */
export function compare(expected: PhaseRecord, got: PhaseRecord): readonly Difference[] {
  return [
    ...resultDifferences(expected, got),
    ...storageDifferences(expected.diff, got.diff),
    ...eventDifferences(expected.events, got.events),
  ]
}

function resultDifferences(expected: PhaseRecord, got: PhaseRecord): readonly Difference[] {
  const names = { expected: resultName(expected.result), got: resultName(got.result) }
  return names.expected === names.got ? [] : [{ kind: "result", ...names }]
}

function storageDifferences(expected: Diff, got: Diff): readonly Difference[] {
  const entries = (diff: Diff) => new Map<string, Hex | null>(Object.entries(diff))
  const expectedByKey = entries(expected)
  const gotByKey = entries(got)
  const keys = [...new Set([...expectedByKey.keys(), ...gotByKey.keys()])].sort()
  return keys.flatMap((key): readonly Difference[] => {
    const values = { expected: expectedByKey.get(key), got: gotByKey.get(key) }
    return values.expected === values.got ? [] : [{ kind: "storage", key: `0x${key.slice(2)}`, ...values }]
  })
}

function eventDifferences(expected: readonly RecordedEvent[], got: readonly RecordedEvent[]): readonly Difference[] {
  const length = Math.max(expected.length, got.length)
  return Array.from({ length }, (_, index) => index).flatMap((index): readonly Difference[] => {
    const events = { expected: expected[index], got: got[index] }
    return events.expected?.bytes === events.got?.bytes ? [] : [{ kind: "event", index, ...events }]
  })
}
