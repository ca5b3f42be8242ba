import { setImmediate as othersTurn } from "node:timers/promises"
import { Unsupported } from "../../reference/interface/modelSession.js"
import type { MethodName, Methods } from "../protocol/messages.js"
import { type Handlers, modelMethods } from "../protocol/modelMethods.js"
import { problemOf } from "./connection.js"
import type { Implementation, Outcome } from "./implementation.js"

/** The model itself, in process. */
export class ReferenceImplementation implements Implementation {
  readonly #handlers: Handlers = modelMethods()

  async request<M extends MethodName>(method: M, params: Methods[M]["params"]): Promise<Outcome<Methods[M]["result"]>> {
    await othersTurn() // so that signals are heeded and progress is drawn in between
    try {
      return { kind: "answered", result: this.#handlers[method](params) }
    } catch (thrown) {
      if (thrown instanceof Unsupported) return { kind: "unsupported", reason: thrown.message }
      return { kind: "broken", problem: problemOf(thrown), lost: false }
    }
  }

  async close(): Promise<void> {}
}
