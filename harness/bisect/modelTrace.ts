import { forkTable } from "../../reference/forks/forkTable.js"
import type { BlockAnswer } from "../../reference/interface/modelSession.js"
import { sessionOn } from "../../reference/interface/openSession.js"
import { stateFromJson, stateToJson } from "../../reference/interface/stateJson.js"
import type { JsonObject } from "../../reference/interface/valueType.js"
import type { State } from "../../reference/state/state.js"
import { UsageError } from "../cli/usageError.js"
import { problemOf } from "../transports/connection.js"
import type { Trace } from "./trace.js"

/** What the model makes of a trace: the answer to each block, and the state before and after each. */
export class ModelTrace {
  readonly answers: readonly BlockAnswer[]
  /** The state before each block and, last, the one at the end. */
  readonly #snapshots: readonly State[]

  private constructor(answers: readonly BlockAnswer[], snapshots: readonly State[]) {
    this.answers = answers
    this.#snapshots = snapshots
  }

  /** Runs the model. Throws a UsageError when it cannot run the trace. */
  static run({ name, fork, state, blocks }: Trace): ModelTrace {
    const rules = forkTable.get(fork)
    if (rules === undefined) throw new UsageError(`${name} is of the fork ${fork}, which has no block steps here`)
    try {
      const running = stateFromJson(rules.runtime.storage, state)
      const session = sessionOn(rules, running)
      const snapshots = [running.fork()]
      const answers = blocks.map((block) => {
        const answer = session.step(block)
        snapshots.push(running.fork())
        return answer
      })
      return new ModelTrace(answers, snapshots)
    } catch (thrown) {
      throw new UsageError(`the model cannot run ${name}: ${problemOf(thrown)}`)
    }
  }

  /** The state before the block at an index; before the one after the last it is the state at the end. */
  stateBefore(index: number): JsonObject {
    const snapshot = this.#snapshots[index]
    if (snapshot === undefined) throw new RangeError(`the trace has no block ${index}`)
    return stateToJson(snapshot)
  }
}
