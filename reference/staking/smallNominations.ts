import { coldkeyOwnsHotkey } from "../keys/ownership.js"
import { forceReduceLock } from "../locks/heldLock.js"
import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { currentAlphaPrice } from "../pool/swap.js"
import { MIN_PRICE } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { attempt } from "../state/refusal.js"
import { NominatorMinRequiredStake } from "../state/storage/subtensorModule.js"
import { alphaEntries } from "./alphaEntries.js"
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, stakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"
import { unstakeFromSubnet } from "./unstakeFromSubnet.js"

const MILLION = 1_000_000n

/**
 * The least that a nominator must keep staked, in rao: the least stake times `NominatorMinRequiredStake` millionths.
 *
 * @clause staking-18
 * @source pallets/subtensor/src/utils/misc.rs:787
 */
export function nominatorMinStake(chain: Chain): bigint {
  const factor = NominatorMinRequiredStake.get(chain.state)
  return U64.safeDiv(U64.saturatingMul<bigint>(chain.constants.minStake, factor), MILLION)
}

/**
 * Unstakes all of a nominator's stake with a hotkey on a subnet where it is below what a nominator must keep. Where that
 * is refused the stake is taken away all the same, and what the refused attempt had written stays. Owners may keep any
 * stake.
 *
 * @clause staking-18
 * @source pallets/subtensor/src/staking/helpers.rs:227
 */
export function clearSmallNomination(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): void {
  if (coldkeyOwnsHotkey(chain, coldkey, hotkey)) return
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
  if (stake === 0n || stake >= minAlphaOfNominator(chain, netuid)) return
  const unstaked = attempt(() => unstakeFromSubnet(chain, hotkey, coldkey, netuid, stake, MIN_PRICE, false))
  if (!unstaked.ok) {
    const left = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
    decreaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid, left)
  }
  forceReduceLock(chain, coldkey, netuid, stake)
}

/**
 * The least that a nominator must keep staked, in alpha rao at the price of now; nothing at a price of zero.
 *
 * @clause staking-18
 * @source pallets/subtensor/src/staking/helpers.rs:238
 */
function minAlphaOfNominator(chain: Chain, netuid: NetUid): bigint {
  const tao = U64F64.saturatingFromInteger(nominatorMinStake(chain))
  return U64F64.saturatingToU64(U64F64.safeDiv(tao, currentAlphaPrice(chain, netuid)))
}

/**
 * Clears small nominations of everybody, ordered by hotkey, coldkey and subnet.
 *
 * @clause staking-18
 * @source pallets/subtensor/src/staking/helpers.rs:277
 */
export function clearSmallNominations(chain: Chain): void {
  for (const { hotkey, coldkey, netuid } of alphaEntries(chain)) clearSmallNomination(chain, hotkey, coldkey, netuid)
}
