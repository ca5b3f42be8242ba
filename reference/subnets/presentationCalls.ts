import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { setSubnetIdentity, updateSymbol } from "./presentation.js"

/** The calls by which a subnet's owner says what the subnet is. */
export const presentationCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.set_subnet_identity, (chain, origin, { netuid, ...identity }) =>
    setSubnetIdentity(chain, origin, netuid, identity),
  ),
  serve(SubtensorModuleCalls.update_symbol, (chain, origin, { netuid, symbol }) =>
    updateSymbol(chain, origin, netuid, symbol),
  ),
]
