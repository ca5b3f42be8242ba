import { join } from "node:path"
import { isJsonList, isJsonObject, type Json } from "../../reference/interface/valueType.js"
import { filesWithBlocks, listAt, readJson } from "./vectorFiles.js"

/** How many transitions and traces of a fork below a folder of vectors make each call: by `Pallet.name`, calls inside calls too. */
export function countCalls(folder: string, fork: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const path of filesWithBlocks(folder, fork)) {
    for (const vector of listAt(readJson(join(folder, path)), "vectors")) {
      for (const call of callsOfVector(vector)) counts.set(call, (counts.get(call) ?? 0) + 1)
    }
  }
  return counts
}

function callsOfVector(vector: Json): ReadonlySet<string> {
  const input = isJsonObject(vector) ? (vector.input ?? null) : null
  const blocks = [input, ...listAt(input, "blocks")]
  const names = new Set<string>()
  for (const step of blocks.flatMap((block) => listAt(block, "steps"))) {
    if (isJsonObject(step)) addCallNames(step.call ?? null, names)
  }
  return names
}

/** A call is an object with its name as the only key, wherever it stands. */
function addCallNames(json: Json, names: Set<string>): void {
  if (isJsonList(json)) for (const part of json) addCallNames(part, names)
  if (!isJsonObject(json)) return
  for (const [key, value] of Object.entries(json)) {
    if (/^[A-Z]\w*\.[a-z]\w*$/.test(key)) names.add(key)
    addCallNames(value, names)
  }
}
