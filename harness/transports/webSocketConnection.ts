import { WebSocket } from "ws"
import { LONGEST_MESSAGE } from "../protocol/parseMessage.js"
import { type Connection, problemOf } from "./connection.js"
import { patiently, unreachable } from "./patience.js"
import { Turn } from "./turn.js"

/** Why a server closed a WebSocket, by the code that it gave. */
const CLOSING: { readonly [code: number]: string } = {
  1006: "broke off the connection",
  1009: "closed the connection: the request was too long for it",
}

/** An implementation behind a WebSocket: a message is a request, the next one that comes back the answer. */
export class WebSocketConnection implements Connection {
  readonly #url: string
  readonly #turn = new Turn()
  readonly #closing = new AbortController()
  #socket: WebSocket | undefined

  constructor(url: string) {
    this.#url = url
  }

  async exchange(message: string): Promise<string> {
    const answer = this.#turn.begin()
    this.#send(message).catch((thrown: unknown) => this.#turn.fail(problemOf(thrown)))
    return answer
  }

  async #send(message: string): Promise<void> {
    this.#socket ??= await patiently(() => this.#open(), this.#closing.signal)
    this.#socket.send(message, () => undefined) // a connection that is lost is reported when it closes
  }

  #open(): Promise<WebSocket> {
    const options = { maxPayload: LONGEST_MESSAGE, perMessageDeflate: false, followRedirects: false }
    const socket = new WebSocket(this.#url, options)
    this.#closing.signal.addEventListener("abort", () => socket.terminate())
    return new Promise((resolve, reject) => {
      socket.on("error", (error) => reject(unreachable(this.#url, error)))
      socket.on("open", () => {
        this.#listen(socket)
        resolve(socket)
      })
    })
  }

  #listen(socket: WebSocket): void {
    socket.on("message", (data) => this.#turn.settle(data.toString()))
    socket.on("close", (code) => this.#turn.fail(`${this.#url} ${CLOSING[code] ?? "closed the connection"}`))
    socket.on("error", (error) => {
      const tooLong = `the answer is longer than ${LONGEST_MESSAGE} bytes`
      this.#turn.fail(isTooLong(error) ? tooLong : `${this.#url} broke off the connection: ${error.message}`)
      socket.terminate()
    })
  }

  async close(): Promise<void> {
    this.#turn.fail("it was closed")
    this.#closing.abort()
  }
}

function isTooLong(error: Error): boolean {
  return "code" in error && error.code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH"
}
