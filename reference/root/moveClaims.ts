import { U128 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type NetUid, netUid } from "../state/primitives.js"
import { RootClaimable, RootClaimed } from "../state/storage/subtensorModule.js"
import { withRaisedRate } from "./rootClaimable.js"

/**
 * Adds the rates at which a hotkey's stakers on root claim to those of another hotkey, and leaves it none.
 *
 * @clause root-30
 * @source pallets/subtensor/src/staking/claim_root.rs:339
 */
export function moveRootClaimable({ state }: Chain, from: AccountId, to: AccountId): void {
  const rates = RootClaimable.get(state, from).reduce(
    (raised, [netuid, rate]) => withRaisedRate(raised, netUid(netuid), rate),
    RootClaimable.get(state, to),
  )
  RootClaimable.remove(state, from)
  RootClaimable.set(state, to, rates)
}

/** A hotkey and a coldkey that stakes with it. */
export interface StakingPair {
  readonly hotkey: AccountId
  readonly coldkey: AccountId
}

/**
 * Adds what was claimed of a subnet's dividends for one pair of hotkey and coldkey to that of another pair.
 *
 * @clause root-31
 * @source pallets/subtensor/src/staking/claim_root.rs:365
 */
export function moveRootClaimed({ state }: Chain, netuid: NetUid, from: StakingPair, to: StakingPair): void {
  const claimed = RootClaimed.get(state, netuid, from.hotkey, from.coldkey)
  RootClaimed.remove(state, netuid, from.hotkey, from.coldkey)
  RootClaimed.mutate(state, netuid, to.hotkey, to.coldkey, (before) => U128.saturatingAdd(claimed, before))
}

/**
 * Moves what a hotkey's stakers can claim, and what each of them has claimed, to another hotkey.
 *
 * @clause root-31
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:683
 */
export function moveRootClaims(chain: Chain, from: AccountId, to: AccountId): void {
  moveRootClaimable(chain, from, to)
  for (const [subnet] of RootClaimable.get(chain.state, to)) {
    for (const [coldkey] of RootClaimed.entriesUnderTwo(chain.state, netUid(subnet), from)) {
      moveRootClaimed(chain, netUid(subnet), { hotkey: from, coldkey }, { hotkey: to, coldkey })
    }
  }
}
