import type { BlockAnswer, BlockRequest } from "../../reference/interface/modelSession.js"
import type { JsonObject } from "../../reference/interface/valueType.js"
import { judgeBlock, judgeState } from "../runner/judgeSteps.js"
import type { Difference } from "../runner/result.js"
import type { Implementation, Outcome } from "../transports/implementation.js"
import type { ModelTrace } from "./modelTrace.js"
import type { Trace } from "./trace.js"

/** Where model and implementation part. Blocks are counted from 0. */
export type Parting =
  /** The answer to a block differs. `cause` is the block that has to be run for it: an earlier one, if something is wrong that no answer told. */
  | {
      readonly kind: "answer"
      readonly block: number
      readonly differences: readonly Difference[]
      readonly cause: Cause
    }
  /** All answers are right, but after this block the state is not. */
  | { readonly kind: "state"; readonly block: number; readonly differences: readonly Difference[] }

/** The last block from whose own state, as the model has it, the implementation goes wrong. */
export interface Cause {
  readonly block: number
  /** What differs in the state right after it, as far as the implementation tells. */
  readonly differences: readonly Difference[]
}

/** What came of looking. */
export type Bisection =
  | { readonly kind: "agree" }
  | { readonly kind: "parts"; readonly parting: Parting }
  | { readonly kind: "stopped"; readonly block: number; readonly outcome: Exclude<Outcome<unknown>, Answered> }

interface Answered {
  readonly kind: "answered"
  readonly result: unknown
}

/** How the implementation takes blocks: one after the other on a state of its own, or each with the state before it. */
export type Manner = "trace" | "apply"

/** Thrown where the implementation gives no answer. */
class Stopped extends Error {
  readonly block: number
  readonly outcome: Exclude<Outcome<unknown>, Answered>

  constructor(block: number, outcome: Exclude<Outcome<unknown>, Answered>) {
    super("no answer came")
    this.block = block
    this.outcome = outcome
  }
}

interface WrongBlock {
  readonly block: number
  readonly differences: readonly Difference[]
}

/** Runs pieces of a trace on an implementation and compares them with the model. */
class Bisecting {
  readonly #implementation: Implementation
  readonly #trace: Trace
  readonly #model: ModelTrace
  readonly #manner: Manner
  readonly #onBlock: () => void

  constructor(implementation: Implementation, trace: Trace, model: ModelTrace, manner: Manner, onBlock: () => void) {
    this.#implementation = implementation
    this.#trace = trace
    this.#model = model
    this.#manner = manner
    this.#onBlock = onBlock
  }

  async find(): Promise<Parting | undefined> {
    const last = this.#trace.blocks.length - 1
    const wrong = await this.#firstWrongAnswer(0, last)
    if (wrong !== undefined) return { kind: "answer", ...wrong, cause: await this.#cause(wrong) }
    if (this.#manner === "apply" || (await this.#stateDifferences(last)).length === 0) return undefined
    return this.#firstWrongState()
  }

  /** The first of some blocks that is answered wrongly, when the implementation begins with the model's state. */
  async #firstWrongAnswer(from: number, to: number): Promise<WrongBlock | undefined> {
    await this.#load(from)
    for (let block = from; block <= to; block++) {
      const answer = await this.#step(block)
      const differences = judgeBlock("", this.#trace.fork, this.#model.answers[block] ?? { steps: [] }, answer)
      if (differences.length > 0) return { block, differences }
    }
    return undefined
  }

  /** Every block is asked for its state; only where all answers are right and the state at the end is not. */
  async #firstWrongState(): Promise<Parting | undefined> {
    await this.#load(0)
    for (let block = 0; block < this.#trace.blocks.length; block++) {
      await this.#step(block)
      const differences = await this.#stateDifferences(block)
      if (differences.length > 0) return { kind: "state", block, differences }
    }
    return undefined
  }

  /**
   * Looks, by halving, for the last block from which on the implementation goes wrong though it began with the model's
   * state: from the beginning it does, and after the wrong block it is too late.
   */
  async #cause({ block }: WrongBlock): Promise<Cause> {
    if (this.#manner === "apply" || (await this.#firstWrongAnswer(block, block)) !== undefined) {
      return { block, differences: [] }
    }
    let wrong = 0
    let right = block
    while (right - wrong > 1) {
      const middle = (wrong + right) >> 1
      if ((await this.#firstWrongAnswer(middle, block)) === undefined) right = middle
      else wrong = middle
    }
    await this.#load(wrong)
    await this.#step(wrong)
    return { block: wrong, differences: await this.#stateDifferences(wrong) }
  }

  async #load(block: number): Promise<void> {
    if (this.#manner === "apply") return
    const outcome = await this.#implementation.request("load", {
      fork: this.#trace.fork,
      state: this.#model.stateBefore(block),
    })
    if (outcome.kind !== "answered") throw new Stopped(block, outcome)
  }

  async #step(index: number): Promise<BlockAnswer> {
    const block = this.#blockAt(index)
    const outcome = await this.#ask(index, block)
    this.#onBlock()
    if (outcome.kind !== "answered") throw new Stopped(index, outcome)
    return outcome.result
  }

  #ask(index: number, block: BlockRequest): Promise<Outcome<BlockAnswer>> {
    if (this.#manner === "trace") return this.#implementation.request("step", block)
    const { fork } = this.#trace
    return this.#implementation.request("apply", { fork, state: this.#model.stateBefore(index), ...block })
  }

  #blockAt(index: number): BlockRequest {
    const block = this.#trace.blocks[index]
    if (block === undefined) throw new RangeError(`the trace has no block ${index}`)
    return block
  }

  /** How the implementation's state after a block differs; it is asked for every item that ever was in the model's. */
  async #stateDifferences(block: number): Promise<readonly Difference[]> {
    const [before, after] = [this.#model.stateBefore(0), this.#model.stateBefore(block + 1)]
    const items = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    const outcome = await this.#implementation.request("read", { items })
    if (outcome.kind === "unsupported") return []
    if (outcome.kind === "broken") throw new Stopped(block, outcome)
    const of = (state: JsonObject): JsonObject => Object.fromEntries(items.map((item) => [item, state[item] ?? {}]))
    return judgeState(this.#trace.fork, of(after), of(outcome.result))
  }
}

/** Finds where model and implementation part on a trace. `onBlock` is told of every block that the implementation runs. */
export async function bisect(
  implementation: Implementation,
  trace: Trace,
  model: ModelTrace,
  manner: Manner,
  onBlock: () => void = () => undefined,
): Promise<Bisection> {
  try {
    const parting = await new Bisecting(implementation, trace, model, manner, onBlock).find()
    return parting === undefined ? { kind: "agree" } : { kind: "parts", parting }
  } catch (thrown) {
    if (thrown instanceof Stopped) return { kind: "stopped", block: thrown.block, outcome: thrown.outcome }
    throw thrown
  }
}
