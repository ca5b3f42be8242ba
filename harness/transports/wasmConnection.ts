import { Worker } from "node:worker_threads"
import { LONGEST_MESSAGE } from "../protocol/parseMessage.js"
import { BrokenConnection, type Connection } from "./connection.js"
import { type WorkerReport, type WorkerStart, wasmWorker } from "./wasmWorker.js"

/** An implementation that is a core WebAssembly module, in a thread of its own. */
export class WasmConnection implements Connection {
  readonly #worker: Worker
  #settle: ((report: WorkerReport) => void) | undefined
  #problem: string | undefined

  constructor(bytes: Uint8Array) {
    const start: WorkerStart = { bytes, longestMessage: LONGEST_MESSAGE }
    this.#worker = new Worker(`(${wasmWorker.toString()})(require("node:worker_threads"))`, {
      eval: true,
      execArgv: [],
      workerData: start,
    })
    this.#worker.on("message", (report: WorkerReport) => this.#report(report))
    this.#worker.on("error", (error) => this.#report({ problem: `the module's thread broke: ${error.message}` }))
    this.#worker.on("exit", () => this.#report({ problem: "the module's thread ended" }))
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
