import { I96F32 } from "../numbers/formats.js"
import { U128 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, netUid, ROOT } from "../state/primitives.js"
import { RootClaimable, RootClaimed } from "../state/storage/subtensorModule.js"

/**
 * What an amount of stake on root may claim at a rate, in whole alpha rao.
 *
 * @param rate alpha rao per rao
 * @param stake rao
 * @clause root-09
 * @source pallets/subtensor/src/staking/claim_root.rs:325
 */
export function claimOfStake(rate: I96F32, stake: bigint): bigint {
  return I96F32.saturatingToU128(I96F32.saturatingMul(rate, I96F32.fromInteger(stake)))
}

/**
 * Counts what new stake on root could claim as claimed already, so that it claims only what comes after it.
 *
 * @param amount rao
 * @clause root-09
 * @source pallets/subtensor/src/staking/claim_root.rs:309
 */
export function adjustRootClaimedForAddedStake(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  amount: bigint,
): void {
  for (const [netuid, rate] of RootClaimable.get(chain.state, hotkey)) {
    RootClaimed.mutate(chain.state, netUid(netuid), hotkey, coldkey, (claimed) =>
      U128.saturatingAdd(claimed, claimOfStake(rate, amount)),
    )
  }
}

/**
 * Takes what stake that leaves root could claim off what counts as claimed.
 *
 * @param amount rao
 * @clause root-09
 * @source pallets/subtensor/src/staking/claim_root.rs:333
 */
export function adjustRootClaimedForRemovedStake(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  amount: bigint,
): void {
  for (const [netuid, rate] of RootClaimable.get(chain.state, hotkey)) {
    if (netuid === ROOT) continue
    RootClaimed.mutate(chain.state, netUid(netuid), hotkey, coldkey, (claimed) =>
      U128.saturatingSub(claimed, claimOfStake(rate, amount)),
    )
  }
}
