import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { burnedRegister } from "./burnedRegister.js"

/** The calls that this chapter serves. */
export const registrationCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.burned_register, (chain, origin, { netuid, hotkey }) =>
    burnedRegister(chain, origin, netuid, hotkey),
  ),
]
