import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { Worker } from "node:worker_threads"
import { packageFolder } from "../../packageFolder.js"
import { WorkerConnection } from "../../transports/workerConnection.js"
import type { RuntimeWorkerStart } from "./runtimeWorker.js"

/** Whether this program runs from its sources, so that the thread must know how to read them too. */
const FROM_SOURCES = import.meta.url.endsWith(".ts")

function workerOf(path: string): Worker {
  const workerData: RuntimeWorkerStart = { path }
  const entry = new URL(FROM_SOURCES ? "./runtimeWorker.ts" : "./runtimeWorker.js", import.meta.url)
  const reader = pathToFileURL(join(packageFolder, "tooling", "register.js")).href
  return new Worker(entry, { workerData, execArgv: FROM_SOURCES ? ["--import", reader] : [] })
}

/** A Substrate runtime in a thread of its own: it may loop for ever, and only a thread can be ended from outside. */
export class RuntimeConnection extends WorkerConnection {
  constructor(path: string) {
    super(workerOf(path), "the runtime")
  }
}
