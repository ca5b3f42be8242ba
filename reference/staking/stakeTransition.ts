import { transferTao } from "../emission/tao.js"
import { owningColdkeyForHotkey } from "../keys/ownership.js"
import { MAX_PRICE, MIN_PRICE } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import { type AlphaBalance, ROOT, type TaoBalance } from "../state/primitives.js"
import { becomeDelegateIfNotYet } from "./delegates.js"
import { maxAmountToMove } from "./maxAmountToMove.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"
import { stakeIntoSubnet } from "./stakeIntoSubnet.js"
import { transferStakeWithinSubnet } from "./transferStake.js"
import { unstakeFromSubnet } from "./unstakeFromSubnet.js"
import { type Position, validateTransition } from "./validateTransition.js"

/** The least price at which alpha goes to another subnet. */
export interface TransitionPrice {
  /** 10^9 times the price of origin's alpha in destination's. */
  readonly limit: TaoBalance
  /** Whether a part may go where not all can. */
  readonly allowPartial: boolean
}

/** A wish to take alpha (alpha rao) from one position to another. */
export interface StakeTransition {
  readonly origin: Position
  readonly destination: Position
  readonly alpha: AlphaBalance
  /** Undefined for whatever price. */
  readonly price: TransitionPrice | undefined
  /** Whether the subnets must allow transfers. */
  readonly checkTransferToggle: boolean
}

/**
 * Takes alpha from one position to another: all there is where more is asked for, and no more than, by an estimate, the
 * price limit lets through. Gives what it was worth, in rao. The caller undoes what was written when it is refused.
 *
 * @clause staking-28
 * @source pallets/subtensor/src/staking/move_stake.rs:294
 */
export function transitionStake(chain: Chain, transition: StakeTransition): TaoBalance {
  const { origin, destination, price, checkTransferToggle } = transition
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, origin.hotkey, origin.coldkey, origin.netuid)
  const alpha = transition.alpha < stake ? transition.alpha : stake
  const sameSubnet = origin.netuid === destination.netuid
  const unlimited = sameSubnet || price === undefined
  const most = unlimited ? alpha : maxAmountToMove(chain, origin.netuid, destination.netuid, price.limit)
  validateTransition(chain, origin, destination, alpha, {
    most,
    allowPartial: price?.allowPartial,
    checkTransferToggle,
  })
  const moved = alpha < most ? alpha : most
  if (sameSubnet) return transferStakeWithinSubnet(chain, origin, destination, origin.netuid, moved)
  return moveAcrossSubnets(chain, origin, destination, moved)
}

/**
 * Unstakes alpha (alpha rao) at one position and stakes the TAO at another, of another subnet, at whatever prices; gives
 * the rao unstaked. One of the two swaps takes no fee: unstaking from root, else the staking. TAO below the least stake
 * stays with the coldkey.
 *
 * @clause staking-27
 * @source pallets/subtensor/src/staking/move_stake.rs:345
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
