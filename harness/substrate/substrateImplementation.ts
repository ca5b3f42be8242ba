import { Unsupported } from "../../reference/interface/modelSession.js"
import type { MethodName, Methods } from "../protocol/messages.js"
import { problemOf } from "../transports/connection.js"
import type { Implementation, Outcome } from "../transports/implementation.js"
import { type ChainAccess, ChainLost } from "./chainAccess.js"
import { SubstrateSession } from "./substrateSession.js"

type SessionMethods = {
  readonly [M in MethodName]: (params: Methods[M]["params"]) => Promise<Methods[M]["result"]>
}

/** A Substrate chain as an implementation. A chain that is lost is opened anew for the next request. */
export class SubstrateImplementation implements Implementation {
  readonly #open: () => Promise<ChainAccess>
  #session: SubstrateSession | undefined
  /** How often it was closed: what was being opened at that time is closed as soon as it is open. */
  #closings = 0

  constructor(open: () => Promise<ChainAccess>) {
    this.#open = open
  }

  async request<M extends MethodName>(method: M, params: Methods[M]["params"]): Promise<Outcome<Methods[M]["result"]>> {
    try {
      this.#session ??= await this.#openSession()
      return { kind: "answered", result: await substrateMethods(this.#session)[method](params) }
    } catch (thrown) {
      if (thrown instanceof Unsupported) return { kind: "unsupported", reason: thrown.message }
      const lost = this.#session === undefined || thrown instanceof ChainLost
      if (lost) await this.close()
      return { kind: "broken", problem: problemOf(thrown), lost }
    }
  }

  async #openSession(): Promise<SubstrateSession> {
    const closings = this.#closings
    const chain = await this.#open()
    if (closings === this.#closings) return SubstrateSession.open(chain)
    await chain.close()
    throw new ChainLost("it was closed")
  }

  async close(): Promise<void> {
    this.#closings++
    const session = this.#session
    this.#session = undefined
    await session?.close()
  }
}

/** The protocol's methods on a session. */
export function substrateMethods(session: SubstrateSession): SessionMethods {
  return {
    handshake: async () => session.handshake(),
    call: (params) => session.call(params),
    apply: (params) => session.apply(params),
    load: (params) => session.load(params),
    step: (params) => session.step(params),
    read: (params) => session.read(params),
  }
}
