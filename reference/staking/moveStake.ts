import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { AccountId, AlphaBalance, NetUid } from "../state/primitives.js"
import type { TransitionPrice } from "./stakeTransition.js"

/** A coldkey's wish to take alpha (alpha rao) of one subnet to another, or to the same. */
interface StakeOrder {
  readonly coldkey: AccountId
  readonly origin: NetUid
  readonly destination: NetUid
  readonly alpha: AlphaBalance
}

/** A wish to take stake from one hotkey to another. */
export interface MoveStakeOrder extends StakeOrder {
  readonly originHotkey: AccountId
  readonly destinationHotkey: AccountId
}

/** A wish to give stake to another coldkey, with the same hotkey. */
export interface TransferStakeOrder extends StakeOrder {
  readonly destinationColdkey: AccountId
  readonly hotkey: AccountId
}

/** A wish to swap alpha of one subnet for that of another, with the same hotkey. */
export interface SwapStakeOrder extends StakeOrder {
  readonly hotkey: AccountId
}

/**
 * Takes a coldkey's stake from one hotkey and subnet to others, at whatever prices.
 *
 * @clause staking-37
 * @source pallets/subtensor/src/staking/move_stake.rs:30
 */
export function moveStake(chain: Chain, order: MoveStakeOrder): void {
  const { coldkey, originHotkey, destinationHotkey, origin, destination, alpha } = order
  const tao = chain.fork.rules.staking.transitionStake(chain, {
    origin: { coldkey, hotkey: originHotkey, netuid: origin },
    destination: { coldkey, hotkey: destinationHotkey, netuid: destination },
    alpha,
    price: undefined,
    checkTransferToggle: false,
  })
  const moved = [coldkey, originHotkey, origin, destinationHotkey, destination, tao] as const
  chain.deposit(SubtensorModuleEvents.StakeMoved, moved)
}

/**
 * Gives stake with a hotkey to another coldkey, on the same subnet or swapped for the alpha of another, at whatever
 * prices. The subnets must allow transfers.
 *
 * @clause staking-38
 * @source pallets/subtensor/src/staking/move_stake.rs:120
 */
export function transferStake(chain: Chain, order: TransferStakeOrder): void {
  const { coldkey, destinationColdkey, hotkey, origin, destination, alpha } = order
  const tao = chain.fork.rules.staking.transitionStake(chain, {
    origin: { coldkey, hotkey, netuid: origin },
    destination: { coldkey: destinationColdkey, hotkey, netuid: destination },
    alpha,
    price: undefined,
    checkTransferToggle: true,
  })
  const transferred = [coldkey, destinationColdkey, hotkey, origin, destination, tao] as const
  chain.deposit(SubtensorModuleEvents.StakeTransferred, transferred)
}

/**
 * Swaps stake with a hotkey from one subnet to another: at whatever prices, or as much of it as, by an estimate, the
 * price limit lets through.
 *
 * @clause staking-36, staking-39
 * @source pallets/subtensor/src/staking/move_stake.rs:185
 */
export function swapStake(chain: Chain, order: SwapStakeOrder, price: TransitionPrice | undefined): void {
  const { coldkey, hotkey, origin, destination, alpha } = order
  const tao = chain.fork.rules.staking.transitionStake(chain, {
    origin: { coldkey, hotkey, netuid: origin },
    destination: { coldkey, hotkey, netuid: destination },
    alpha,
    price,
    checkTransferToggle: false,
  })
  chain.deposit(SubtensorModuleEvents.StakeSwapped, [coldkey, hotkey, origin, destination, tao])
}
