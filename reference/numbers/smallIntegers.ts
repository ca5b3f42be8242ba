import { bigIntegerType } from "./bigIntegers.js"
import { brand } from "./brand.js"
import type { IntegerType } from "./integerType.js"
import { panic } from "./runtimePanic.js"

/**
 * One of the chain's integer types of up to 32 bits, its values held as `number`. Sums of two such values are exact in a
 * `number`; products need not be, so what depends on their low bits goes through the `bigint` type of the same width.
 *
 * @clause numbers-02
 * @source primitives/safe-math/src/lib.rs:18
 */
export function smallIntegerType(name: string, signed: boolean, bits: number): IntegerType<number> {
  const exact = bigIntegerType(name, signed, bits)
  const MIN = Number(exact.MIN)
  const MAX = Number(exact.MAX)

  // `+ 0` turns −0, which products and remainders can give, into 0.
  const saturate = (result: number): number => (result > MAX ? MAX : result < MIN ? MIN : result + 0)
  const check = (result: number): number | undefined => (result > MAX || result < MIN ? undefined : result + 0)

  function quotient(a: number, b: number): number {
    if (b === 0) panic(`${name}: division by zero`)
    return Math.trunc(a / b)
  }

  function fitting(result: number): number {
    return check(result) ?? panic(`${name}: division overflows`)
  }

  const checkedQuotient = (a: number, b: number) => (b === 0 ? undefined : check(Math.trunc(a / b)))

  return {
    name,
    signed,
    bits,
    MIN,
    MAX,
    saturatingAdd: (a, b) => brand(saturate(a + b)),
    saturatingSub: (a, b) => brand(saturate(a - b)),
    saturatingMul: (a, b) => brand(saturate(a * b)),
    saturatingDiv: (a, b) => brand(saturate(quotient(a, b))),
    saturatingPow: (a, exponent) => brand(Number(exact.saturatingPow(BigInt(a), exponent))),
    checkedAdd: (a, b) => branded(check(a + b)),
    checkedSub: (a, b) => branded(check(a - b)),
    checkedMul: (a, b) => branded(check(a * b)),
    checkedDiv: (a, b) => branded(checkedQuotient(a, b)),
    checkedRem: (a, b) => (checkedQuotient(a, b) === undefined ? undefined : brand((a % b) + 0)),
    checkedPow: (a, exponent) => branded(toNumber(exact.checkedPow(BigInt(a), exponent))),
    wrappingAdd: (a, b) => brand(Number(exact.wrappingFrom(a + b))),
    wrappingSub: (a, b) => brand(Number(exact.wrappingFrom(a - b))),
    wrappingMul: (a, b) => brand(Number(exact.wrappingFrom(BigInt(a) * BigInt(b)))),
    div: (a, b) => brand(fitting(quotient(a, b))),
    rem: (a, b) => brand(a - b * fitting(quotient(a, b)) + 0),
    safeDiv: (a, b) => brand(checkedQuotient(a, b) ?? 0),
    saturatingFrom: (value) => (typeof value === "number" ? saturate(value) : Number(exact.saturatingFrom(value))),
    checkedFrom: (value) => (typeof value === "number" ? check(value) : toNumber(exact.checkedFrom(value))),
    wrappingFrom: (value) => Number(exact.wrappingFrom(value)),
  }
}

function branded<V extends number>(value: number | undefined): V | undefined {
  return value === undefined ? undefined : brand(value)
}

function toNumber(value: bigint | undefined): number | undefined {
  return value === undefined ? undefined : Number(value)
}
