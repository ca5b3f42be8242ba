import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, type DispatchGuard, serve } from "../state/dispatch.js"
import { guardCall } from "../state/guard.js"
import { setIdentity } from "./coldkeyIdentity.js"
import { ensureAxonFits, ensurePrometheusFits } from "./endpoints.js"
import { associateEvmKey, checkEvmKeyAssociation } from "./evmKey.js"
import { serveAxon, servePrometheus } from "./serving.js"

/** The calls by which neurons say where they are reached and which address of Ethereum is theirs, and coldkeys who they are. */
export const servingCalls: readonly CallHandler<unknown>[] = [
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
  serve(SubtensorModuleCalls.associate_evm_key, (chain, origin, { netuid, ...proof }) =>
    associateEvmKey(chain, origin, netuid, proof),
  ),
]

/** The checks of endpoints and addresses that calls pass before their rules run. */
export const servingGuards: readonly DispatchGuard[] = [
  guardCall(SubtensorModuleCalls.serve_axon, (chain, hotkey, { netuid, ...axon }) =>
    ensureAxonFits(chain, hotkey, netuid, axon),
  ),
  guardCall(SubtensorModuleCalls.serve_axon_tls, (chain, hotkey, { netuid, ...axon }) =>
    ensureAxonFits(chain, hotkey, netuid, axon),
  ),
  guardCall(SubtensorModuleCalls.serve_prometheus, (chain, hotkey, { netuid, ...server }) =>
    ensurePrometheusFits(chain, hotkey, netuid, server),
  ),
  guardCall(SubtensorModuleCalls.associate_evm_key, (chain, hotkey, { netuid }) =>
    checkEvmKeyAssociation(chain, hotkey, netuid),
  ),
]
