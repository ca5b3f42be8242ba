import { U16 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  MaxRegistrationsPerBlock,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
  TargetRegistrationsPerInterval,
} from "../state/storage/subtensorModule.js"

/** How many times the target of an interval may register in that interval. */
const INTERVAL_FACTOR = 3

/**
 * Refuses once this block, or this interval, has seen as many registrations as it may: in the interval three times its
 * target.
 *
 * @clause registration-13
 * @source pallets/subtensor/src/coinbase/root.rs:96
 */
export function ensureRegistrationsLeft({ state }: Chain, netuid: NetUid): void {
  const mostInBlock = MaxRegistrationsPerBlock.get(state, netuid)
  ensure(RegistrationsThisBlock.get(state, netuid) < mostInBlock, "SubtensorModule.TooManyRegistrationsThisBlock")
  const mostInInterval = U16.saturatingMul(TargetRegistrationsPerInterval.get(state, netuid), INTERVAL_FACTOR)
  const inInterval = RegistrationsThisInterval.get(state, netuid)
  ensure(inInterval < mostInInterval, "SubtensorModule.TooManyRegistrationsThisInterval")
}
