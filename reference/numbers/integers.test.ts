import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I16, I32, I64, I128, type IntegerType, U8, U16, U32, U64, U128, U256 } from "./integers.js"
import { RuntimePanic } from "./runtimePanic.js"
import { integersOfEveryMagnitude } from "./testing/arbitraries.js"

/** One type seen through bigints, so that the same laws serve types whose values are numbers. */
interface Seen {
  readonly name: string
  readonly MIN: bigint
  readonly MAX: bigint
  readonly bits: number
  readonly signed: boolean
  call(operation: Operation, a: bigint, b: bigint): bigint | undefined
}

type Operation =
  | `saturating${"Add" | "Sub" | "Mul" | "Div"}`
  | `checked${"Add" | "Sub" | "Mul" | "Div" | "Rem"}`
  | `wrapping${"Add" | "Sub" | "Mul"}`
  | "div"
  | "rem"
  | "safeDiv"

function seen<Base extends number | bigint>(type: IntegerType<Base>, from: (n: bigint) => Base): Seen {
  return {
    name: type.name,
    MIN: BigInt(type.MIN),
    MAX: BigInt(type.MAX),
    bits: type.bits,
    signed: type.signed,
    call(operation, a, b) {
      const result = type[operation](from(a), from(b))
      return result === undefined ? undefined : BigInt(result)
    },
  }
}

const TYPES: readonly Seen[] = [
  ...[U8, U16, U32, I16, I32].map((type) => seen(type, Number)),
  ...[U64, U128, U256, I64, I128].map((type) => seen(type, (n) => n)),
]

const EXACT = {
  Add: (a: bigint, b: bigint) => a + b,
  Sub: (a: bigint, b: bigint) => a - b,
  Mul: (a: bigint, b: bigint) => a * b,
} as const

describe.each(TYPES)("$name", (type) => {
  const value = integersOfEveryMagnitude(type.MIN, type.MAX)
  const inside = (n: bigint) => n >= type.MIN && n <= type.MAX
  const nearest = (n: bigint) => (n < type.MIN ? type.MIN : n > type.MAX ? type.MAX : n)

  it.each(["Add", "Sub", "Mul"] as const)("%s is exact, or saturates, fails or wraps", (operation) => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const exact = EXACT[operation](a, b)
        expect(type.call(`saturating${operation}`, a, b)).toBe(nearest(exact))
        expect(type.call(`checked${operation}`, a, b)).toBe(inside(exact) ? exact : undefined)
        const wrapped = type.call(`wrapping${operation}`, a, b) ?? 0n
        expect(inside(wrapped)).toBe(true)
        expect((wrapped - exact) % (1n << BigInt(type.bits))).toBe(0n)
      }),
    )
  })

  it("division truncates toward zero and leaves a remainder with the sign of the dividend", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        fc.pre(b !== 0n && !(a === type.MIN && b === -1n))
        const quotient = type.call("div", a, b) ?? 0n
        const remainder = type.call("rem", a, b) ?? 0n
        expect(quotient * b + remainder).toBe(a)
        expect(remainder === 0n || remainder > 0n === a > 0n).toBe(true)
        expect((remainder < 0n ? -remainder : remainder) < (b < 0n ? -b : b)).toBe(true)
        expect([type.call("checkedDiv", a, b), type.call("checkedRem", a, b)]).toEqual([quotient, remainder])
        expect([type.call("safeDiv", a, b), type.call("saturatingDiv", a, b)]).toEqual([quotient, quotient])
      }),
    )
  })

  it("division by zero panics in plain arithmetic, and is nothing or zero where it is checked", () => {
    for (const operation of ["div", "rem", "saturatingDiv"] as const) {
      expect(() => type.call(operation, 1n, 0n)).toThrow(RuntimePanic)
    }
    expect(type.call("checkedDiv", 1n, 0n)).toBeUndefined()
    expect(type.call("checkedRem", 1n, 0n)).toBeUndefined()
    expect(type.call("safeDiv", 1n, 0n)).toBe(0n)
  })
})

describe.each(TYPES.filter(({ signed }) => signed))("$name", (type) => {
  it("the smallest value divided by −1 is outside the type", () => {
    expect(() => type.call("div", type.MIN, -1n)).toThrow(RuntimePanic)
    expect(() => type.call("rem", type.MIN, -1n)).toThrow(RuntimePanic)
    expect(type.call("checkedDiv", type.MIN, -1n)).toBeUndefined()
    expect(type.call("saturatingDiv", type.MIN, -1n)).toBe(type.MAX)
    expect(type.call("safeDiv", type.MIN, -1n)).toBe(0n)
  })
})

describe("powers", () => {
  it("are repeated products until they leave the type", () => {
    fc.assert(
      fc.property(integersOfEveryMagnitude(I64.MIN, I64.MAX), fc.nat(80), (a, exponent) => {
        const exact = a ** BigInt(exponent)
        expect(I64.saturatingPow(a, exponent)).toBe(exact > I64.MAX ? I64.MAX : exact < I64.MIN ? I64.MIN : exact)
        expect(I64.checkedPow(a, exponent)).toBe(exact > I64.MAX || exact < I64.MIN ? undefined : exact)
      }),
    )
  })

  it("with an exponent of any size take no longer", () => {
    expect(U64.saturatingPow<bigint>(2n, 4_294_967_295)).toBe(U64.MAX)
    expect(I64.saturatingPow<bigint>(-3n, 4_294_967_295)).toBe(I64.MIN)
    expect(I64.saturatingPow<bigint>(-1n, 4_294_967_295)).toBe(-1n)
    expect(U8.checkedPow<number>(0, 0)).toBe(1)
    expect(U8.checkedPow<number>(0, 4_294_967_295)).toBe(0)
  })
})

describe("conversion into a type", () => {
  it("saturates, checks or keeps the low bits", () => {
    expect([U16.saturatingFrom(70_000n), U16.checkedFrom(70_000n), U16.wrappingFrom(70_000n)]).toEqual([
      65_535,
      undefined,
      4_464,
    ])
    expect([U64.saturatingFrom(-1), U64.checkedFrom(-1), U64.wrappingFrom(-1)]).toEqual([0n, undefined, U64.MAX])
    expect([I16.saturatingFrom(40_000), I16.checkedFrom(40_000), I16.wrappingFrom(40_000)]).toEqual([
      32_767,
      undefined,
      -25_536,
    ])
  })
})
