import fc from "fast-check"
import type { Json, JsonObject, TypeDescription } from "../../../reference/interface/valueType.js"
import { boundsOf, namedValues } from "./namedValues.js"

const LONGEST = 5

function decimal(values: fc.Arbitrary<bigint>): fc.Arbitrary<string> {
  return values.map((value) => value.toString())
}

/** Integers of every order of magnitude alike, from `min` to `max`. */
export function ofAnySize(min: bigint, max: bigint): fc.Arbitrary<bigint> {
  const bits = Math.max(max.toString(2).length, min.toString(2).length)
  const magnitude = fc
    .integer({ min: 0, max: bits })
    .chain((size) => fc.bigInt({ min: 0n, max: (1n << BigInt(size)) - 1n }))
  const signed = fc.tuple(magnitude, fc.boolean()).map(([value, negative]) => (negative && min < 0n ? -value : value))
  return signed.filter((value) => value >= min && value <= max)
}

/** Integers from `min` to `max`: of any size, near the bounds, or named. */
function integers(type: TypeDescription, min: bigint, max: bigint): fc.Arbitrary<bigint> {
  const named = [...(namedValues(type)?.values() ?? [])]
  return fc.oneof(
    { weight: 6, arbitrary: ofAnySize(min, max) },
    { weight: 2, arbitrary: fc.bigInt({ min, max }) },
    { weight: 2, arbitrary: fc.constantFrom(...named) },
  )
}

function fixedBounds(signed: boolean, bits: number) {
  const max = (1n << BigInt(signed ? bits - 1 : bits)) - 1n
  return { min: signed ? -max - 1n : 0n, max }
}

/** JSON forms of values of the type. */
export function typeArbitrary(type: TypeDescription): fc.Arbitrary<Json> {
  if (type.kind === "integer") return decimal(integers(type, boundsOf(type).min, boundsOf(type).max))
  if (type.kind === "fixed") {
    const { min, max } = fixedBounds(type.signed, type.bits)
    return decimal(integers(type, min, max))
  }
  if (type.kind === "perquintill") return decimal(integers(type, 0n, 10n ** 18n))
  if (type.kind === "boolean") return fc.boolean()
  if (type.kind === "text") return fc.string({ maxLength: LONGEST })
  if (type.kind === "bytes") return hex(type.length)
  if (type.kind === "nothing") return fc.constant(null)
  if (type.kind === "choice") return fc.constantFrom(...type.options)
  if (type.kind === "optional") return fc.option(typeArbitrary(type.of), { nil: null })
  if (type.kind === "vector") return fc.array(typeArbitrary(type.of), { maxLength: LONGEST })
  if (type.kind === "tuple") return fc.tuple(...type.of.map(typeArbitrary))
  if (type.kind === "struct") return fieldsArbitrary(type.fields)
  return fc.oneof(...Object.values(type.alternatives).map(typeArbitrary))
}

function hex(length: number | undefined): fc.Arbitrary<string> {
  const size = length === undefined ? { maxLength: LONGEST } : { minLength: length, maxLength: length }
  return fc.uint8Array(size).map((bytes) => `0x${Buffer.from(bytes).toString("hex")}`)
}

/** Objects with a value for each of the fields. */
export function fieldsArbitrary(fields: { readonly [name: string]: TypeDescription }): fc.Arbitrary<JsonObject> {
  const arbitraries = Object.entries(fields).map(([name, type]) => [name, typeArbitrary(type)] as const)
  return fc.record(Object.fromEntries(arbitraries))
}
