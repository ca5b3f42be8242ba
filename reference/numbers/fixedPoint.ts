import { brand } from "./brand.js"
import { fixedArithmetic } from "./fixedArithmetic.js"
import { fixedConversions } from "./fixedConversions.js"
import type { FixedFormat, FixedLayout } from "./fixedFormat.js"
import { fixedRounding } from "./fixedRounding.js"
import { rangeOf } from "./range.js"

export type { FixedFormat } from "./fixedFormat.js"

/**
 * Makes the format with so many bits left and right of the point. A signed format counts its sign among the bits left
 * of the point, and is stored in two's complement.
 *
 * @clause numbers-03
 * @source substrate-fixed:src/types/mod.rs:257
 */
export function fixedPoint<T extends bigint>(
  name: string,
  signed: boolean,
  integerBits: number,
  fractionBits: number,
): FixedFormat<T> {
  const layout = fixedLayout<T>(name, signed, integerBits, fractionBits)
  return {
    ...layout,
    ...fixedArithmetic(layout),
    ...fixedRounding(layout),
    ...fixedConversions(layout),
    fromBits(raw) {
      if (!layout.range.contains(raw)) throw new RangeError(`${raw} is not among the raw bits of ${name}`)
      return brand(raw)
    },
  }
}

function fixedLayout<T extends bigint>(
  name: string,
  signed: boolean,
  integerBits: number,
  fractionBits: number,
): FixedLayout<T> {
  const bits = integerBits + fractionBits
  const range = rangeOf<T>(signed, bits)
  const fractionShift = BigInt(fractionBits)
  return {
    name,
    signed,
    bits,
    integerBits,
    fractionBits,
    fractionShift,
    range,
    MIN: range.MIN,
    MAX: range.MAX,
    ZERO: brand(0n),
    ONE: brand(1n << fractionShift),
    EPSILON: brand(1n),
  }
}
