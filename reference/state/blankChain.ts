import { balancerConstants } from "../forks/balancerConstants.js"
import type { Fork } from "../forks/fork.js"
import { Chain } from "./chain.js"
import { declaredStorage } from "./declarations.js"
import { type CallHandler, callTable } from "./dispatch.js"
import { accountId, hash } from "./primitives.js"
import { State } from "./state.js"

/**
 * A chain with nothing in its storage, at work on block 1, that serves these calls and no other: where a rule is tried
 * on its own.
 */
export function blankChain(calls: readonly CallHandler<unknown>[] = []): Chain {
  const fork: Fork = {
    name: "balancer",
    specVersion: 425,
    constants: balancerConstants,
    storage: declaredStorage,
    calls: callTable(calls),
    callFilter: () => true,
    guards: [],
    initializeBlock: () => {},
    finalizeBlock: () => {},
  }
  const block = { number: 1n, parentHash: hash(`0x${"00".repeat(32)}`), author: undefined }
  return new Chain(fork, State.empty(declaredStorage), block)
}

/** An account whose 32 bytes are all the same. */
export function accountOf(byte: number): ReturnType<typeof accountId> {
  return accountId(`0x${byte.toString(16).padStart(2, "0").repeat(32)}`)
}

/** The names of the events so far, in order, as `Pallet.Event`. */
export function eventNames(chain: Chain): readonly string[] {
  return chain.events.map(({ declaration }) => `${declaration.pallet}.${declaration.name}`)
}
