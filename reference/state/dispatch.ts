import type { CallDeclaration, RuntimeCall } from "./call.js"
import type { Chain } from "./chain.js"
import type { Origin } from "./origin.js"

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
 * Dispatches a call: the guards in their order, then the rule, as one transaction. Throws the refusal after undoing
 * every write and event of the call.
 *
 * @clause state-01
 * @source runtime/src/lib.rs:350
 */
export function dispatch(chain: Chain, origin: Origin, call: RuntimeCall): void {
  const { pallet, name } = call.declaration
  const handler = chain.fork.calls.get(`${pallet}.${name}`)
  if (handler === undefined) throw new UnsupportedCall(call)
  for (const guard of chain.fork.guards) guard(chain, origin, call)
  chain.transaction(() => handler.run(chain, origin, call.arguments))
}
