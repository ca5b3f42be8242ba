import { type CallHandler, serve } from "../../state/dispatch.js"
import { SubtensorModuleCalls } from "../../state/rao/calls.js"
import { refuse } from "../../state/refusal.js"
import { dissolveNetwork } from "./dissolveNetwork.js"
import { registerNetwork } from "./registerNetwork.js"
import { startCall } from "./startCall.js"
import { setSubnetIdentity } from "./subnetIdentity.js"

/** The calls of this chapter in fork `rao`. */
export const subnetsCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.register_network, (chain, origin, { hotkey }) =>
    registerNetwork(chain, origin, hotkey, undefined),
  ),
  serve(SubtensorModuleCalls.register_network_with_identity, (chain, origin, { hotkey, identity }) =>
    registerNetwork(chain, origin, hotkey, identity),
  ),
  serve(SubtensorModuleCalls.dissolve_network, (chain, origin, { coldkey, netuid }) =>
    dissolveNetwork(chain, origin, coldkey, netuid),
  ),
  serve(SubtensorModuleCalls.schedule_dissolve_network, () => {
    throw refuse("SubtensorModule.CallDisabled")
  }),
  serve(SubtensorModuleCalls.start_call, (chain, origin, { netuid }) => startCall(chain, origin, netuid)),
  serve(SubtensorModuleCalls.set_subnet_identity, (chain, origin, { netuid, ...identity }) =>
    setSubnetIdentity(chain, origin, netuid, identity),
  ),
]
