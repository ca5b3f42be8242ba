import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { taoBalance } from "../state/primitives.js"
import { burnedRegister } from "./burnedRegister.js"
import { registerLimit } from "./registerLimit.js"
import { rootRegister } from "./rootRegister.js"

/** The calls that this chapter serves. */
export const registrationCalls: readonly CallHandler<unknown>[] = [
  // Proof of work is no longer asked for: the block, the nonce, the work and the coldkey mean nothing.
  serve(SubtensorModuleCalls.register, (chain, origin, { netuid, hotkey }) =>
    burnedRegister(chain, origin, netuid, hotkey),
  ),
  serve(SubtensorModuleCalls.burned_register, (chain, origin, { netuid, hotkey }) =>
    burnedRegister(chain, origin, netuid, hotkey),
  ),
  serve(SubtensorModuleCalls.register_limit, (chain, origin, { netuid, hotkey, limit_price }) =>
    registerLimit(chain, origin, netuid, hotkey, taoBalance(limit_price)),
  ),
  serve(SubtensorModuleCalls.root_register, (chain, origin, { hotkey }) => rootRegister(chain, origin, hotkey)),
]
