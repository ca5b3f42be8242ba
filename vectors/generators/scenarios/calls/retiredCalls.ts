import type { CallDeclaration } from "../../../../reference/state/call.js"
import { AdminUtilsCalls, SubtensorModuleCalls, SwapCalls } from "../../../../reference/state/calls.js"
import { alice, bob, validator1 } from "../accounts.js"
import { tao } from "../amounts.js"
import { SUBNET } from "../market.js"
import { Network } from "../network.js"
import { blockOn, callBy, signed } from "../situation.js"
import { alwaysRefused, type Suite } from "../suite.js"

/** A call that is retired: root and accounts are refused alike. */
function retired<Values>(
  call: CallDeclaration<Values>,
  values: Values,
  { chapter, clause, error }: { readonly chapter: string; readonly clause: string; readonly error: string },
): Suite {
  const name = call.pallet === "SubtensorModule" ? call.name : `${call.pallet}.${call.name}`
  const by = (origin: "root" | ReturnType<typeof signed>) => blockOn(new Network(), [callBy(origin, call, values)])
  const scenarios = [
    alwaysRefused("by an account", [clause], by(signed(alice)), error),
    alwaysRefused("by root", [clause], by("root"), error),
  ]
  return { chapter, name, title: name, scenarios }
}

const onPool = { chapter: "pool", clause: "pool-23", error: "Swap.Deprecated" }
const position = { hotkey: validator1, netuid: SUBNET, position_id: 1n }

/** The calls that refuse everybody. */
export const retiredCallSuites: readonly Suite[] = [
  retired(
    SwapCalls.add_liquidity,
    { hotkey: validator1, netuid: SUBNET, tick_low: -1, tick_high: 1, liquidity: 7n },
    onPool,
  ),
  retired(SwapCalls.remove_liquidity, position, onPool),
  retired(SwapCalls.modify_position, { ...position, liquidity_delta: -7n }, onPool),
  retired(SwapCalls.toggle_user_liquidity, { netuid: SUBNET, enable: true }, onPool),
  retired(SwapCalls.disable_lp, {}, onPool),
  retired(
    SubtensorModuleCalls.schedule_swap_coldkey,
    { new_coldkey: bob },
    { chapter: "keys", clause: "keys-49", error: "SubtensorModule.Deprecated" },
  ),
  retired(
    AdminUtilsCalls.sudo_set_total_issuance,
    { total_issuance: tao(1) },
    { chapter: "hyperparameters", clause: "hyperparameters-17", error: "AdminUtils.Deprecated" },
  ),
  retired(
    AdminUtilsCalls.sudo_set_network_pow_registration_allowed,
    { netuid: SUBNET, registration_allowed: true },
    { chapter: "hyperparameters", clause: "hyperparameters-12", error: "AdminUtils.POWRegistrationDisabled" },
  ),
]
