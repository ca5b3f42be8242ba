import { createAccountIfNonExistent } from "../keys/ownership.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import { serve } from "../state/dispatch.js"
import { ensureSigned } from "../state/origin.js"
import { addStake, addStakeLimit } from "./addStake.js"
import { setAutoStakeHotkey } from "./autoStake.js"
import { addStakeBurn, burnAlpha, recycleAlpha } from "./burnAlpha.js"
import { decreaseTake, increaseTake } from "./delegateTake.js"
import { moveStake, swapStake, transferStake } from "./moveStake.js"
import { removeStake, removeStakeFullLimit, removeStakeLimit } from "./removeStake.js"
import { unstakeAll, unstakeAllAlpha } from "./unstakeAll.js"

/** The calls with which a coldkey adds, removes, moves and burns stake and says where and with what take it is staked. */
export const stakingCalls = [
  serve(SubtensorModuleCalls.add_stake, (chain, origin, { hotkey, netuid, amount_staked }) => {
    addStake(chain, { coldkey: ensureSigned(origin), hotkey, netuid, tao: amount_staked })
  }),
  serve(SubtensorModuleCalls.add_stake_limit, (chain, origin, values) => {
    const { hotkey, netuid, amount_staked, limit_price, allow_partial } = values
    const order = { coldkey: ensureSigned(origin), hotkey, netuid, tao: amount_staked }
    addStakeLimit(chain, order, limit_price, allow_partial)
  }),
  serve(SubtensorModuleCalls.remove_stake, (chain, origin, { hotkey, netuid, amount_unstaked }) => {
    removeStake(chain, { coldkey: ensureSigned(origin), hotkey, netuid, alpha: amount_unstaked })
  }),
  serve(SubtensorModuleCalls.remove_stake_limit, (chain, origin, values) => {
    const { hotkey, netuid, amount_unstaked, limit_price, allow_partial } = values
    const order = { coldkey: ensureSigned(origin), hotkey, netuid, alpha: amount_unstaked }
    removeStakeLimit(chain, order, limit_price, allow_partial)
  }),
  serve(SubtensorModuleCalls.remove_stake_full_limit, (chain, origin, { hotkey, netuid, limit_price }) => {
    removeStakeFullLimit(chain, { coldkey: ensureSigned(origin), hotkey, netuid }, limit_price)
  }),
  serve(SubtensorModuleCalls.unstake_all, (chain, origin, { hotkey }) => {
    unstakeAll(chain, ensureSigned(origin), hotkey)
  }),
  serve(SubtensorModuleCalls.unstake_all_alpha, (chain, origin, { hotkey }) => {
    unstakeAllAlpha(chain, ensureSigned(origin), hotkey)
  }),
  serve(SubtensorModuleCalls.move_stake, (chain, origin, values) => {
    moveStake(chain, {
      coldkey: ensureSigned(origin),
      originHotkey: values.origin_hotkey,
      destinationHotkey: values.destination_hotkey,
      origin: values.origin_netuid,
      destination: values.destination_netuid,
      alpha: values.alpha_amount,
    })
  }),
  serve(SubtensorModuleCalls.transfer_stake, (chain, origin, values) => {
    transferStake(chain, {
      coldkey: ensureSigned(origin),
      destinationColdkey: values.destination_coldkey,
      hotkey: values.hotkey,
      origin: values.origin_netuid,
      destination: values.destination_netuid,
      alpha: values.alpha_amount,
    })
  }),
  serve(SubtensorModuleCalls.swap_stake, (chain, origin, values) => {
    const { hotkey, origin_netuid, destination_netuid, alpha_amount } = values
    const coldkey = ensureSigned(origin)
    const order = { coldkey, hotkey, origin: origin_netuid, destination: destination_netuid, alpha: alpha_amount }
    swapStake(chain, order, undefined)
  }),
  serve(SubtensorModuleCalls.swap_stake_limit, (chain, origin, values) => {
    const { hotkey, origin_netuid, destination_netuid, alpha_amount, limit_price, allow_partial } = values
    const coldkey = ensureSigned(origin)
    const order = { coldkey, hotkey, origin: origin_netuid, destination: destination_netuid, alpha: alpha_amount }
    swapStake(chain, order, { limit: limit_price, allowPartial: allow_partial })
  }),
  serve(SubtensorModuleCalls.recycle_alpha, (chain, origin, { hotkey, amount, netuid }) => {
    recycleAlpha(chain, { coldkey: ensureSigned(origin), hotkey, netuid, alpha: amount })
  }),
  serve(SubtensorModuleCalls.burn_alpha, (chain, origin, { hotkey, amount, netuid }) => {
    burnAlpha(chain, { coldkey: ensureSigned(origin), hotkey, netuid, alpha: amount })
  }),
  serve(SubtensorModuleCalls.add_stake_burn, (chain, origin, { hotkey, netuid, amount, limit }) => {
    addStakeBurn(chain, { coldkey: ensureSigned(origin), hotkey, netuid, tao: amount }, limit)
  }),
  serve(SubtensorModuleCalls.increase_take, (chain, origin, { hotkey, take }) => {
    increaseTake(chain, { coldkey: ensureSigned(origin), hotkey, take })
  }),
  serve(SubtensorModuleCalls.decrease_take, (chain, origin, { hotkey, take }) => {
    decreaseTake(chain, { coldkey: ensureSigned(origin), hotkey, take })
  }),
  serve(SubtensorModuleCalls.set_coldkey_auto_stake_hotkey, (chain, origin, { netuid, hotkey }) => {
    setAutoStakeHotkey(chain, ensureSigned(origin), netuid, hotkey)
  }),
  serve(SubtensorModuleCalls.try_associate_hotkey, (chain, origin, { hotkey }) => {
    createAccountIfNonExistent(chain, ensureSigned(origin), hotkey)
  }),
]
