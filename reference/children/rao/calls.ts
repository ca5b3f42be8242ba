import { type CallHandler, serve } from "../../state/dispatch.js"
import { SubtensorModuleCalls } from "../../state/rao/calls.js"
import { childrenSetters } from "../chainSetters.js"
import { setChildkeyTake } from "./childkeyTake.js"
import { scheduleChildren } from "./scheduleChildren.js"

/** The calls that this chapter serves. */
export const childrenCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.set_children, (chain, origin, { hotkey, netuid, children }) =>
    scheduleChildren(chain, origin, hotkey, netuid, children),
  ),
  serve(SubtensorModuleCalls.set_childkey_take, (chain, origin, { hotkey, netuid, take }) =>
    setChildkeyTake(chain, origin, hotkey, netuid, take),
  ),
  ...childrenSetters,
]
