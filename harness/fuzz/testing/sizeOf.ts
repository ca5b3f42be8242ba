import { isJsonList, isJsonObject, type Json } from "../../../reference/interface/valueType.js"
import type { Vector } from "../../runner/vector.js"

function count(json: Json): number {
  if (isJsonList(json)) return json.reduce<number>((sum, member) => sum + count(member), 0)
  return isJsonObject(json) ? count(Object.values(json)) : 1
}

/** How many values the input of a vector has. */
export function sizeOf({ input }: Vector): number {
  const json: Json = JSON.parse(JSON.stringify(input))
  return count(json)
}
