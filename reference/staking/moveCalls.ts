import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { ensureSigned } from "../state/origin.js"
import { decreaseTake, increaseTake } from "./delegateTake.js"
import { moveStake, swapStake, transferStake } from "./moveStake.js"

/** The calls with which a coldkey moves stake and says with what take it is staked. */
export const stakeMoveCalls: readonly CallHandler<unknown>[] = [
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
  serve(SubtensorModuleCalls.increase_take, (chain, origin, { hotkey, take }) => {
    increaseTake(chain, { coldkey: ensureSigned(origin), hotkey, take })
  }),
  serve(SubtensorModuleCalls.decrease_take, (chain, origin, { hotkey, take }) => {
    decreaseTake(chain, { coldkey: ensureSigned(origin), hotkey, take })
  }),
]
