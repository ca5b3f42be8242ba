import { balancerConstants } from "../forks/balancerConstants.js"
import { balancerRules } from "../forks/balancerRules.js"
import type { Fork } from "../forks/fork.js"
import { raoConstants } from "../forks/raoConstants.js"
import { raoRules } from "../forks/raoRules.js"
import { Chain } from "./chain.js"
import { type CallHandler, callTable } from "./dispatch.js"
import { accountId, hash } from "./primitives.js"
import { raoRuntime } from "./rao/runtime.js"
import { balancerRuntime } from "./runtime.js"
import { State } from "./state.js"

/** What tells a fork from another when it serves no call. */
type Rules = Pick<Fork, "name" | "specVersion" | "constants" | "runtime" | "rules">

/**
 * A chain of the newest fork with nothing in its storage, at work on block 1, that serves these calls and no other: where
 * a rule is tried on its own.
 */
export function blankChain(calls: readonly CallHandler<unknown>[] = []): Chain {
  const rules = { constants: balancerConstants, runtime: balancerRuntime, rules: balancerRules }
  return blankChainOf({ name: "balancer", specVersion: 425, ...rules }, calls)
}

/** The same of fork rao. */
export function blankRaoChain(calls: readonly CallHandler<unknown>[] = []): Chain {
  const rules = { constants: raoConstants, runtime: raoRuntime, rules: raoRules }
  return blankChainOf({ name: "rao", specVersion: 261, ...rules }, calls)
}

function blankChainOf(rules: Rules, calls: readonly CallHandler<unknown>[]): Chain {
  const fork = {
    ...rules,
    calls: callTable(calls),
    callFilter: () => true,
    guards: [],
    initializeBlock: () => {},
    finalizeBlock: () => {},
  }
  const block = { number: 1n, parentHash: hash(`0x${"00".repeat(32)}`), author: undefined }
  return new Chain(fork, State.empty(fork.runtime.storage), block)
}

/** An account whose 32 bytes are all the same. */
export function accountOf(byte: number): ReturnType<typeof accountId> {
  return accountId(`0x${byte.toString(16).padStart(2, "0").repeat(32)}`)
}

/** The names of the events so far, in order, as `Pallet.Event`. */
export function eventNames(chain: Chain): readonly string[] {
  return chain.events.map(({ declaration }) => `${declaration.pallet}.${declaration.name}`)
}
