import { hotkeyAccountExists } from "../keys/ownership.js"
import { ensureAvailableToUnstake } from "../locks/availability.js"
import { simulateSwap } from "../pool/swap.js"
import { SELL } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, AlphaBalance, NetUid } from "../state/primitives.js"
import { attempt, ensure } from "../state/refusal.js"
import { SubtokenEnabled, TransferToggle } from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"

/** Where stake is: a coldkey's with a hotkey on a subnet. */
export interface Position {
  readonly coldkey: AccountId
  readonly hotkey: AccountId
  readonly netuid: NetUid
}

/** What may not be done on the way from one position to another. */
export interface TransitionLimits {
  /** The most alpha rao that the price limit lets through. */
  readonly most: AlphaBalance
  /** Whether a part may go where not all can; undefined without a price limit. */
  readonly allowPartial: boolean | undefined
  /** Whether the subnets must allow transfers. */
  readonly checkTransferToggle: boolean
}

/**
 * Refuses to take alpha (alpha rao) from one position to another when it may not: by the subnets, the hotkeys, the stake,
 * the amount, the slippage, the subnets' toggles, the coldkey's locks.
 *
 * @clause staking-26
 * @source pallets/subtensor/src/staking/stake_utils.rs:1230
 */
export function validateTransition(
  chain: Chain,
  origin: Position,
  destination: Position,
  alpha: AlphaBalance,
  limits: TransitionLimits,
): void {
  const sameKeys = origin.coldkey === destination.coldkey && origin.hotkey === destination.hotkey
  const sameSubnet = origin.netuid === destination.netuid
  ensure(!sameKeys || !sameSubnet, "SubtensorModule.SameNetuid")
  ensureBothTradable(chain, origin.netuid, destination.netuid)
  ensure(hotkeyAccountExists(chain, origin.hotkey), "SubtensorModule.HotKeyAccountNotExists")
  ensure(hotkeyAccountExists(chain, destination.hotkey), "SubtensorModule.HotKeyAccountNotExists")
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, origin.hotkey, origin.coldkey, origin.netuid)
  ensure(alpha <= stake, "SubtensorModule.NotEnoughStakeToWithdraw")
  if (!sameSubnet) ensureWorthSwapping(chain, origin.netuid, alpha, limits)
  if (limits.checkTransferToggle) ensureTransfersAllowed(chain, origin.netuid, destination.netuid)
  if (!sameSubnet) ensureAvailableToUnstake(chain, origin.coldkey, origin.netuid, alpha)
}

/**
 * Refuses with SubnetNotExists or SubtokenDisabled.
 *
 * @clause staking-26
 * @source pallets/subtensor/src/staking/stake_utils.rs:1247
 */
function ensureBothTradable(chain: Chain, origin: NetUid, destination: NetUid): void {
  const { state } = chain
  ensure(subnetExists(chain, origin), "SubtensorModule.SubnetNotExists")
  ensure(subnetExists(chain, destination), "SubtensorModule.SubnetNotExists")
  ensure(SubtokenEnabled.get(state, origin), "SubtensorModule.SubtokenDisabled")
  ensure(SubtokenEnabled.get(state, destination), "SubtensorModule.SubtokenDisabled")
}

/**
 * Refuses alpha that cannot be sold, that gives no more than the least stake, or, unless a part is allowed, that is more
 * than the price limit lets through.
 *
 * @clause staking-26
 * @source pallets/subtensor/src/staking/stake_utils.rs:1292
 */
function ensureWorthSwapping(chain: Chain, netuid: NetUid, alpha: AlphaBalance, limits: TransitionLimits): void {
  const simulated = attempt(() => simulateSwap(chain, netuid, SELL, alpha))
  ensure(simulated.ok, "SubtensorModule.InsufficientLiquidity")
  ensure(simulated.value.amountPaidOut > chain.constants.minStake, "SubtensorModule.AmountTooLow")
  if (limits.allowPartial === false) ensure(alpha <= limits.most, "SubtensorModule.SlippageTooHigh")
}

/**
 * Refuses with TransferDisallowed where either subnet forbids transfers.
 *
 * @clause staking-26, staking-83
 * @source pallets/subtensor/src/staking/stake_utils.rs:1313
 */
export function ensureTransfersAllowed({ state }: Chain, origin: NetUid, destination: NetUid): void {
  ensure(TransferToggle.get(state, origin), "SubtensorModule.TransferDisallowed")
  ensure(TransferToggle.get(state, destination), "SubtensorModule.TransferDisallowed")
}
