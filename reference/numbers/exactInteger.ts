import type { Range } from "./range.js"

/**
 * a to the power of a u32 without a bound on the result, as long as it can matter: once the power has left the range,
 * what is returned lies outside on the right side, without the cost of all its digits.
 *
 * @clause numbers-02
 */
export function boundedPow(range: Range<bigint>, a: bigint, exponent: number): bigint {
  if (a >= -1n && a <= 1n) return a === 0n && exponent > 0 ? 0n : exponent % 2 === 0 ? 1n : a
  const negative = a < 0n && exponent % 2 === 1
  // |a| ≥ 2, so an exponent beyond the width leaves every type of that width.
  if (exponent > range.bits) return negative ? range.MIN - 1n : range.MAX + 1n
  return a ** BigInt(exponent)
}
