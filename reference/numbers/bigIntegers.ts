import { brand } from "./brand.js"
import { boundedPow } from "./exactInteger.js"
import type { IntegerType } from "./integerType.js"
import { rangeOf } from "./range.js"
import { panic } from "./runtimePanic.js"

/**
 * One of the chain's integer types of 64 bits or more, its values held as `bigint`.
 *
 * @clause numbers-02
 * @source primitives/safe-math/src/lib.rs:18
 */
export function bigIntegerType(name: string, signed: boolean, bits: number): IntegerType<bigint> {
  const range = rangeOf<bigint>(signed, bits)
  const { MIN, MAX, saturate, check, wrap } = range

  function quotient(a: bigint, b: bigint): bigint {
    if (b === 0n) panic(`${name}: division by zero`)
    return a / b
  }

  function fitting(result: bigint): bigint {
    return check(result) ?? panic(`${name}: division overflows`)
  }

  return {
    name,
    signed,
    bits,
    MIN,
    MAX,
    saturatingAdd: (a: bigint, b: bigint) => brand(saturate(a + b)),
    saturatingSub: (a: bigint, b: bigint) => brand(saturate(a - b)),
    saturatingMul: (a: bigint, b: bigint) => brand(saturate(a * b)),
    saturatingDiv: (a: bigint, b: bigint) => brand(saturate(quotient(a, b))),
    saturatingPow: (a: bigint, exponent: number) => brand(saturate(boundedPow(range, a, exponent))),
    checkedAdd: (a: bigint, b: bigint) => branded(check(a + b)),
    checkedSub: (a: bigint, b: bigint) => branded(check(a - b)),
    checkedMul: (a: bigint, b: bigint) => branded(check(a * b)),
    checkedDiv: (a: bigint, b: bigint) => (b === 0n ? undefined : branded(check(a / b))),
    checkedRem: (a: bigint, b: bigint) => (b === 0n || !range.contains(a / b) ? undefined : brand(a % b)),
    checkedPow: (a: bigint, exponent: number) => branded(check(boundedPow(range, a, exponent))),
    wrappingAdd: (a: bigint, b: bigint) => brand(wrap(a + b)),
    wrappingSub: (a: bigint, b: bigint) => brand(wrap(a - b)),
    wrappingMul: (a: bigint, b: bigint) => brand(wrap(a * b)),
    div: (a: bigint, b: bigint) => brand(fitting(quotient(a, b))),
    rem: (a: bigint, b: bigint) => brand(a - b * fitting(quotient(a, b))),
    safeDiv: (a: bigint, b: bigint) => brand(b === 0n ? 0n : (check(a / b) ?? 0n)),
    saturatingFrom: (value) => saturate(BigInt(value)),
    checkedFrom: (value) => check(BigInt(value)),
    wrappingFrom: (value) => wrap(BigInt(value)),
  }
}

function branded<V extends bigint>(value: bigint | undefined): V | undefined {
  return value === undefined ? undefined : brand(value)
}
