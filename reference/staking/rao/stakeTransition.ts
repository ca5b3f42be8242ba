import { hotkeyAccountExists, owningColdkeyForHotkey } from "../../keys/ownership.js"
import { U64 } from "../../numbers/integers.js"
import { alphaForTao } from "../../pool/rao/swap.js"
import type { Chain } from "../../state/chain.js"
import { type AlphaBalance, NO_ALPHA, type TaoBalance } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import { subnetExists } from "../../subnets/existence.js"
import { becomeDelegateIfNotYet } from "../delegates.js"
import { maxAmountToMove } from "../maxAmountToMove.js"
import { mayIncreaseStake, stakeForHotkeyAndColdkeyOnSubnet } from "../stake.js"
import type { StakeTransition } from "../stakeTransition.js"
import { ensureTransfersAllowed, type Position } from "../validateTransition.js"
import { feeOfEachEnd } from "./fees.js"
import { stakeIntoSubnet } from "./stakeIntoSubnet.js"
import { unstakeFromSubnet } from "./unstakeFromSubnet.js"
import { worthUnstaking } from "./validateRemoveStake.js"

/**
 * Unstakes alpha at one position and stakes the TAO at another: no more than, by an estimate, the price limit lets through.
 * Either end costs half of a fee. Gives the rao that were unstaked less the fee of the other end. TAO that is less than the
 * least stake and that fee is lost.
 *
 * @clause staking-84
 * @source rao:pallets/subtensor/src/staking/move_stake.rs:301
 */
export function transitionStake(chain: Chain, transition: StakeTransition): TaoBalance {
  const { origin, destination, alpha, price } = transition
  const unlimited = price === undefined
  const most = unlimited ? alpha : maxAmountToMove(chain, origin.netuid, destination.netuid, price.limit)
  validateTransition(chain, transition, most)
  const fee = feeOfEachEnd(chain, origin.hotkey, origin.netuid, destination.netuid, alpha)
  const moved = alpha < most ? alpha : most
  const tao = unstakeFromSubnet(chain, origin.hotkey, origin.coldkey, origin.netuid, moved, fee)
  if (tao >= U64.saturatingAdd(chain.constants.minStake, fee)) stakeAt(chain, destination, tao, fee)
  return U64.saturatingSub(tao, fee)
}

/**
 * Stakes TAO (rao) that has come from another position, less a fee (rao). A hotkey of another coldkey becomes a delegate.
 *
 * @clause staking-84
 * @source rao:pallets/subtensor/src/staking/move_stake.rs:362
 */
function stakeAt(chain: Chain, { coldkey, hotkey, netuid }: Position, tao: TaoBalance, fee: TaoBalance): void {
  if (owningColdkeyForHotkey(chain, hotkey) !== coldkey) becomeDelegateIfNotYet(chain, hotkey)
  stakeIntoSubnet(chain, hotkey, coldkey, netuid, tao, fee)
}

/**
 * Refuses to take alpha from one position to another when it may not: by the subnets, the hotkeys, the stake, the amount,
 * the slippage, the hotkey's pool at the destination, the subnets' toggles. `most` is what the price limit lets through.
 *
 * @clause staking-83
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:999
 */
function validateTransition(chain: Chain, transition: StakeTransition, most: AlphaBalance): void {
  const { origin, destination, alpha, price } = transition
  ensure(subnetExists(chain, origin.netuid), "SubtensorModule.SubnetNotExists")
  ensure(subnetExists(chain, destination.netuid), "SubtensorModule.SubnetNotExists")
  ensure(hotkeyAccountExists(chain, origin.hotkey), "SubtensorModule.HotKeyAccountNotExists")
  ensure(hotkeyAccountExists(chain, destination.hotkey), "SubtensorModule.HotKeyAccountNotExists")
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, origin.hotkey, origin.coldkey, origin.netuid)
  ensure(alpha <= stake, "SubtensorModule.NotEnoughStakeToWithdraw")
  const tao = worthUnstaking(chain, origin.netuid, alpha)
  if (price?.allowPartial === false) ensure(alpha <= most, "SubtensorModule.SlippageTooHigh")
  ensureDestinationTakes(chain, destination, tao)
  if (transition.checkTransferToggle) ensureTransfersAllowed(chain, origin.netuid, destination.netuid)
}

/**
 * Refuses TAO (rao) whose alpha at the destination, none where its pool has no result, is worth no share there.
 *
 * @clause staking-83
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1061
 */
function ensureDestinationTakes(chain: Chain, { hotkey, netuid }: Position, tao: TaoBalance): void {
  const alpha = alphaForTao(chain, netuid, tao) ?? NO_ALPHA
  ensure(mayIncreaseStake(chain, hotkey, netuid, alpha), "SubtensorModule.InsufficientLiquidity")
}
