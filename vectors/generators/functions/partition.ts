import type { Answer, PublicFunction } from "../../../reference/interface/publicFunction.js"
import {
  isJsonObject,
  type Json,
  type JsonObject,
  type TypeDescription,
} from "../../../reference/interface/valueType.js"
import { boundsOf, namedValues } from "./namedValues.js"

/** In which part of its type a number lies: at a named value, or between two of them. */
function partOfNumber(type: TypeDescription, value: bigint): string {
  for (const [name, at] of namedValues(type) ?? []) if (at === value) return name
  const sign = value < 0n ? "negative " : ""
  const magnitude = value < 0n ? -value : value
  if (type.kind === "fixed") return `${sign}${partOfFixed(magnitude, type.fractionBits, type.bits)}`
  if (type.kind === "integer") return `${sign}${partOfInteger(magnitude, boundsOf(type).max)}`
  return magnitude < 5n * 10n ** 17n ? "below half" : "above half"
}

function partOfFixed(magnitude: bigint, fractionBits: number, bits: number): string {
  const one = 1n << BigInt(fractionBits)
  if (magnitude < one) return "below one"
  const size = magnitude >> BigInt((bits + fractionBits) >> 1) === 0n ? "small" : "large"
  return magnitude % one === 0n ? `${size} whole` : `${size} mixed`
}

function partOfInteger(magnitude: bigint, max: bigint): string {
  return magnitude * magnitude <= max ? "small" : "large"
}

/** In which part of its type a value lies, as words. Values that are no numbers are told apart only by what they hold. */
export function partOf(type: TypeDescription, json: Json): string {
  if (type.kind === "optional") return json === null ? "nothing" : partOf(type.of, json)
  if (type.kind === "struct" && isJsonObject(json)) {
    return Object.entries(type.fields)
      .map(([name, field]) => `${name} ${partOf(field, json[name] ?? null)}`)
      .join(" and ")
  }
  const isNumber = type.kind === "integer" || type.kind === "fixed" || type.kind === "perquintill"
  if (isNumber && typeof json === "string") return partOfNumber(type, BigInt(json))
  return typeof json === "string" ? json : JSON.stringify(json)
}

/** In which part of their types the inputs and the answer of a function lie. */
export function partitionOf(declared: PublicFunction, input: JsonObject, answer: Answer): string {
  const inputs = Object.entries(declared.parameters).map(
    ([name, { describe }]) => `${name} ${partOf(describe, input[name] ?? null)}`,
  )
  const outcome = "error" in answer ? answer.error : partOf(declared.result.describe, answer.ok)
  return `${inputs.join(", ")}, gives ${outcome}`
}
