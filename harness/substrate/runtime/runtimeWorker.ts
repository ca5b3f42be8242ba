import { parentPort, workerData } from "node:worker_threads"
import { type Responder, responderOf } from "../../protocol/modelServer.js"
import { problemOf } from "../../transports/connection.js"
import type { WorkerReport } from "../../transports/wasmWorker.js"
import { substrateMethods } from "../substrateImplementation.js"
import { SubstrateSession } from "../substrateSession.js"
import { openRuntimeFile } from "./runtimeFile.js"

/** What the thread starts from. */
export interface RuntimeWorkerStart {
  readonly path: string
}

const { path }: RuntimeWorkerStart = workerData
let responder: Responder | undefined

async function open(): Promise<Responder> {
  return responderOf(substrateMethods(await SubstrateSession.open(openRuntimeFile(path))))
}

async function reportOn(message: string): Promise<WorkerReport> {
  try {
    responder ??= await open()
    return { answer: (await responder(message)) ?? "" }
  } catch (thrown) {
    return { problem: problemOf(thrown) }
  }
}

parentPort?.on("message", async (message: string) => parentPort?.postMessage(await reportOn(message)))
