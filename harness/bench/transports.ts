import { join } from "node:path"
import { packageFolder } from "../packageFolder.js"
import type { RunningServer } from "../protocol/listen.js"
import { startHttpServer } from "../protocol/serveHttp.js"
import { startWebSocketServer } from "../protocol/serveWebSocket.js"
import { loadVectors } from "../runner/loadVectors.js"
import { runImplementation } from "../runner/runImplementation.js"
import type { Vector } from "../runner/vector.js"
import { parseTarget } from "../transports/target.js"
import type { Measurement } from "./measurement.js"

const PROGRAM = join(packageFolder, "dist", "harness", "cli", "main.js")
const SAMPLE = join(packageFolder, "dist", "samples", "subtensor.wasm")
const VECTORS = 1_000
const TIMEOUT = 60_000

/** An implementation that answers for as long as it is measured. */
interface Answering {
  readonly target: string
  readonly stop: () => Promise<void>
}

/** A way to reach an implementation, and one to reach over it. */
interface Transport {
  readonly name: string
  readonly start: () => Promise<Answering>
}

const nothing = async () => {}

async function over(starting: Promise<RunningServer>): Promise<Answering> {
  const { url, stop } = await starting
  return { target: url, stop }
}

/** Everything that vectors can be sent over. The model answers, but for WebAssembly: there it is the bundled sample. */
const transports: readonly Transport[] = [
  { name: "reference, in process", start: async () => ({ target: "reference", stop: nothing }) },
  {
    name: "stdio",
    start: async () => ({ target: `stdio:'${process.execPath}' '${PROGRAM}' serve --stdio`, stop: nothing }),
  },
  { name: "http", start: () => over(startHttpServer(0)) },
  { name: "ws", start: () => over(startWebSocketServer(0)) },
  { name: "wasm", start: async () => ({ target: `wasm:${SAMPLE}`, stop: nothing }) },
]

async function answered(target: string, vectors: readonly Vector[]): Promise<number> {
  const options = { jobs: 1, timeout: TIMEOUT, reproduceWith: [] }
  const { counts, problem } = await runImplementation(parseTarget(target), vectors, options)
  if (problem !== undefined) throw new Error(`${target}: ${problem}`)
  return counts.passed + counts.failed
}

/** Vectors that every one of them answers: of functions that take little time, so that it is the way that counts. */
async function measuredVectors(): Promise<readonly Vector[]> {
  const path = join(packageFolder, "vectors")
  const { vectors } = await loadVectors({ path, forks: ["balancer"], chapters: ["numbers"] })
  return vectors.filter(({ kind }) => kind === "function").slice(0, VECTORS)
}

/** The same vectors over every transport. */
export async function transportMeasurements(): Promise<readonly Measurement[]> {
  const vectors = await measuredVectors()
  return transports.map(({ name, start }) => ({
    name: `vectors over ${name}`,
    unit: "vectors",
    run: async () => {
      const { target, stop } = await start()
      try {
        return await answered(target, vectors)
      } finally {
        await stop()
      }
    },
  }))
}
