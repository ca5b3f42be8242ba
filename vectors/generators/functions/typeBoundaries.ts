import type { Json, JsonObject, TypeDescription } from "../../../reference/interface/valueType.js"
import type { BoundaryCase } from "./functionCases.js"
import { namedValues } from "./namedValues.js"

/** The names of the values that every number of every function takes once. */
const TRIED = new Set([
  "zero",
  "one",
  "a step",
  "a part",
  "half",
  "a step below one",
  "a part below one",
  "half the range",
  "one below the largest",
  "the largest",
  "the least",
  "minus one",
  "minus a step",
])

type NamedJson = readonly (readonly [string, Json])[]

/** A value of the type that is neither at a boundary nor special. */
export function ordinaryValue(type: TypeDescription): Json {
  if (type.kind === "integer") return ordinaryInteger(type.max).toString()
  if (type.kind === "fixed") return (3n << BigInt(type.fractionBits - 2)).toString()
  if (type.kind === "perquintill") return (10n ** 18n / 4n).toString()
  if (type.kind === "boolean") return false
  if (type.kind === "text") return "text"
  if (type.kind === "bytes") return `0x${"01".repeat(type.length ?? 1)}`
  if (type.kind === "nothing") return null
  if (type.kind === "choice") return type.options[0] ?? ""
  if (type.kind === "optional") return ordinaryValue(type.of)
  if (type.kind === "vector") return [ordinaryValue(type.of), ordinaryValue(type.of)]
  if (type.kind === "tuple") return type.of.map(ordinaryValue)
  if (type.kind === "struct") return mapFields(type.fields, ordinaryValue)
  throw new Error("a union has no ordinary value; list the function's cases in its chapter")
}

function ordinaryInteger(max: bigint | undefined): bigint {
  const most = max ?? 10n ** 12n
  return most > 10n ** 12n ? 10n ** 12n + 7n : most / 3n
}

function mapFields(
  fields: { readonly [name: string]: TypeDescription },
  map: (type: TypeDescription) => Json,
): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, map(type)]))
}

/** The values of a type that lie at its boundaries, with their names. */
export function boundaryValues(type: TypeDescription): NamedJson {
  const named = namedValues(type)
  if (named !== undefined) {
    return [...named].filter(([name]) => TRIED.has(name)).map(([name, value]) => [name, value.toString()])
  }
  if (type.kind === "boolean") return [["true", true]]
  if (type.kind === "choice") return type.options.map((option) => [option, option])
  if (type.kind === "optional") return [["nothing", null], ...boundaryValues(type.of)]
  if (type.kind === "vector")
    return [["empty", []], ...boundaryValues(type.of).map(([name, value]) => only(name, value))]
  if (type.kind === "struct") return boundaryFields(type.fields)
  return []
}

function only(name: string, value: Json): readonly [string, Json] {
  return [`only ${name}`, [value]]
}

function boundaryFields(fields: { readonly [name: string]: TypeDescription }): NamedJson {
  const ordinary = mapFields(fields, ordinaryValue)
  return Object.entries(fields).flatMap(([field, type]) =>
    boundaryValues(type).map(([name, value]): readonly [string, Json] => [
      `${field} ${name}`,
      { ...ordinary, [field]: value },
    ]),
  )
}

/** What is neither at a boundary nor special in any parameter. */
export function ordinaryInput(parameters: { readonly [name: string]: TypeDescription }): JsonObject {
  return mapFields(parameters, ordinaryValue)
}

/** The ordinary case, and each parameter at each of its boundaries while the others are ordinary. */
export function typeBoundaries(
  parameters: { readonly [name: string]: TypeDescription },
  ordinary: JsonObject = ordinaryInput(parameters),
): readonly BoundaryCase[] {
  const types = Object.entries(parameters)
  const single = types.flatMap(([parameter, type]) =>
    boundaryValues(type).map(([name, value]) => ({
      name: `${parameter} ${name}`,
      input: { ...ordinary, [parameter]: value },
    })),
  )
  return [{ name: "ordinary", input: ordinary }, ...single, ...together(types)]
}

/** All numbers at the same boundary at once, where they are most likely to overflow. */
function together(types: readonly (readonly [string, TypeDescription])[]): readonly BoundaryCase[] {
  if (types.length < 2) return []
  return ["zero", "the largest"].flatMap((name) => {
    const values = types.map(([parameter, type]) => [parameter, namedValues(type)?.get(name)?.toString()] as const)
    const known = values.flatMap(([parameter, value]) => (value === undefined ? [] : [[parameter, value] as const]))
    if (known.length < types.length) return []
    return [{ name: `all ${name}`, input: Object.fromEntries(known) }]
  })
}
