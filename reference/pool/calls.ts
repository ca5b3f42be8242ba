import { SwapCalls } from "../state/calls.js"
import { serve } from "../state/dispatch.js"
import { refuseRetiredCall, setFeeRate } from "./feeRate.js"

/** The calls of pallet Swap. Those of liquidity positions are kept and always refused, whoever makes them. */
export const poolCalls = [
  serve(SwapCalls.set_fee_rate, (chain, origin, { netuid, rate }) => setFeeRate(chain, origin, netuid, rate)),
  serve(SwapCalls.add_liquidity, refuseRetiredCall),
  serve(SwapCalls.remove_liquidity, refuseRetiredCall),
  serve(SwapCalls.modify_position, refuseRetiredCall),
  serve(SwapCalls.toggle_user_liquidity, refuseRetiredCall),
  serve(SwapCalls.disable_lp, refuseRetiredCall),
]
