import type { ChainStepOutcome } from "../chainAccess.js"
import { disclose, NotCarriedOut } from "../coding/enclosedCall.js"
import { isBookkeeping } from "./bookkeeping.js"
import type { CarriageLedger } from "./carriageLedger.js"
import { eventsIn, type NodeContext } from "./nodeContext.js"
import type { Carriage } from "./signing.js"
import { changesBetween, type Snapshot } from "./snapshot.js"

/** What changed between two snapshots, but for what the chain notes while it builds a block. */
export function lastingChanges(before: Snapshot, after: Snapshot): ChainStepOutcome["changes"] {
  return new Map([...changesBetween(before, after)].filter(([key]) => !isBookkeeping(key)))
}

/**
 * What a carried call did, out of the snapshot after the block in which it was the extrinsic at `place`, and the cleaned
 * snapshot before it. What its carriage cost goes into the ledger. Gives the reason when the call was not dispatched.
 */
export function carriedStep(
  { chain }: NodeContext,
  ledger: CarriageLedger,
  { signer }: Carriage,
  place: number,
  before: Snapshot,
  after: Snapshot,
): ChainStepOutcome | string {
  try {
    const own = eventsIn(chain.coding, after).filter(({ extrinsic }) => extrinsic === place)
    const { result, events, fees } = disclose(chain.coding, own)
    ledger.note(signer, fees)
    return { result, events, changes: lastingChanges(before, ledger.clean(after)) }
  } catch (thrown) {
    if (thrown instanceof NotCarriedOut) return thrown.message
    throw thrown
  }
}
