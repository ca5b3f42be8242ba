import { type CallHandler, serve } from "../../state/dispatch.js"
import { SubtensorModuleCalls } from "../../state/rao/calls.js"
import { burnedRegister } from "./burnedRegister.js"
import { register } from "./register.js"
import { rootRegister } from "./rootRegister.js"

/** The calls of this chapter in fork `rao`. */
export const registrationCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.burned_register, (chain, origin, { netuid, hotkey }) =>
    burnedRegister(chain, origin, netuid, hotkey),
  ),
  serve(SubtensorModuleCalls.register, (chain, origin, { netuid, hotkey, coldkey, block_number, nonce, work }) =>
    register(chain, origin, netuid, hotkey, { block: block_number, nonce, work, coldkey }),
  ),
  serve(SubtensorModuleCalls.root_register, (chain, origin, { hotkey }) => rootRegister(chain, origin, hotkey)),
]
