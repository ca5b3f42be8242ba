import type { Chain } from "./chain.js"
import { CurrentSlot } from "./storage/aura.js"
import { Number as BlockNumber, ParentHash } from "./storage/system.js"
import { Now } from "./storage/timestamp.js"

/** Milliseconds from one slot to the next. */
const SLOT_MILLISECONDS = 12_000n

/**
 * Records the number and the parent of the block that begins, and moves on to the next slot.
 *
 * @clause state-02
 * @source frame-system 41.0.0 src/lib.rs:1907
 */
export function startBlock(chain: Chain): void {
  BlockNumber.set(chain.state, Number(chain.block.number))
  ParentHash.set(chain.state, chain.block.parentHash)
  CurrentSlot.mutate(chain.state, (slot) => slot + 1n)
}

/**
 * Sets the clock to the start of the block's slot, as the block's author does before every call.
 *
 * @clause state-03
 * @source runtime/src/lib.rs:408
 */
export function setClock(chain: Chain): void {
  Now.set(chain.state, CurrentSlot.get(chain.state) * SLOT_MILLISECONDS)
}
