import { BrokenConnection } from "./connection.js"

interface Waiting {
  readonly resolve: (answer: string) => void
  readonly reject: (problem: BrokenConnection) => void
}

/** The request that is under way on a connection: there is one at most, and one answer settles it. */
export class Turn {
  #waiting: Waiting | undefined
  #problem: BrokenConnection | undefined

  /** Begins a request. Its answer never comes once the connection has failed: then it throws why that did. */
  begin(): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#problem !== undefined) return reject(this.#problem)
      this.#waiting = { resolve, reject }
    })
  }

  /** Takes what came. An answer that nobody waits for is a failure: it came twice, or unasked. */
  settle(answer: string): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting !== undefined) waiting.resolve(answer)
    else this.fail(`it said something without being asked: ${JSON.stringify(answer.slice(0, 60))}`)
  }

  /** The connection is of no use any more. What is said first counts. */
  fail(problem: string): void {
    this.#problem ??= new BrokenConnection(problem)
    this.#waiting?.reject(this.#problem)
    this.#waiting = undefined
  }

  get hasFailed(): boolean {
    return this.#problem !== undefined
  }
}
