import { readFileSync } from "node:fs"
import { join } from "node:path"
import { readVectorText, VECTOR_FILE_ENDING } from "../../../harness/runner/readVectorText.js"
import type { Vector } from "../../../harness/runner/vector.js"
import { contentHash, countKinds, INDEX_PATH, type IndexEntry, type VectorIndex } from "../renderIndex.js"
import { presentFiles } from "../vectorFolder.js"

/** Reads vectors/index.json. */
export function readIndex(folder: string): VectorIndex {
  return JSON.parse(readFileSync(join(folder, INDEX_PATH), "utf8"))
}

function entryProblems(folder: string, { path, sha256, counts, ids }: IndexEntry): readonly string[] {
  const text = readVectorText(join(folder, path))
  const { vectors }: { readonly vectors: readonly Vector[] } = JSON.parse(text)
  const stem = path.replace(VECTOR_FILE_ENDING, "")
  return [
    ...(contentHash(text) === sha256 ? [] : [`${path} has another content hash than the index says`]),
    ...(JSON.stringify(countKinds(vectors)) === JSON.stringify(counts) ? [] : [`${path} has other counts`]),
    ...(vectors.map(({ id }) => id).join() === ids.join() ? [] : [`${path} has other ids than the index says`]),
    ...ids.filter((id) => id.slice(0, id.lastIndexOf("/")) !== stem).map((id) => `${id} is not the path ${stem}/…`),
  ]
}

/** Where the index does not say what the files hold, or leaves one out. */
export function indexProblems(folder: string): readonly string[] {
  const { files } = readIndex(folder)
  const listed = new Set(files.map(({ path }) => path))
  const missing = presentFiles(folder).filter((path) => path !== INDEX_PATH && !listed.has(path))
  return [
    ...missing.map((path) => `${path} is not in the index`),
    ...files.flatMap((entry) => entryProblems(folder, entry)),
  ]
}
