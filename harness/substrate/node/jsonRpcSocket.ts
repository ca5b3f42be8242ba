import { WebSocket } from "ws"
import { isJsonObject, type Json, type JsonObject } from "../../../reference/interface/valueType.js"
import { ChainLost, ChainRefusal } from "../chainAccess.js"

/** The longest message that a node may send, in bytes. */
const LONGEST_MESSAGE = 256 * 1024 * 1024

/** How long to wait before each further attempt to reach a node, in milliseconds. */
const PAUSES = [100, 400, 1_500]

/** Methods that may be asked again without harm. */
const ONLY_READS = /^(?:chain_get|state_|rpc_methods$)/

/** A connection that was there and is no more. */
class ConnectionBroken extends ChainLost {}

interface Waiting {
  readonly method: string
  readonly resolve: (result: Json) => void
  readonly reject: (problem: Error) => void
  readonly timer: NodeJS.Timeout
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/**
 * JSON-RPC 2.0 over a WebSocket to a node. A lost connection is opened anew by the next request; requests that were
 * under way fail with a ChainLost. A node's own error is a ChainRefusal.
 */
export class JsonRpcSocket {
  readonly #url: string
  readonly #timeout: number
  readonly #waiting = new Map<number, Waiting>()
  #socket: WebSocket | undefined
  /** The last one that was made, open or not yet. */
  #newest: WebSocket | undefined
  #opening: Promise<WebSocket> | undefined
  #nextId = 1
  #closed = false

  /** `timeout` is how long one answer may take, in milliseconds. */
  constructor(url: string, timeout: number) {
    this.#url = url
    this.#timeout = timeout
  }

  /** Asks and waits for the answer. What only reads is asked once more when the connection breaks. */
  async request(method: string, params: readonly Json[]): Promise<Json> {
    try {
      return await this.#requestOnce(method, params)
    } catch (thrown) {
      if (!(thrown instanceof ConnectionBroken) || !ONLY_READS.test(method) || this.#closed) throw thrown
      return this.#requestOnce(method, params)
    }
  }

  async #requestOnce(method: string, params: readonly Json[]): Promise<Json> {
    const socket = await this.#connected()
    return new Promise((resolve, reject) => {
      const id = this.#nextId++
      const timer = setTimeout(
        () =>
          this.#lose(
            socket,
            new ChainLost(`${this.#url} gave no answer to ${method} within ${this.#timeout / 1000} s`),
          ),
        this.#timeout,
      )
      this.#waiting.set(id, { method, resolve, reject, timer })
      socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }))
    })
  }

  async #connected(): Promise<WebSocket> {
    this.#ensureNotClosed()
    if (this.#socket !== undefined) return this.#socket
    this.#opening ??= this.#openPatiently().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  async #openPatiently(): Promise<WebSocket> {
    for (const milliseconds of PAUSES) {
      const attempt = await this.#open().catch((problem: unknown) => problem)
      if (attempt instanceof WebSocket) return attempt
      this.#ensureNotClosed()
      await pause(milliseconds)
    }
    return this.#open()
  }

  #ensureNotClosed(): void {
    if (this.#closed) throw new ChainLost(`the connection to ${this.#url} was closed`)
  }

  async #open(): Promise<WebSocket> {
    this.#ensureNotClosed()
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(this.#url, { handshakeTimeout: this.#timeout, maxPayload: LONGEST_MESSAGE })
      this.#newest = socket
      socket.on("error", (error) => {
        reject(new ChainLost(`${this.#url} cannot be reached: ${reasonOf(error)}`))
        this.#lose(socket, new ConnectionBroken(`the connection to ${this.#url} broke: ${reasonOf(error)}`))
      })
      socket.on("close", () => this.#lose(socket, new ConnectionBroken(`${this.#url} closed the connection`)))
      socket.on("message", (data) => this.#receive(socket, String(data)))
      socket.on("open", () => {
        this.#socket = socket
        resolve(socket)
      })
    })
  }

  #lose(socket: WebSocket, problem: ChainLost): void {
    socket.terminate()
    if (this.#socket !== socket) return
    this.#socket = undefined
    for (const [id, { reject, timer }] of this.#waiting) {
      clearTimeout(timer)
      this.#waiting.delete(id)
      reject(problem)
    }
  }

  #receive(socket: WebSocket, text: string): void {
    const message = parsed(text)
    if (message === undefined) {
      const excerpt = JSON.stringify(text.slice(0, 60))
      this.#lose(socket, new ChainLost(`${this.#url} said something that is not JSON-RPC: ${excerpt}`))
      return
    }
    const waiting = typeof message.id === "number" ? this.#waiting.get(message.id) : undefined
    if (waiting === undefined) return // an answer that came twice, or a notification that nobody asked for
    this.#waiting.delete(Number(message.id))
    clearTimeout(waiting.timer)
    settle(waiting, message)
  }

  /** Ends the connection, also one that is only being opened; requests under way fail. */
  close(): void {
    this.#closed = true
    const socket = this.#socket
    if (socket !== undefined) this.#lose(socket, new ConnectionBroken(`the connection to ${this.#url} was closed`))
    this.#newest?.terminate()
  }
}

function settle({ method, resolve, reject }: Waiting, { result, error }: JsonObject): void {
  if (error === undefined) resolve(result ?? null)
  else reject(new ChainRefusal(`${method}: ${textOf(error)}`))
}

/** A node's error as one line: its message, and its data where there is any. */
function textOf(error: Json): string {
  const { message, data } = isJsonObject(error) ? error : {}
  const text = String(message ?? "an error without a message")
  if (data === undefined || data === null) return text
  return `${text} (${typeof data === "string" ? data : JSON.stringify(data)})`
}

function parsed(text: string): JsonObject | undefined {
  try {
    const message: Json = JSON.parse(text)
    return isJsonObject(message) ? message : undefined
  } catch {
    return undefined
  }
}

function reasonOf(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return reasonOf(error.errors[0])
  return error.message
}
