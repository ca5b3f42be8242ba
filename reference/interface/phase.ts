import type { Fork } from "../forks/fork.js"
import { RuntimePanic } from "../numbers/runtimePanic.js"
import type { RuntimeCall } from "../state/call.js"
import { type BlockContext, Chain } from "../state/chain.js"
import { dispatch, UnsupportedCall } from "../state/dispatch.js"
import type { DepositedEvent } from "../state/event.js"
import type { Origin } from "../state/origin.js"
import { Refusal } from "../state/refusal.js"
import type { Hex } from "../state/scaleTypes.js"
import type { State } from "../state/state.js"

/** What came of one phase of a block: "ok", or the chain's name for why a call was refused. */
export type PhaseResult = "ok" | { readonly error: string }

/** What one phase of a block did to the chain. */
export interface PhaseAnswer {
  readonly result: PhaseResult
  readonly events: readonly DepositedEvent[]
  /** Raw keys and their new SCALE values, null where the key is gone. */
  readonly changes: ReadonlyMap<Hex, Hex | null>
}

/** A call that the model does not have. */
export interface Unsupported {
  readonly unsupported: string
}

function answer(chain: Chain, run: () => void): PhaseAnswer | Unsupported {
  const mark = chain.state.mark()
  const result = outcome(chain, run)
  if (typeof result === "object" && "unsupported" in result) return result
  return { result, events: chain.takeEvents(), changes: chain.state.changesSince(mark) }
}

function outcome(chain: Chain, run: () => void): PhaseResult | Unsupported {
  try {
    chain.transaction(run)
    return "ok"
  } catch (thrown) {
    if (thrown instanceof Refusal) return { error: thrown.error }
    if (thrown instanceof RuntimePanic) return { error: "panic" }
    if (thrown instanceof UnsupportedCall) return { unsupported: thrown.message }
    throw thrown
  }
}

/** A block being worked on: its initialisation first, then calls in any number. */
export class Block {
  readonly #chain: Chain

  constructor(fork: Fork, state: State, context: BlockContext) {
    this.#chain = new Chain(fork, state, context)
  }

  /** Everything that happens before the first call. */
  initialize(): PhaseAnswer | Unsupported {
    return answer(this.#chain, () => this.#chain.fork.initializeBlock(this.#chain))
  }

  /** Everything that happens after the last call. */
  finalize(): PhaseAnswer | Unsupported {
    return answer(this.#chain, () => this.#chain.fork.finalizeBlock(this.#chain))
  }

  /** One call with its origin. */
  step(origin: Origin, call: RuntimeCall): PhaseAnswer | Unsupported {
    return answer(this.#chain, () => dispatch(this.#chain, origin, call))
  }
}
