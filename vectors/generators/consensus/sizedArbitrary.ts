import fc from "fast-check"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { Json, JsonObject, TypeDescription } from "../../../reference/interface/valueType.js"
import { typeArbitrary } from "../functions/typeArbitrary.js"
import { entryType, SIZES } from "./sizedValues.js"

const MOST_NEURONS = 6
const FEW_BLOCKS = 20n

/** Values as consensus meets them: shares of one, weights, blocks that are near each other; at times anything. */
function usual(type: TypeDescription): fc.Arbitrary<Json> {
  if (type.kind === "fixed") {
    const one = 1n << BigInt(type.fractionBits)
    const tenths = fc.bigInt({ min: 0n, max: 10n }).map((share) => ((one * share) / 10n).toString())
    const shares = fc.bigInt({ min: 0n, max: one }).map(String)
    return fc.oneof(
      { weight: 5, arbitrary: tenths },
      { weight: 4, arbitrary: shares },
      { weight: 1, arbitrary: typeArbitrary(type) },
    )
  }
  if (type.kind === "integer" && type.max !== undefined && type.max > 65_535n) {
    return fc.oneof(
      { weight: 4, arbitrary: fc.bigInt({ min: 0n, max: FEW_BLOCKS }).map(String) },
      { weight: 1, arbitrary: typeArbitrary(type) },
    )
  }
  if (type.kind === "struct") {
    return fc.record(Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, usual(field)])))
  }
  return typeArbitrary(type)
}

function matrix(type: TypeDescription, size: number): fc.Arbitrary<Json> {
  const columns = fc.shuffledSubarray(Array.from({ length: size }, (_, column) => column))
  const ordered = fc
    .tuple(columns, fc.boolean())
    .map(([chosen, sorted]) => (sorted ? chosen.sort((a, b) => a - b) : chosen))
  const row = ordered.chain((chosen) =>
    fc.tuple(...chosen.map((column) => usual(type).map((value) => [column.toString(), value]))),
  )
  return fc.array(row, { minLength: size, maxLength: size })
}

function parameter(name: string, type: TypeDescription, size: number): fc.Arbitrary<Json> {
  const entry = entryType(type)
  if (entry !== undefined) return matrix(entry, size)
  if (SIZES.has(name)) return fc.constant(size.toString())
  if (type.kind === "vector") return fc.array(usual(type.of), { minLength: size, maxLength: size })
  if (type.kind === "optional") return fc.option(parameter(name, type.of, size), { nil: null })
  if (/^(?:ownerUid|k|maxAllowedValidators)$/.test(name)) return fc.integer({ min: 0, max: size }).map(String)
  return usual(type)
}

/** Inputs whose vectors and matrices all have the size of one subnet. */
export function sizedArbitrary({ parameters }: PublicFunction): fc.Arbitrary<JsonObject> {
  return fc
    .integer({ min: 0, max: MOST_NEURONS })
    .chain((size) =>
      fc.record(
        Object.fromEntries(
          Object.entries(parameters).map(([name, { describe }]) => [name, parameter(name, describe, size)]),
        ),
      ),
    )
}
