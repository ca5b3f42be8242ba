import type { FixedArithmetic } from "./fixedArithmetic.js"
import type { FixedConversions } from "./fixedConversions.js"
import type { FixedRounding } from "./fixedRounding.js"
import type { Range } from "./range.js"

/** How the bits of a binary fixed-point number are laid out: a value is its raw bits × 2^−fractionBits. */
export interface FixedLayout<T extends bigint> {
  readonly name: string
  readonly signed: boolean
  readonly bits: number
  readonly integerBits: number
  readonly fractionBits: number
  /** `fractionBits` as the `bigint` that shifts want. */
  readonly fractionShift: bigint
  /** How an exact result is brought back into the raw bits. */
  readonly range: Range<T>
  /** The smallest value. */
  readonly MIN: T
  /** The largest value. */
  readonly MAX: T
  readonly ZERO: T
  readonly ONE: T
  /** The smallest positive value, 2^−fractionBits: the raw bits 1. */
  readonly EPSILON: T
}

/** A fixed-point format: its layout and the operations on its values. Two values compare as their raw bits do. */
export interface FixedFormat<T extends bigint>
  extends FixedLayout<T>,
    FixedArithmetic<T>,
    FixedRounding<T>,
    FixedConversions<T> {
  /** Takes raw bits as a value; throws a RangeError if they are outside the type. */
  fromBits(raw: bigint): T
}
