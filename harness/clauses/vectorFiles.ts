import { join } from "node:path"
import { isJsonList, isJsonObject, type Json } from "../../reference/interface/valueType.js"
import { readVectorText } from "../runner/readVectorText.js"

/** The files of a fork that the index of a folder says have vectors with blocks, as paths below the folder. */
export function filesWithBlocks(folder: string, fork: string): readonly string[] {
  return listAt(readJson(join(folder, "index.json")), "files").flatMap((file) => {
    if (!isJsonObject(file) || !isJsonObject(file.counts) || typeof file.path !== "string") return []
    if (!file.path.startsWith(`${fork}/`)) return []
    const { transition, trace } = file.counts
    return transition === 0 && trace === 0 ? [] : [file.path]
  })
}

/** The list under a key, or none. */
export function listAt(json: Json, key: string): readonly Json[] {
  const list = isJsonObject(json) ? json[key] : undefined
  return list !== undefined && isJsonList(list) ? list : []
}

/** The JSON of a file of vectors or of their index. */
export function readJson(path: string): Json {
  return JSON.parse(readVectorText(path))
}
