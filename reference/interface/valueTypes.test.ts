import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32, I96F32, U64F64 } from "../numbers/formats.js"
import {
  accountId,
  bool,
  bytes,
  choice,
  fixed,
  i8,
  i64,
  integer,
  type Json,
  matrix,
  netUid,
  nothing,
  optional,
  perquintill,
  struct,
  text,
  tuple,
  u16,
  u64,
  u128,
  u256,
  ValueError,
  type ValueType,
  vector,
} from "./valueTypes.js"

/** What the type says of a JSON form that is not its own. */
function problem(type: ValueType<unknown>, json: Json): string {
  try {
    type.fromJson(json, "input.x")
  } catch (thrown) {
    if (thrown instanceof ValueError) return thrown.message
    throw thrown
  }
  return "nothing"
}

function returns<T>(type: ValueType<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(type.fromJson(type.toJson(value))).toEqual(value)
    }),
  )
}

describe("a value comes back from its JSON form", () => {
  it("integers", () => {
    returns(u64, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))
    returns(i64, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }))
    returns(u256, fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }))
    returns(u16, fc.integer({ min: 0, max: 65_535 }))
    returns(i8, fc.integer({ min: -128, max: 127 }))
    returns(integer, fc.bigInt())
  })

  it("lists, records, tuples and values that may be missing", () => {
    const type = struct({ rows: matrix(u64), pair: tuple(u16, bool), maybe: optional(u128) })
    const values = fc.record({
      rows: fc.array(fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))),
      pair: fc.tuple(fc.integer({ min: 0, max: 65_535 }), fc.boolean()),
      maybe: fc.option(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), { nil: undefined }),
    })
    returns(type, values)
  })

  it("bytes and words", () => {
    returns(bytes, fc.uint8Array())
    returns(text, fc.string())
    returns(choice("buy", "sell"), fc.constantFrom("buy", "sell"))
    returns(nothing, fc.constant(undefined))
  })

  it("fixed-point numbers, as their raw bits", () => {
    expect(fixed(I32F32).toJson(I32F32.fromBits(1n << 31n))).toBe("2147483648")
    expect(fixed(I32F32).fromJson("-1")).toBe(I32F32.fromBits(-1n))
    expect(fixed(U64F64).fromJson("18446744073709551616")).toBe(U64F64.ONE)
  })
})

describe("what is not of the type is refused with the place and the reason", () => {
  it.each<[string, ValueType<unknown>, Json, string]>([
    ["a JSON number", u64, 5, 'input.x: an integer is written as a decimal string, such as "42", not 5'],
    ["a number above the type", u16, "65536", "input.x: 65536 is above the largest u16, 65535"],
    ["a negative number", u64, "-1", "input.x: -1 is below the least u64, 0"],
    ["NaN", u64, "NaN", 'input.x: "NaN" is not a decimal integer'],
    ["a fraction", u64, "1.5", 'input.x: "1.5" is not a decimal integer'],
    ["hexadecimal", u64, "0x10", 'input.x: "0x10" is not a decimal integer'],
    ["leading zeros", u64, "007", 'input.x: "007" is not a decimal integer'],
    ["minus zero", integer, "-0", 'input.x: "-0" is not a decimal integer'],
    ["white space", u64, " 1", 'input.x: " 1" is not a decimal integer'],
    ["nothing at all", u64, "", 'input.x: "" is not a decimal integer'],
    ["a very long number", u64, "1".repeat(5_000), "input.x: 5000 digits are too many for an integer here"],
    ["bits beyond the format", fixed(I32F32), "9223372036854775808", "is above the largest raw bits of I32F32"],
    ["a negative unsigned fraction", fixed(U64F64), "-1", "is below the least raw bits of U64F64, 0"],
    ["bits beyond a wide format", fixed(I96F32), (2n ** 127n).toString(), "is above the largest raw bits of I96F32"],
    ["more than one", perquintill, "1000000000000000001", "is above the largest perquintill"],
    ["a subnet beyond u16", netUid, "65536", "is above the largest u16"],
    ["a short account", accountId, "0x00", "input.x: 1 bytes instead of 32"],
    ["upper-case hexadecimal", bytes, "0xAB", "is not lower-case hexadecimal that starts with 0x"],
    ["half a byte", bytes, "0xa", "is not lower-case hexadecimal"],
    ["a text for a boolean", bool, "true", 'input.x: "true" is neither true nor false'],
    ["another word", choice("buy", "sell"), "hold", 'input.x: "hold" is none of buy, sell'],
    ["an object for a list", vector(u64), {}, "input.x: {} is not a list"],
    ["a list for an object", struct({ a: u64 }), [], "input.x: [] is not an object"],
    ["null for an object", struct({ a: u64 }), null, "input.x: null is not an object"],
    ["a bad element", vector(u64), ["1", "x"], 'input.x[1]: "x" is not a decimal integer'],
    ["a bad field", struct({ a: struct({ b: u64 }) }), { a: { b: "x" } }, 'input.x.a.b: "x" is not a decimal integer'],
    ["a missing field", struct({ a: u64 }), {}, 'input.x: "a" is missing'],
    ["an extra field", struct({ a: u64 }), { a: "1", b: "2" }, 'input.x: "b" is not one of a'],
    ["an inherited name", struct({ a: u64 }), { a: "1", constructor: "2" }, '"constructor" is not one of a'],
    ["a tuple of another length", tuple(u64, u64), ["1"], "input.x: the list has 1 elements instead of 2"],
  ])("%s", (_, type, json, message) => {
    expect(problem(type, json)).toContain(message)
  })
})
