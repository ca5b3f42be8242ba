import type { Worker } from "node:worker_threads"
import { BrokenConnection, type Connection } from "./connection.js"
import type { WorkerReport } from "./wasmWorker.js"

/** An implementation in a thread of its own, which takes and gives the texts of messages. Only a thread can be ended. */
export class WorkerConnection implements Connection {
  readonly #worker: Worker
  #settle: ((report: WorkerReport) => void) | undefined
  #problem: string | undefined

  /** `what` runs in the thread, for messages: "the module". */
  constructor(worker: Worker, what: string) {
    this.#worker = worker
    this.#worker.on("message", (report: WorkerReport) => this.#report(report))
    this.#worker.on("error", (error) => this.#report({ problem: `${what}'s thread broke: ${error.message}` }))
    this.#worker.on("exit", () => this.#report({ problem: `${what}'s thread ended` }))
  }

  #report(report: WorkerReport): void {
    if ("problem" in report) this.#problem ??= report.problem
    this.#settle?.(report)
    this.#settle = undefined
  }

  exchange(message: string): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#problem !== undefined) return reject(new BrokenConnection(this.#problem))
      this.#settle = (report) =>
        "answer" in report ? resolve(report.answer) : reject(new BrokenConnection(report.problem))
      this.#worker.postMessage(message)
    })
  }

  async close(): Promise<void> {
    this.#report({ problem: "it was closed" })
    await this.#worker.terminate()
  }
}
