import { Worker } from "node:worker_threads"
import { LONGEST_MESSAGE } from "../protocol/parseMessage.js"
import { type WorkerStart, wasmWorker } from "./wasmWorker.js"
import { WorkerConnection } from "./workerConnection.js"

function workerOf(bytes: Uint8Array): Worker {
  const start: WorkerStart = { bytes, longestMessage: LONGEST_MESSAGE }
  return new Worker(`(${wasmWorker.toString()})(require("node:worker_threads"))`, {
    eval: true,
    execArgv: [],
    workerData: start,
  })
}

/** An implementation that is a core WebAssembly module, in a thread of its own. */
export class WasmConnection extends WorkerConnection {
  constructor(bytes: Uint8Array) {
    super(workerOf(bytes), "the module")
  }
}
