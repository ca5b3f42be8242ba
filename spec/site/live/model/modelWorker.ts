import { livePages } from "./livePages.js"
import type { WorkerReply, WorkerRequest } from "./messages.js"

function reply({ id, page, query }: WorkerRequest): WorkerReply {
  try {
    return { id, outcome: livePages[page].compute(query) }
  } catch (thrown) {
    return { id, defect: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => self.postMessage(reply(data))
