import type { CallDeclaration, RuntimeCall } from "./call.js"
import type { Chain } from "./chain.js"
import type { Origin } from "./origin.js"
import { ensure } from "./refusal.js"

/** The rule that serves a kind of call. */
export interface CallHandler<Arguments> {
  readonly declaration: CallDeclaration<Arguments>
  run(chain: Chain, origin: Origin, values: Arguments): void
}

/** A check that every call passes before its rule runs, calls inside calls included. It throws a refusal. */
export type DispatchGuard = (chain: Chain, origin: Origin, call: RuntimeCall) => void

/**
 * Serves a kind of call with a rule.
 *
 * @clause state-01
 */
export function serve<Arguments>(
  declaration: CallDeclaration<Arguments>,
  run: (chain: Chain, origin: Origin, values: Arguments) => void,
): CallHandler<Arguments> {
  return { declaration, run }
}

/** Finds the rule of a call: `Pallet.name` to handler. */
export type CallTable = ReadonlyMap<string, CallHandler<unknown>>

/**
 * The table of a list of handlers.
 *
 * @clause state-01
 */
export function callTable(handlers: readonly CallHandler<unknown>[]): CallTable {
  return new Map(handlers.map((handler) => [`${handler.declaration.pallet}.${handler.declaration.name}`, handler]))
}

/** Thrown for a call that the chain has and the model does not. */
export class UnsupportedCall extends Error {
  constructor(call: RuntimeCall) {
    super(`${call.declaration.pallet}.${call.declaration.name}`)
    this.name = "UnsupportedCall"
  }
}

/**
 * Dispatches a call: the filters of its origin, the guards in their order, then the rule, as one transaction. Throws
 * the refusal after undoing every write and event of the call.
 *
 * @clause state-01
 * @source runtime/src/lib.rs:350
 */
export function dispatch(chain: Chain, origin: Origin, call: RuntimeCall): void {
  ensureServed(chain, call)
  ensure(passesFilters(chain, origin, call), "System.CallFiltered")
  for (const guard of chain.fork.guards) guard(chain, origin, call)
  dispatchUnfiltered(chain, origin, call)
}

/**
 * Dispatches a call without asking filters and guards. The calls inside it meet them again.
 *
 * @clause state-01
 * @source frame-support-procedural 34.0.0 src/pallet/expand/call.rs:244
 */
export function dispatchUnfiltered(chain: Chain, origin: Origin, call: RuntimeCall): void {
  const handler = ensureServed(chain, call)
  chain.transaction(() => handler.run(chain, origin, call.arguments))
}

function ensureServed(chain: Chain, call: RuntimeCall): CallHandler<unknown> {
  const { pallet, name } = call.declaration
  const handler = chain.fork.calls.get(`${pallet}.${name}`)
  if (handler === undefined) throw new UnsupportedCall(call)
  return handler
}

/**
 * Whether the filter for everybody and those of the origin let a call pass. Nothing filters root.
 *
 * @clause state-15
 * @source runtime/src/lib.rs:298
 */
function passesFilters(chain: Chain, origin: Origin, call: RuntimeCall): boolean {
  if (origin.kind === "root") return true
  const filters = origin.kind === "signed" ? (origin.filters ?? []) : []
  return [chain.fork.callFilter, ...filters].every((passes) => passes(chain, call))
}
