import { SwapCalls } from "../state/calls.js"
import { serve } from "../state/dispatch.js"
import { SwapEvents } from "../state/events.js"
import { ensureRoot } from "../state/origin.js"
import { ensure, refuse } from "../state/refusal.js"
import { NetworksAdded } from "../state/storage/subtensorModule.js"
import { FeeRate } from "../state/storage/swap.js"

/** Calls that the chain keeps and always refuses, whoever makes them. */
const RETIRED = [
  SwapCalls.add_liquidity,
  SwapCalls.remove_liquidity,
  SwapCalls.modify_position,
  SwapCalls.toggle_user_liquidity,
  SwapCalls.disable_lp,
]

/**
 * The calls of pallet Swap: root sets the fee of a subnet; those of liquidity positions refuse with Deprecated.
 *
 * @clause pool-21
 * @source pallets/swap/src/pallet/mod.rs:183
 */
export const poolCalls = [
  serve(SwapCalls.set_fee_rate, (chain, origin, { netuid, rate }) => {
    ensureRoot(origin)
    ensure(NetworksAdded.get(chain.state, netuid), "Swap.MechanismDoesNotExist")
    ensure(rate <= chain.constants.swapMaxFeeRate, "Swap.FeeRateTooHigh")
    FeeRate.set(chain.state, netuid, rate)
    chain.deposit(SwapEvents.FeeRateSet, { netuid, rate })
  }),
  ...RETIRED.map((retired) =>
    serve<unknown>(retired, () => {
      throw refuse("Swap.Deprecated")
    }),
  ),
]
