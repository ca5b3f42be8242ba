import { ownIfNobodyDoes } from "../../keys/ownership.js"
import { type CallHandler, serve } from "../../state/dispatch.js"
import { ensureSigned } from "../../state/origin.js"
import { SubtensorModuleCalls } from "../../state/rao/calls.js"
import { orderCalls } from "../calls.js"
import { stakeMoveCalls } from "../moveCalls.js"
import { addStake, addStakeLimit } from "./addStake.js"
import { burnAlpha, recycleAlpha } from "./burnAlpha.js"
import { removeStake, removeStakeLimit } from "./removeStake.js"
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

/** The calls with which a coldkey adds, removes, moves and burns stake and says with what take it is staked. */
export const stakingCalls: readonly CallHandler<unknown>[] = [
  ...orderCalls(orders),
  ...stakeMoveCalls,
  serve(SubtensorModuleCalls.become_delegate, () => {}),
  serve(SubtensorModuleCalls.try_associate_hotkey, (chain, origin, { hotkey }) => {
    ownIfNobodyDoes(chain, ensureSigned(origin), hotkey)
  }),
]
