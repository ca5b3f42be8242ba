/** Two operands by the names of their values. A pair of which the type lacks a value is left out. */
export type OperandPair = readonly [a: string, b: string]

const SUMS: readonly OperandPair[] = [
  ["zero", "zero"],
  ["the largest", "one"],
  ["the largest", "a step"],
  ["a step below the largest", "a step"],
  ["one below the largest", "one"],
  ["the largest", "the largest"],
  ["half the range", "half the range"],
  ["the least", "minus one"],
  ["the least", "minus a step"],
  ["the least", "the largest"],
  ["the least", "the least"],
]

const DIFFERENCES: readonly OperandPair[] = [
  ["zero", "one"],
  ["zero", "a step"],
  ["one", "one"],
  ["the largest", "the largest"],
  ["zero", "the largest"],
  ["the least", "one"],
  ["the least", "a step"],
  ["the largest", "minus one"],
  ["the largest", "the least"],
  ["zero", "the least"],
]

const PRODUCTS: readonly OperandPair[] = [
  ["zero", "the largest"],
  ["the largest", "one"],
  ["the largest", "two"],
  ["the largest", "a step above one"],
  ["the largest", "the largest"],
  ["half the range", "two"],
  ["the root of the range", "the root of the range"],
  ["one below the root of the range", "one below the root of the range"],
  ["a step", "a step"],
  ["minus a step", "a step"],
  ["a step below one", "a step below one"],
  ["a third", "three"],
  ["minus a third", "three"],
  ["half", "a step"],
  ["minus half", "a step"],
  ["the least", "minus one"],
  ["the least", "the least"],
  ["minus three", "seven"],
]

const QUOTIENTS: readonly OperandPair[] = [
  ["seven", "two"],
  ["minus seven", "two"],
  ["seven", "minus two"],
  ["minus seven", "minus two"],
  ["one", "three"],
  ["minus one", "three"],
  ["one", "minus three"],
  ["two", "three"],
  ["zero", "the largest"],
  ["one", "zero"],
  ["zero", "zero"],
  ["the least", "zero"],
  ["one", "the largest"],
  ["the largest", "the largest"],
  ["the largest", "a step"],
  ["the largest", "half"],
  ["the largest", "a step below one"],
  ["a step", "the largest"],
  ["a step", "a step above one"],
  ["the least", "minus one"],
  ["the least", "minus a step"],
  ["the least", "the least"],
]

/** Pairs at which an operation of that kind overflows, underflows, is inexact, or only just is not. */
export function operandPairs(operation: string): readonly OperandPair[] {
  if (/add/i.test(operation)) return SUMS
  if (/sub|diff/i.test(operation)) return DIFFERENCES
  if (/mul/i.test(operation)) return PRODUCTS
  return QUOTIENTS
}
