import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { ensureRoot } from "../state/origin.js"
import { dissolveNetwork } from "./dissolveNetwork.js"
import { registerNetwork } from "./registerNetwork.js"
import { startCall } from "./startCall.js"

/** The calls that this chapter serves. */
export const subnetsCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.register_network, (chain, origin, { hotkey }) =>
    registerNetwork(chain, origin, hotkey, undefined),
  ),
  serve(SubtensorModuleCalls.register_network_with_identity, (chain, origin, { hotkey, identity }) =>
    registerNetwork(chain, origin, hotkey, identity),
  ),
  serve(SubtensorModuleCalls.start_call, (chain, origin, { netuid }) => startCall(chain, origin, netuid)),
  // The coldkey that the call names means nothing.
  serve(SubtensorModuleCalls.dissolve_network, (chain, origin, { netuid }) => {
    ensureRoot(origin)
    dissolveNetwork(chain, netuid)
  }),
  serve(SubtensorModuleCalls.root_dissolve_network, (chain, origin, { netuid }) => {
    ensureRoot(origin)
    dissolveNetwork(chain, netuid)
  }),
]
