import type { MethodName, Methods } from "../../protocol/messages.js"
import type { Implementation, Outcome } from "../../transports/implementation.js"
import { ReferenceImplementation } from "../../transports/referenceImplementation.js"

/** What is done to the model's answers, by method; it may ask the model on the way. */
export type Tampering = {
  readonly [M in MethodName]?: (
    outcome: Outcome<Methods[M]["result"]>,
    params: Methods[M]["params"],
    model: Implementation,
  ) => Outcome<Methods[M]["result"]> | Promise<Outcome<Methods[M]["result"]>>
}

/** The model in process, with some of its answers changed. */
export class TamperedImplementation implements Implementation {
  readonly #model = new ReferenceImplementation()
  readonly #tampering: Tampering
  /** How often each method was asked. */
  readonly asked = new Map<MethodName, number>()

  constructor(tampering: Tampering) {
    this.#tampering = tampering
  }

  async request<M extends MethodName>(method: M, params: Methods[M]["params"]): Promise<Outcome<Methods[M]["result"]>> {
    this.asked.set(method, (this.asked.get(method) ?? 0) + 1)
    const outcome = await this.#model.request(method, params)
    const tamper = this.#tampering[method]
    return tamper === undefined ? outcome : tamper(outcome, params, this.#model)
  }

  async close(): Promise<void> {}
}
