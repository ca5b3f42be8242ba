import { createAccountIfNonExistent } from "../keys/ownership.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { ensureSigned } from "../state/origin.js"
import type { AccountId, TaoBalance } from "../state/primitives.js"
import { addStake, addStakeLimit } from "./addStake.js"
import { setAutoStakeHotkey } from "./autoStake.js"
import { addStakeBurn, burnAlpha, recycleAlpha } from "./burnAlpha.js"
import { stakeMoveCalls } from "./moveCalls.js"
import { removeStake, removeStakeFullLimit, removeStakeLimit } from "./removeStake.js"
import { unstakeAll, unstakeAllAlpha } from "./unstakeAll.js"
import type { AddStakeOrder } from "./validateAddStake.js"
import type { RemoveStakeOrder } from "./validateRemoveStake.js"

/** How a fork carries out what coldkeys ask for: limits in rao per alpha. */
export interface StakeOrders {
  addStake(chain: Chain, order: AddStakeOrder): void
  addStakeLimit(chain: Chain, order: AddStakeOrder, limitPrice: TaoBalance, allowPartial: boolean): void
  removeStake(chain: Chain, order: RemoveStakeOrder): void
  removeStakeLimit(chain: Chain, order: RemoveStakeOrder, limitPrice: TaoBalance, allowPartial: boolean): void
  unstakeAll(chain: Chain, coldkey: AccountId, hotkey: AccountId): void
  unstakeAllAlpha(chain: Chain, coldkey: AccountId, hotkey: AccountId): void
  recycleAlpha(chain: Chain, order: RemoveStakeOrder): void
  burnAlpha(chain: Chain, order: RemoveStakeOrder): void
}

/** The calls with which a coldkey adds, removes and burns stake, carried out as a fork does. */
export function orderCalls(orders: StakeOrders): readonly CallHandler<unknown>[] {
  return [
    serve(SubtensorModuleCalls.add_stake, (chain, origin, { hotkey, netuid, amount_staked }) => {
      orders.addStake(chain, { coldkey: ensureSigned(origin), hotkey, netuid, tao: amount_staked })
    }),
    serve(SubtensorModuleCalls.add_stake_limit, (chain, origin, values) => {
      const { hotkey, netuid, amount_staked, limit_price, allow_partial } = values
      const order = { coldkey: ensureSigned(origin), hotkey, netuid, tao: amount_staked }
      orders.addStakeLimit(chain, order, limit_price, allow_partial)
    }),
    serve(SubtensorModuleCalls.remove_stake, (chain, origin, { hotkey, netuid, amount_unstaked }) => {
      orders.removeStake(chain, { coldkey: ensureSigned(origin), hotkey, netuid, alpha: amount_unstaked })
    }),
    serve(SubtensorModuleCalls.remove_stake_limit, (chain, origin, values) => {
      const { hotkey, netuid, amount_unstaked, limit_price, allow_partial } = values
      const order = { coldkey: ensureSigned(origin), hotkey, netuid, alpha: amount_unstaked }
      orders.removeStakeLimit(chain, order, limit_price, allow_partial)
    }),
    serve(SubtensorModuleCalls.unstake_all, (chain, origin, { hotkey }) => {
      orders.unstakeAll(chain, ensureSigned(origin), hotkey)
    }),
    serve(SubtensorModuleCalls.unstake_all_alpha, (chain, origin, { hotkey }) => {
      orders.unstakeAllAlpha(chain, ensureSigned(origin), hotkey)
    }),
    serve(SubtensorModuleCalls.recycle_alpha, (chain, origin, { hotkey, amount, netuid }) => {
      orders.recycleAlpha(chain, { coldkey: ensureSigned(origin), hotkey, netuid, alpha: amount })
    }),
    serve(SubtensorModuleCalls.burn_alpha, (chain, origin, { hotkey, amount, netuid }) => {
      orders.burnAlpha(chain, { coldkey: ensureSigned(origin), hotkey, netuid, alpha: amount })
    }),
  ]
}

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
