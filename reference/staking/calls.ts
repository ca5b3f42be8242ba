import { createAccountIfNonExistent } from "../keys/ownership.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { ensureSigned } from "../state/origin.js"
import { addStake, addStakeLimit } from "./addStake.js"
import { setAutoStakeHotkey } from "./autoStake.js"
import { addStakeBurn, burnAlpha, recycleAlpha } from "./burnAlpha.js"
import { stakeMoveCalls } from "./moveCalls.js"
import { orderCalls } from "./orderCalls.js"
import { removeStake, removeStakeFullLimit, removeStakeLimit } from "./removeStake.js"
import { unstakeAll, unstakeAllAlpha } from "./unstakeAll.js"

const orders = {
  addStake,
  addStakeLimit,
  removeStake,
  removeStakeLimit,
  unstakeAll,
  unstakeAllAlpha,
  recycleAlpha,
  burnAlpha,
}

/** The calls with which a coldkey adds, removes, moves and burns stake and says where and with what take it is staked. */
export const stakingCalls: readonly CallHandler<unknown>[] = [
  ...orderCalls(orders),
  ...stakeMoveCalls,
  serve(SubtensorModuleCalls.remove_stake_full_limit, (chain, origin, { hotkey, netuid, limit_price }) => {
    removeStakeFullLimit(chain, { coldkey: ensureSigned(origin), hotkey, netuid }, limit_price)
  }),
  serve(SubtensorModuleCalls.add_stake_burn, (chain, origin, { hotkey, netuid, amount, limit }) => {
    addStakeBurn(chain, { coldkey: ensureSigned(origin), hotkey, netuid, tao: amount }, limit)
  }),
  serve(SubtensorModuleCalls.set_coldkey_auto_stake_hotkey, (chain, origin, { netuid, hotkey }) => {
    setAutoStakeHotkey(chain, ensureSigned(origin), netuid, hotkey)
  }),
  serve(SubtensorModuleCalls.try_associate_hotkey, (chain, origin, { hotkey }) => {
    createAccountIfNonExistent(chain, ensureSigned(origin), hotkey)
  }),
]
