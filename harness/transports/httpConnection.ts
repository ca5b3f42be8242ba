import { LONGEST_MESSAGE } from "../protocol/parseMessage.js"
import { BrokenConnection, type Connection, problemOf } from "./connection.js"
import { patiently, rootOf, unreachable } from "./patience.js"

/** An implementation behind HTTP: a request is the body of a POST, the answer the body of its response. */
export class HttpConnection implements Connection {
  readonly #url: string
  readonly #closing = new AbortController()

  constructor(url: string) {
    this.#url = url
  }

  async #post(message: string): Promise<Response> {
    try {
      return await fetch(this.#url, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: message,
        redirect: "error",
        signal: this.#closing.signal,
      })
    } catch (thrown) {
      throw unreachable(this.#url, thrown)
    }
  }

  async #bodyOf(response: Response): Promise<string> {
    const parts: Uint8Array[] = []
    let received = 0
    try {
      for await (const part of response.body ?? []) {
        parts.push(part)
        received += part.length
        if (received > LONGEST_MESSAGE) break
      }
    } catch (thrown) {
      throw new BrokenConnection(`${this.#url} broke off in the middle of its answer: ${problemOf(rootOf(thrown))}`)
    }
    if (received > LONGEST_MESSAGE) throw new BrokenConnection(`the answer is longer than ${LONGEST_MESSAGE} bytes`)
    return Buffer.concat(parts).toString("utf8")
  }

  async exchange(message: string): Promise<string> {
    const response = await patiently(() => this.#post(message), this.#closing.signal)
    const body = await this.#bodyOf(response)
    if (response.status !== 200) throw new BrokenConnection(`${this.#url} answered with HTTP status ${response.status}`)
    return body
  }

  async close(): Promise<void> {
    this.#closing.abort()
  }
}
