import { I96F32 } from "../numbers/formats.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type AlphaBalance, type NetUid, ROOT } from "../state/primitives.js"
import { Owner, RootClaimable, TotalHotkeyAlpha } from "../state/storage/subtensorModule.js"

/** How much alpha of each subnet one rao staked on root may claim, in order of the subnets' numbers. */
export type ClaimableRates = readonly (readonly [netuid: number, rate: I96F32])[]

/**
 * By how much a dividend raises what one rao on root may claim: dividend ÷ stake; zero without stake.
 *
 * @param dividend alpha rao
 * @param rootStake rao
 * @clause root-01
 * @source pallets/subtensor/src/staking/claim_root.rs:52
 */
export function claimableIncrement(dividend: bigint, rootStake: bigint): I96F32 {
  const total = I96F32.saturatingFromInteger(rootStake)
  return I96F32.checkedDiv(I96F32.saturatingFromInteger(dividend), total) ?? I96F32.ZERO
}

/**
 * Rates with one subnet's raised; a new subnet takes its place by number.
 *
 * @clause root-01
 * @source pallets/subtensor/src/staking/claim_root.rs:68
 */
export function withRaisedRate(rates: ClaimableRates, netuid: NetUid, increment: I96F32): ClaimableRates {
  const others = rates.filter(([of]) => of !== netuid)
  const before = rates.find(([of]) => of === netuid)?.[1] ?? I96F32.ZERO
  return [...others, [netuid, I96F32.saturatingAdd(before, increment)] as const].sort(([a], [b]) => a - b)
}

/**
 * Lets those who staked on a hotkey on root claim a dividend of a subnet's alpha. If the dividend is more than their
 * stake, the hotkey's owner gets it as stake on the subnet instead.
 *
 * @param dividend alpha rao
 * @clause root-01
 * @source pallets/subtensor/src/staking/claim_root.rs:43
 */
export function increaseRootClaimable(chain: Chain, hotkey: AccountId, netuid: NetUid, dividend: AlphaBalance): void {
  const { state } = chain
  const rootStake = TotalHotkeyAlpha.get(state, hotkey, ROOT)
  if (dividend > rootStake) {
    increaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, Owner.get(state, hotkey), netuid, dividend)
    return
  }
  const increment = claimableIncrement(dividend, rootStake)
  RootClaimable.mutate(state, hotkey, (rates) => withRaisedRate(rates, netuid, increment))
}
