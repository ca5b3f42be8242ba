import { createHash } from "node:crypto"
import { readdir, stat } from "node:fs/promises"
import { basename, join, relative } from "node:path"
import { struct } from "../../reference/interface/compositeTypes.js"
import { functionTable } from "../../reference/interface/functionTable.js"
import type { BlockRequest } from "../../reference/interface/modelSession.js"
import type { PublicFunction } from "../../reference/interface/publicFunction.js"
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  ValueError,
} from "../../reference/interface/valueType.js"
import { parseMessage } from "../protocol/parseMessage.js"
import { isVector, problemOfVector } from "../protocol/schemas.js"
import { problemOf } from "../transports/connection.js"
import { readVectorText, VECTOR_FILE_ENDING } from "./readVectorText.js"
import type { InputProblem } from "./result.js"
import type { ExpectedBlock, FunctionVector, TraceVector, Vector } from "./vector.js"

/** Where to look for vectors, and which forks and chapters to look at; all when undefined. */
export interface VectorSource {
  /** A folder laid out as `<fork>/<chapter>/*.json` or `*.json.gz`, or one file. */
  readonly path: string
  readonly forks?: readonly string[] | undefined
  readonly chapters?: readonly string[] | undefined
}

/** The vectors that can be used, and what was wrong with the others. */
export interface LoadedVectors {
  readonly vectors: readonly Vector[]
  readonly problems: readonly InputProblem[]
  /** The SHA-256 hash of all files read, in their order, in hexadecimal. */
  readonly hash: string
}

/** Folders beside those of the forks. */
const NOT_FORKS: ReadonlySet<string> = new Set(["captured", "generators", "node_modules"])

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && !NOT_FORKS.has(entry.name))
    .map((entry) => entry.name)
    .sort()
}

async function vectorFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && VECTOR_FILE_ENDING.test(entry.name))
    .map((entry) => entry.name)
    .sort()
}

/** The forks for which a folder has vectors. */
export async function forksOf(folder: string): Promise<readonly string[]> {
  return foldersIn(folder)
}

async function filesOf({ path, forks, chapters }: VectorSource): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path]
  const files: string[] = []
  for (const fork of await foldersIn(path)) {
    if (forks !== undefined && !forks.includes(fork)) continue
    for (const chapter of await foldersIn(join(path, fork))) {
      if (chapters !== undefined && !chapters.includes(chapter)) continue
      const folder = join(path, fork, chapter)
      files.push(...(await vectorFilesIn(folder)).map((name) => join(folder, name)))
    }
  }
  return files
}

function parseVectorFile(text: string): JsonObject {
  const json = parseMessage(text)
  if (!isJsonObject(json) || !isJsonList(json.vectors)) {
    throw new Error('it is not a file of vectors: it has no list "vectors"')
  }
  if (json.format !== 1) throw new Error(`its format is ${JSON.stringify(json.format)}; this version reads 1`)
  return json
}

/** What is wrong with the values of a function vector, or undefined. */
function problemOfValues(vector: FunctionVector, declared: PublicFunction | undefined): string | undefined {
  if (declared === undefined) return `names the function ${vector.function}, which the model does not have`
  if (!declared.forks.includes(vector.fork)) return `${vector.function} is not a rule of the fork ${vector.fork}`
  try {
    struct(declared.parameters).fromJson(vector.input, "input")
    if ("ok" in vector.expect) declared.result.fromJson(vector.expect.ok, "expect.ok")
    return undefined
  } catch (thrown) {
    if (thrown instanceof ValueError) return thrown.message
    throw thrown
  }
}

function problemOfPlace(vector: Vector, file: JsonObject): string | undefined {
  if (vector.fork !== file.fork) return `its fork is ${vector.fork}, its file's is ${JSON.stringify(file.fork)}`
  if (vector.chapter !== file.chapter) {
    return `its chapter is ${vector.chapter}, its file's is ${JSON.stringify(file.chapter)}`
  }
  const start = `${vector.fork}/${vector.chapter}/`
  return vector.id.startsWith(start) ? undefined : `its id does not begin with ${start}`
}

function problemOfBlock(expected: ExpectedBlock, { steps }: BlockRequest): string | undefined {
  if (expected.steps.length === steps.length) return undefined
  return `it expects ${expected.steps.length} steps of ${steps.length}`
}

function problemOfTrace({ input: { blocks }, expect }: TraceVector): string | undefined {
  if (expect.blocks.length !== blocks.length) return `it expects ${expect.blocks.length} blocks of ${blocks.length}`
  const problems = blocks.map((block, index) => problemOfBlock(expect.blocks[index] ?? { steps: [] }, block))
  const first = problems.findIndex((problem) => problem !== undefined)
  return first < 0 ? undefined : `blocks[${first}]: ${problems[first]}`
}

function problemOfExpectation(vector: Vector): string | undefined {
  if (vector.kind === "function") return problemOfValues(vector, functionTable.get(vector.function))
  return vector.kind === "trace" ? problemOfTrace(vector) : problemOfBlock(vector.expect, vector.input)
}

function problemOfContent(vector: Vector, file: JsonObject): string | undefined {
  return problemOfPlace(vector, file) ?? problemOfExpectation(vector)
}

function nameOf(json: Json, index: number): string {
  return isJsonObject(json) && typeof json.id === "string" ? `${json.id}` : `vectors[${index}]`
}

/** Gathers vectors and problems; one bad vector leaves the others usable. */
class Collector {
  readonly vectors: Vector[] = []
  readonly problems: InputProblem[] = []
  readonly #ids = new Set<string>()

  problem(file: string, problem: string): void {
    this.problems.push({ file, problem })
  }

  take(file: string, content: JsonObject): void {
    const list = content.vectors
    if (!isJsonList(list)) return
    for (const [index, json] of list.entries()) {
      const name = nameOf(json, index)
      if (!isVector(json)) this.problem(file, problemOfVector(json, name) ?? `${name} is malformed`)
      else this.#takeVector(file, content, json)
    }
  }

  #takeVector(file: string, content: JsonObject, vector: Vector): void {
    const problem = problemOfContent(vector, content)
    if (problem !== undefined) this.problem(file, `${vector.id}: ${problem}`)
    else if (this.#ids.has(vector.id)) this.problem(file, `${vector.id}: another vector has the same id`)
    else {
      this.#ids.add(vector.id)
      this.vectors.push(vector)
    }
  }
}

/** Reads vectors. Throws only when the path itself cannot be read. */
export async function loadVectors(source: VectorSource): Promise<LoadedVectors> {
  const collector = new Collector()
  const hash = createHash("sha256")
  for (const file of await filesOf(source)) {
    const shown = relative(process.cwd(), file) || basename(file)
    try {
      const text = readVectorText(file)
      hash.update(text)
      collector.take(shown, parseVectorFile(text))
    } catch (thrown) {
      collector.problem(shown, problemOf(thrown))
    }
  }
  return { vectors: collector.vectors, problems: collector.problems, hash: hash.digest("hex") }
}
