import { type CallHandler, serve } from "../../state/dispatch.js"
import { ensureSigned } from "../../state/origin.js"
import { SubtensorModuleCalls } from "../../state/rao/calls.js"
import { refuse } from "../../state/refusal.js"
import { setIdentity } from "../coldkeyIdentity.js"
import { ownIfNobodyDoes } from "../ownership.js"
import { associateEvmKey } from "./evmKey.js"
import { scheduleColdkeySwap } from "./scheduleColdkeySwap.js"
import { serveAxon, servePrometheus } from "./serving.js"
import { swapColdkey } from "./swapColdkey.js"
import { swapHotkey } from "./swapHotkey.js"

const swappingCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.swap_hotkey, (chain, origin, { hotkey, new_hotkey }) =>
    swapHotkey(chain, origin, hotkey, new_hotkey),
  ),
  serve(SubtensorModuleCalls.swap_coldkey, (chain, origin, { old_coldkey, new_coldkey, swap_cost }) =>
    swapColdkey(chain, origin, old_coldkey, new_coldkey, swap_cost),
  ),
  serve(SubtensorModuleCalls.schedule_swap_coldkey, (chain, origin, { new_coldkey }) =>
    scheduleColdkeySwap(chain, origin, new_coldkey),
  ),
]

const servingCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.serve_axon, (chain, origin, { netuid, ...axon }) =>
    serveAxon(chain, origin, netuid, axon),
  ),
  serve(SubtensorModuleCalls.serve_axon_tls, (chain, origin, { netuid, certificate, ...axon }) =>
    serveAxon(chain, origin, netuid, axon, certificate),
  ),
  serve(SubtensorModuleCalls.serve_prometheus, (chain, origin, { netuid, ...server }) =>
    servePrometheus(chain, origin, netuid, server),
  ),
  serve(SubtensorModuleCalls.set_identity, setIdentity),
  serve(SubtensorModuleCalls.associate_evm_key, (chain, origin, { netuid, hotkey, ...proof }) =>
    associateEvmKey(chain, origin, netuid, hotkey, proof),
  ),
]

/** The calls of this chapter in fork `rao`. */
export const keysCalls: readonly CallHandler<unknown>[] = [
  ...swappingCalls,
  ...servingCalls,
  serve(SubtensorModuleCalls.try_associate_hotkey, (chain, origin, { hotkey }) =>
    ownIfNobodyDoes(chain, ensureSigned(origin), hotkey),
  ),
  serve(SubtensorModuleCalls.faucet, () => {
    throw refuse("SubtensorModule.FaucetDisabled")
  }),
]
