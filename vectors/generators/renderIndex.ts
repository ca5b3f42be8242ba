import { createHash } from "node:crypto"
import { packageVersion } from "../../harness/packageFolder.js"
import type { Vector } from "../../harness/runner/vector.js"
import { canonicalJson } from "./canonicalJson.js"
import type { VectorFile } from "./generator.js"
import { type RenderedFile, VECTOR_FORMAT } from "./renderVectors.js"

/** How many vectors of each kind there are. */
export type Counts = { readonly [Kind in Vector["kind"]]: number }

/** What the index says of a file. */
export interface IndexEntry {
  readonly path: string
  /** SHA-256 of the file's canonical JSON (RFC 8785), in hexadecimal. */
  readonly sha256: string
  readonly counts: Counts
  readonly ids: readonly string[]
}

/** vectors/index.json */
export interface VectorIndex {
  readonly format: number
  readonly schema: string
  readonly model: string
  readonly counts: Counts
  readonly files: readonly IndexEntry[]
}

/** The path of the index below vectors/. */
export const INDEX_PATH = "index.json"

/** How many of the vectors are of each kind. */
export function countKinds(vectors: readonly Vector[]): Counts {
  const count = (kind: Vector["kind"]) => vectors.filter((vector) => vector.kind === kind).length
  return { function: count("function"), transition: count("transition"), trace: count("trace") }
}

/** The content hash of a JSON document: SHA-256 of its canonical form. White space and the order of keys don't matter. */
export function contentHash(text: string): string {
  return createHash("sha256")
    .update(canonicalJson(JSON.parse(text)))
    .digest("hex")
}

function entryOf(file: VectorFile, rendered: RenderedFile): IndexEntry {
  return {
    path: rendered.path,
    sha256: contentHash(rendered.text),
    counts: countKinds(file.vectors),
    ids: file.vectors.map(({ id }) => id),
  }
}

/** The index of all files, one file a line. */
export function renderIndex(files: readonly (readonly [VectorFile, RenderedFile])[]): RenderedFile {
  const head = [
    `"format": ${VECTOR_FORMAT}`,
    `"schema": "urn:subtensor-spec:vector"`,
    `"model": ${JSON.stringify(packageVersion())}`,
    `"counts": ${JSON.stringify(countKinds(files.flatMap(([file]) => file.vectors)))}`,
  ]
  const lines = files.map(([file, rendered]) => JSON.stringify(entryOf(file, rendered)))
  return { path: INDEX_PATH, text: `{\n${head.join(",\n")},\n"files": [\n${lines.join(",\n")}\n]\n}\n` }
}
