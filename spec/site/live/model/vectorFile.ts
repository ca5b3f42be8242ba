import type { JsonObject } from "../../../../reference/interface/valueType.js"
import type { Step } from "./model.js"

/** A file of vectors: its name and its text. */
export interface VectorFile {
  readonly name: string
  readonly fork: string
  readonly chapter: string
  readonly text: string
}

/** The format of vector files that is written here. */
const FORMAT = 1

/**
 * The rules that a page ran as files of vectors, one for each chapter of a fork. The same rule asked the same thing
 * twice is one vector, whose id names its input by a digest, so that files of several cases can lie side by side.
 *
 * @param version the version of the model that gave the answers
 */
export function vectorFiles(page: string, version: string, steps: readonly Step[]): readonly VectorFile[] {
  const files = new Map<string, Map<string, JsonObject>>()
  for (const step of steps) {
    const place = `${step.fork}/${step.chapter}`
    const vectors = files.get(place) ?? new Map<string, JsonObject>()
    const vector = vectorOf(page, version, step)
    files.set(place, vectors.set(String(vector.id), vector))
  }
  return [...files].map(([place, vectors]) => fileOf(page, place, [...vectors.values()]))
}

function fileOf(page: string, place: string, vectors: readonly JsonObject[]): VectorFile {
  const [fork = "", chapter = ""] = place.split("/")
  const text = `${JSON.stringify({ format: FORMAT, fork, chapter, vectors }, null, 2)}\n`
  return { name: `live-${page}-${chapter}.json`, fork, chapter, text }
}

function vectorOf(page: string, version: string, step: Step): JsonObject {
  const { fork, chapter, clauses, input, answer } = step
  const rule = step.function.slice(chapter.length + 1)
  const expect = "error" in answer ? { error: answer.error } : { ok: answer.ok }
  const checkpoints = "ok" in answer && answer.checkpoints !== undefined ? { checkpoints: answer.checkpoints } : {}
  return {
    id: `${fork}/${chapter}/live-${page}/${rule}-${digest(JSON.stringify(input))}`,
    kind: "function",
    fork,
    chapter,
    clauses,
    comment: `${step.function}, a case of the live page "${page}"`,
    provenance: { generator: "live", model: version },
    confirmed: "model",
    function: step.function,
    input,
    expect,
    ...checkpoints,
  }
}

/** FNV-1a of 64 bits, in hexadecimal: enough to tell the cases of a reader apart. */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, "0")
}
