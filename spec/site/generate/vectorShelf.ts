import { join } from "node:path"
import { listAt, readJson } from "../../../harness/clauses/vectorFiles.js"
import { packageFolder } from "../../../harness/packageFolder.js"
import { isJsonList, isJsonObject, type Json } from "../../../reference/interface/valueType.js"

/** What the site says of a vector. */
export interface ShelvedVector {
  readonly id: string
  readonly kind: string
  readonly clauses: readonly string[]
  readonly comment: string
  /** Whether the chain's own code gave it. */
  readonly byChain: boolean
  readonly isRefusal: boolean
  /** Its input and what is expected, if they fit on the page. */
  readonly example: { readonly input: string; readonly expect: string } | undefined
}

/** A file of vectors. */
export interface VectorFile {
  /** Below the folder of vectors. */
  readonly path: string
  readonly fork: string
  readonly chapter: string
  readonly sha256: string
  readonly vectors: readonly ShelvedVector[]
}

const LONGEST_EXAMPLE = 700

function textAt(json: Json, key: string): string {
  const value = isJsonObject(json) ? json[key] : undefined
  return typeof value === "string" ? value : ""
}

function textsAt(json: Json, key: string): readonly string[] {
  const value = isJsonObject(json) ? json[key] : undefined
  return value !== undefined && isJsonList(value) ? value.filter((text) => typeof text === "string") : []
}

function exampleOf(json: Json): ShelvedVector["example"] {
  if (!isJsonObject(json) || json.kind !== "function") return undefined
  const [input, expect] = [JSON.stringify(json.input, null, 1), JSON.stringify(json.expect, null, 1)]
  return input.length + expect.length > LONGEST_EXAMPLE ? undefined : { input, expect }
}

function shelved(json: Json): ShelvedVector {
  return {
    id: textAt(json, "id"),
    kind: textAt(json, "kind"),
    clauses: textsAt(json, "clauses"),
    comment: textAt(json, "comment"),
    byChain: textAt(json, "confirmed") === "chain",
    isRefusal: isJsonObject(json) && (json.refusal !== undefined || json.precedence !== undefined),
    example: exampleOf(json),
  }
}

function readFile(folder: string, entry: Json): VectorFile {
  const path = textAt(entry, "path")
  const [fork = "", chapter = ""] = path.split("/")
  const vectors = listAt(readJson(join(folder, path)), "vectors").map(shelved)
  return { path, fork, chapter, sha256: textAt(entry, "sha256"), vectors }
}

/** Every file of vectors that the index lists, in its order. */
export function readVectorFiles(): readonly VectorFile[] {
  const folder = join(packageFolder, "vectors")
  return listAt(readJson(join(folder, "index.json")), "files").map((entry) => readFile(folder, entry))
}

/** Vectors of one file that show one clause. */
export interface ShowingFile {
  readonly file: VectorFile
  readonly vectors: readonly ShelvedVector[]
}

/** By clause, the vectors that show it, file by file. */
export function vectorsByClause(files: readonly VectorFile[]): ReadonlyMap<string, readonly ShowingFile[]> {
  const byClause = new Map<string, ShowingFile[]>()
  for (const file of files) {
    for (const [clause, vectors] of grouped(file)) {
      const known = byClause.get(clause) ?? []
      known.push({ file, vectors })
      byClause.set(clause, known)
    }
  }
  return byClause
}

function grouped({ vectors }: VectorFile): ReadonlyMap<string, readonly ShelvedVector[]> {
  const groups = new Map<string, ShelvedVector[]>()
  for (const vector of vectors) {
    for (const clause of new Set(vector.clauses)) {
      const known = groups.get(clause) ?? []
      known.push(vector)
      groups.set(clause, known)
    }
  }
  return groups
}
