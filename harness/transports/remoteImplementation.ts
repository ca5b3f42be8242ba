import { isJsonObject, type Json, type JsonObject } from "../../reference/interface/valueType.js"
import { ErrorCode, type MethodName, type Methods } from "../protocol/messages.js"
import { parseMessage } from "../protocol/parseMessage.js"
import { isResultOf, problemOfResult } from "../protocol/schemas.js"
import { BrokenConnection, type Connection, problemOf } from "./connection.js"
import type { Implementation, Outcome } from "./implementation.js"

/** Opens a new connection to the same implementation. */
export type Opener = () => Promise<Connection>

function broken(problem: string, lost: boolean): Outcome<never> {
  return { kind: "broken", problem, lost }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new BrokenConnection(`no answer within ${milliseconds / 1000} s`)),
      milliseconds,
    )
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** The envelope of the answer to request `id`. Throws a BrokenConnection when it is none. */
function envelopeOf(text: string, id: number): JsonObject {
  const message = readAnswer(text)
  if (!isJsonObject(message) || message.jsonrpc !== "2.0") {
    throw new BrokenConnection(`the answer is not a JSON-RPC 2.0 response: ${JSON.stringify(text.slice(0, 60))}`)
  }
  const isErrorWithoutId = message.id === null && "error" in message
  if (message.id !== id && !isErrorWithoutId) {
    const given = message.id === undefined ? "no id" : `the id ${JSON.stringify(message.id)}`
    const isEarlier = typeof message.id === "number" && message.id > 0 && message.id < id
    const guess = isEarlier ? ": it answers late, twice or out of order" : ""
    throw new BrokenConnection(`the answer has ${given} instead of the id ${id}${guess}`)
  }
  if ("result" in message === "error" in message) {
    throw new BrokenConnection("the answer must have either a result or an error")
  }
  return message
}

function readAnswer(text: string): Json {
  try {
    return parseMessage(text)
  } catch (thrown) {
    throw new BrokenConnection(`the answer is malformed: ${problemOf(thrown)}`)
  }
}

function outcomeOfError(error: Json | undefined): Outcome<never> {
  if (!isJsonObject(error)) return broken("the answer's error is not an object", false)
  const { code, message, data } = error
  if (code === ErrorCode.unsupported) {
    const reason = isJsonObject(data) ? data.reason : undefined
    return { kind: "unsupported", reason: typeof reason === "string" ? reason : String(message ?? "no reason given") }
  }
  return broken(`it answered with error ${JSON.stringify(code)}: ${String(message)}`, false)
}

function outcomeOf<M extends MethodName>(method: M, message: JsonObject): Outcome<Methods[M]["result"]> {
  const { result } = message
  if (result === undefined) return outcomeOfError(message.error)
  if (isResultOf(method, result)) return { kind: "answered", result }
  return broken(`the answer is malformed: ${problemOfResult(method, result) ?? "the result is not of its form"}`, false)
}

/** An implementation at the other end of a connection, which is opened anew whenever it breaks. */
export class RemoteImplementation implements Implementation {
  readonly #open: Opener
  readonly #timeout: number
  #connection: Connection | undefined
  #closings = 0
  #nextId = 1

  /** `timeout` is how long one answer may take, in milliseconds. */
  constructor(open: Opener, timeout: number) {
    this.#open = open
    this.#timeout = timeout
  }

  async request<M extends MethodName>(method: M, params: Methods[M]["params"]): Promise<Outcome<Methods[M]["result"]>> {
    const id = this.#nextId++
    try {
      const connection = await this.#connected()
      const message = JSON.stringify({ jsonrpc: "2.0", id, method, params })
      const text = await within(this.#timeout, connection.exchange(message))
      return outcomeOf(method, envelopeOf(text, id))
    } catch (thrown) {
      await this.close()
      return broken(problemOf(thrown), true)
    }
  }

  /** Who closes it while it is being opened must not find it open afterwards. */
  async #connected(): Promise<Connection> {
    if (this.#connection !== undefined) return this.#connection
    const closings = this.#closings
    const connection = await this.#open()
    this.#connection = connection
    if (closings !== this.#closings) throw new BrokenConnection("it was closed")
    return connection
  }

  async close(): Promise<void> {
    this.#closings++
    const connection = this.#connection
    this.#connection = undefined
    await connection?.close()
  }
}
