import { existsSync, statSync } from "node:fs"
import { UsageError } from "../cli/usageError.js"
import { loadVectors } from "../runner/loadVectors.js"
import type { TraceVector, TransitionVector, Vector } from "../runner/vector.js"
import { recordedTrace } from "./recordedTrace.js"
import type { Trace } from "./trace.js"

const MOST_HINTS = 5

function traceOf({ id, fork, chapter, ...vector }: TraceVector | TransitionVector): Trace {
  if (vector.kind === "trace") return { name: id, fork, chapter, ...vector.input }
  const { state, ...block } = vector.input
  return { name: id, fork, chapter, state, blocks: [block] }
}

function unknown(text: string, vectors: readonly Vector[]): UsageError {
  const last = text.slice(text.lastIndexOf("/") + 1)
  const similar = vectors.filter(({ kind, id }) => kind === "trace" && id.includes(last)).map(({ id }) => id)
  const hint = similar.length === 0 ? "" : `; there is ${similar.slice(0, MOST_HINTS).join(", ")}`
  return new UsageError(`there is neither a recording nor a trace vector ${text}${hint}`)
}

/** The trace with this id among the vectors at a path, or the recording in this file. Throws a UsageError. */
export async function findTrace(text: string, vectorsPath: string): Promise<Trace> {
  if (existsSync(text)) {
    if (statSync(text).isFile()) return recordedTrace(text)
    throw new UsageError(`${text} is a folder; name one recording, or the id of a trace vector`)
  }
  if (!existsSync(vectorsPath)) throw new UsageError(`there is no folder or file of vectors at ${vectorsPath}`)
  const [fork = "", chapter = ""] = text.split("/")
  const isFile = statSync(vectorsPath).isFile()
  const { vectors } = await loadVectors(
    isFile ? { path: vectorsPath } : { path: vectorsPath, forks: [fork], chapters: [chapter] },
  )
  const found = vectors.find(({ id }) => id === text)
  if (found === undefined) throw unknown(text, vectors)
  if (found.kind === "function") throw new UsageError(`${text} is a vector of a function; it has no blocks to bisect`)
  return traceOf(found)
}
