import { transferTao } from "../emission/tao.js"
import { owningColdkeyForHotkey } from "../keys/ownership.js"
import { MAX_PRICE, MIN_PRICE } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type AccountId, type AlphaBalance, type NetUid, ROOT, type TaoBalance } from "../state/primitives.js"
import { becomeDelegateIfNotYet } from "./delegates.js"
import { maxAmountToMove } from "./maxAmountToMove.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"
import { stakeIntoSubnet } from "./stakeIntoSubnet.js"
import { unstakeFromSubnet } from "./unstakeFromSubnet.js"
import { type Position, validateTransition } from "./validateTransition.js"

/** A wish to swap alpha (alpha rao) of one subnet for that of another, with the same hotkey. */
export interface SwapStakeLimitOrder {
  readonly coldkey: AccountId
  readonly hotkey: AccountId
  readonly origin: NetUid
  readonly destination: NetUid
  readonly alpha: AlphaBalance
  /** 10^9 times the price of origin's alpha in destination's. */
  readonly limitPrice: TaoBalance
  readonly allowPartial: boolean
}

/**
 * Swaps stake with a hotkey from one subnet to another, as much of it as there is and as, by an estimate, the price limit
 * lets through.
 *
 * @clause staking-36
 * @source pallets/subtensor/src/staking/move_stake.rs:250
 */
export function swapStakeLimit(chain: Chain, order: SwapStakeLimitOrder): void {
  const { coldkey, hotkey, allowPartial } = order
  const origin = { coldkey, hotkey, netuid: order.origin }
  const destination = { coldkey, hotkey, netuid: order.destination }
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, order.origin)
  const alpha = order.alpha < stake ? order.alpha : stake
  const most =
    order.origin === order.destination
      ? alpha
      : maxAmountToMove(chain, order.origin, order.destination, order.limitPrice)
  validateTransition(chain, origin, destination, alpha, { most, allowPartial, checkTransferToggle: false })
  const tao = moveAcrossSubnets(chain, origin, destination, alpha < most ? alpha : most)
  chain.deposit(SubtensorModuleEvents.StakeSwapped, [coldkey, hotkey, order.origin, order.destination, tao])
}

/**
 * Unstakes alpha (alpha rao) at one position and stakes the TAO at another, of another subnet, at whatever prices; gives
 * the rao unstaked. One of the two swaps takes no fee: unstaking from root, else the staking. TAO below the least stake
 * stays with the coldkey.
 *
 * @clause staking-27
 * @source pallets/subtensor/src/staking/move_stake.rs:348
 */
export function moveAcrossSubnets(
  chain: Chain,
  origin: Position,
  destination: Position,
  alpha: AlphaBalance,
): TaoBalance {
  const fromRoot = origin.netuid === ROOT
  const tao = unstakeFromSubnet(chain, origin.hotkey, origin.coldkey, origin.netuid, alpha, MIN_PRICE, fromRoot)
  if (origin.coldkey !== destination.coldkey) transferTao(chain, origin.coldkey, destination.coldkey, tao)
  if (tao < chain.constants.minStake) return tao
  const { coldkey, hotkey, netuid } = destination
  if (owningColdkeyForHotkey(chain, hotkey) !== coldkey) becomeDelegateIfNotYet(chain, hotkey)
  stakeIntoSubnet(chain, hotkey, coldkey, netuid, tao, MAX_PRICE, !fromRoot)
  return tao
}
