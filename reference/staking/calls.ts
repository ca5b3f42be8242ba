import { SubtensorModuleCalls } from "../state/calls.js"
import { serve } from "../state/dispatch.js"
import { ensureSigned } from "../state/origin.js"
import { addStake, addStakeLimit } from "./addStake.js"
import { swapStakeLimit } from "./moveStake.js"
import { removeStake, removeStakeFullLimit, removeStakeLimit } from "./removeStake.js"

/** The calls with which a coldkey adds, removes and moves stake. */
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
  serve(SubtensorModuleCalls.swap_stake_limit, (chain, origin, values) => {
    const { hotkey, origin_netuid, destination_netuid, alpha_amount, limit_price, allow_partial } = values
    swapStakeLimit(chain, {
      coldkey: ensureSigned(origin),
      hotkey,
      origin: origin_netuid,
      destination: destination_netuid,
      alpha: alpha_amount,
      limitPrice: limit_price,
      allowPartial: allow_partial,
    })
  }),
]
