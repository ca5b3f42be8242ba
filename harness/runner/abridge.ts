import { isJsonList, isJsonObject, type Json } from "../../reference/interface/valueType.js"

const LONGEST = 8_000
const LONGEST_TEXT = 400

function abridgeTo(json: Json, members: number): Json {
  if (typeof json === "string" && json.length > LONGEST_TEXT) {
    return `${json.slice(0, LONGEST_TEXT)}… (${json.length} characters)`
  }
  if (isJsonList(json)) {
    const kept = json.slice(0, members).map((child) => abridgeTo(child, members))
    return json.length > members ? [...kept, `… ${json.length - members} more`] : kept
  }
  if (!isJsonObject(json)) return json
  const entries = Object.entries(json)
  const kept = entries.slice(0, members).map(([name, child]): [string, Json] => [name, abridgeTo(child, members)])
  if (entries.length > members) kept.push(["…", `${entries.length - members} more`])
  return Object.fromEntries(kept)
}

/** The value, with its lists and objects cut as short as it takes for a report to show it. */
export function abridge(json: Json): Json {
  for (const members of [1_000_000, 64, 16, 4, 1]) {
    const shorter = members === 1_000_000 ? json : abridgeTo(json, members)
    if (JSON.stringify(shorter).length <= LONGEST) return shorter
  }
  return "too large to show"
}
