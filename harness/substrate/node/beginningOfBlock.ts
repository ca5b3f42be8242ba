import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { BlockInputs, ChainStepOutcome, StorageChanges } from "../chainAccess.js"
import type { ChainCoding } from "../coding/chainCoding.js"
import type { MadeBlock } from "./blockMakers.js"
import { tellsOfBlock } from "./bookkeeping.js"
import { lastingChanges } from "./carriedStep.js"
import { eventsIn } from "./nodeContext.js"
import type { Snapshot } from "./snapshot.js"

/**
 * What an empty block did: its beginning and its end. The parent's hash is the node's own; where it was written down,
 * the hash that the step was told stands in its place.
 */
export function emptyBlock(
  coding: ChainCoding,
  inputs: BlockInputs,
  { parent }: MadeBlock,
  before: Snapshot,
  after: Snapshot,
): ChainStepOutcome {
  const changes = [...lastingChanges(before, after)].map(([key, value]): readonly [Hex, Hex | null] => [
    key,
    value === parent ? inputs.parentHash : value,
  ])
  const events = eventsIn(coding, after).filter(({ extrinsic }) => extrinsic === undefined)
  return { result: "ok", events: events.map(({ bytes }) => bytes), changes: new Map(changes) }
}

/** The items that an empty block changed though it was not to be part of the steps; undefined when there are none. */
export function disturbance(coding: ChainCoding, before: Snapshot, after: Snapshot): string | undefined {
  const changed = lastingChanges(before, after)
  const names = namesOf(coding, new Map([...changed].filter(([key]) => !tellsOfBlock(key))))
  if (names.length === 0) return undefined
  return `a node dispatches calls only inside of whole blocks, and beginning one on this state changes ${names.join(", ")}`
}

function namesOf(coding: ChainCoding, changes: StorageChanges): readonly string[] {
  const names = [...changes.keys()].map((key) => coding.storage.itemOfKey(key)?.name ?? "storage of no item")
  return [...new Set(names)].sort()
}
