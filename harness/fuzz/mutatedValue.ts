import fc from "fast-check"
import { isJsonList, isJsonObject, type Json, type TypeDescription } from "../../reference/interface/valueType.js"
import { clamp, type NumberBounds, numberBounds } from "./numberBounds.js"

/** Draws a JSON form of a type anew. */
export type Fresh = (type: TypeDescription) => fc.Arbitrary<Json>

/** Numbers beside a number, and those that are some times larger or smaller. */
function nearNumbers(value: bigint, bounds: NumberBounds): fc.Arbitrary<Json> {
  const near = fc.bigInt(-2n, 2n).map((step) => value + step)
  const scaled = fc.constantFrom(value * 2n, value / 2n, value * 10n, value / 10n, -value)
  return fc.oneof(near, scaled).map((drawn) => clamp(drawn, bounds).toString())
}

function mutatedNumber(type: TypeDescription, bounds: NumberBounds, json: Json, fresh: Fresh): fc.Arbitrary<Json> {
  if (typeof json !== "string") return fresh(type)
  return fc.oneof({ weight: 2, arbitrary: nearNumbers(BigInt(json), bounds) }, { weight: 1, arbitrary: fresh(type) })
}

function mutatedList(of: TypeDescription, list: readonly Json[], fresh: Fresh): fc.Arbitrary<Json> {
  const added = fresh(of).map((member) => [...list, member])
  if (list.length === 0) return added
  const place = fc.nat(list.length - 1)
  const changed = place.chain((index) =>
    mutatedValue(of, list[index] ?? null, fresh).map((member) => list.with(index, member)),
  )
  const without = place.map((index) => list.toSpliced(index, 1))
  const repeated = place.map((index) => [...list, list[index] ?? null])
  return fc.oneof(
    { weight: 6, arbitrary: changed },
    { weight: 1, arbitrary: without },
    { weight: 1, arbitrary: repeated },
    { weight: 1, arbitrary: added },
  )
}

function mutatedField(
  json: { readonly [name: string]: Json },
  types: { readonly [name: string]: TypeDescription },
  fresh: Fresh,
): fc.Arbitrary<Json> {
  const fields = Object.entries(types).filter(([name]) => name in json)
  if (fields.length === 0) return fc.constant(json)
  return fc
    .constantFrom(...fields)
    .chain(([name, type]) => mutatedValue(type, json[name] ?? null, fresh).map((field) => ({ ...json, [name]: field })))
}

/** The value with one thing in it changed: a number by a little or by a lot, a member of a list, a field. */
export function mutatedValue(type: TypeDescription, json: Json, fresh: Fresh): fc.Arbitrary<Json> {
  const bounds = numberBounds(type)
  if (bounds !== undefined) return mutatedNumber(type, bounds, json, fresh)
  if (type.kind === "vector" && isJsonList(json)) return mutatedList(type.of, json, fresh)
  if (type.kind === "struct" && isJsonObject(json)) return mutatedField(json, type.fields, fresh)
  if (type.kind === "union" && isJsonObject(json)) {
    const other = fresh(type)
    return fc.oneof(
      { weight: 4, arbitrary: mutatedField(json, type.alternatives, fresh) },
      { weight: 1, arbitrary: other },
    )
  }
  if (type.kind === "optional" && json !== null) {
    return fc.oneof({ weight: 4, arbitrary: mutatedValue(type.of, json, fresh) }, fc.constant(null))
  }
  if (type.kind === "tuple" && isJsonList(json) && json.length > 0) {
    return fc.nat(json.length - 1).chain((index) => {
      const of = type.of[index]
      const member = of === undefined ? fc.constant(json[index] ?? null) : mutatedValue(of, json[index] ?? null, fresh)
      return member.map((changed) => json.with(index, changed))
    })
  }
  return fresh(type)
}
