import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fixed, optional, perquintill, struct, tuple, u16, u64, vector } from "../../reference/interface/valueTypes.js"
import { I32F32, U64F64 } from "../../reference/numbers/formats.js"
import { compare } from "./compare.js"
import { decimalOf } from "./decimal.js"

describe("two values are compared place by place", () => {
  it("equal values have no differences", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const text = JSON.stringify(json)
        expect(compare("x", JSON.parse(text), JSON.parse(text)).differences).toEqual([])
      }),
    )
  })

  it("each difference has its path", () => {
    const expected = { a: ["1", "2"], "Pallet.Item": { b: true } }
    const got = { a: ["1", "5"], "Pallet.Item": { b: false } }
    expect(compare("x", expected, got).differences).toEqual([
      { path: "x.a[1]", expected: "2", got: "5", distance: "3" },
      { path: 'x["Pallet.Item"].b', expected: true, got: false },
    ])
  })

  it("what is missing and what is too much both differ", () => {
    expect(compare("x", { a: "1" }, { b: "1" }).differences).toEqual([
      { path: "x.a", expected: "1" },
      { path: "x.b", got: "1" },
    ])
    expect(compare("x", ["1", "2"], ["1"]).differences).toEqual([{ path: "x[1]", expected: "2" }])
    expect(compare("x", {}, { constructor: "1" }).differences).toEqual([{ path: "x.constructor", got: "1" }])
  })

  it("values of different kinds differ as wholes", () => {
    expect(compare("x", ["1"], "1").differences).toEqual([{ path: "x", expected: ["1"], got: "1" }])
    expect(compare("x", null, {}).differences).toHaveLength(1)
    expect(compare("x", "007", "7").differences).toHaveLength(1)
  })

  it("distances count units of the last place, and fixed-point numbers show their decimals", () => {
    const type = struct({ shares: vector(optional(fixed(I32F32))) }).describe
    const found = compare("x", { shares: ["2147483648"] }, { shares: ["-4294967296"] }, { type })
    expect(found.differences).toEqual([
      {
        path: "x.shares[0]",
        expected: "2147483648",
        got: "-4294967296",
        expectedDecimal: "0.5",
        gotDecimal: "-1",
        distance: "6442450944",
      },
    ])
  })

  it("within the tolerance there is no difference, one beyond it there is", () => {
    const exact = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
    const tolerance = fc.bigInt({ min: 0n, max: 2n ** 32n })
    fc.assert(
      fc.property(exact, tolerance, fc.boolean(), (value, allowed, below) => {
        const sign = below ? -1n : 1n
        const near = String(value + sign * allowed)
        const far = String(value + sign * (allowed + 1n))
        expect(compare("x", String(value), near, { tolerance: allowed }).differences).toEqual([])
        expect(compare("x", String(value), far, { tolerance: allowed }).differences).toHaveLength(1)
        expect(compare("x", String(value), far, { tolerance: allowed }).largest).toBe(allowed + 1n)
      }),
    )
  })
})

describe("a tolerance", () => {
  const type = vector(tuple(u16, u16)).describe

  it("is for what stands in a column, not for the column", () => {
    const near = compare("x", [["2", "500"]], [["2", "501"]], { type, tolerance: 1n })
    const elsewhere = compare("x", [["2", "500"]], [["3", "500"]], { type, tolerance: 1n })
    expect(near.differences).toEqual([])
    expect(elsewhere.differences).toMatchObject([{ path: "x[0][0]", expected: "2", got: "3" }])
  })

  it("lets an entry of a sparse row be missing that is as good as zero, on either side", () => {
    const [with3, without3] = [
      [
        ["2", "500"],
        ["3", "1"],
        ["5", "7"],
      ],
      [
        ["2", "500"],
        ["5", "7"],
      ],
    ]
    for (const [expected = [], got = []] of [
      [with3, without3],
      [without3, with3],
    ]) {
      const found = compare("x", expected, got, { type, tolerance: 1n })
      expect(found).toEqual({ differences: [], largest: 1n })
      expect(compare("x", expected, got, { type, tolerance: 0n }).differences).not.toEqual([])
      expect(compare("x", expected, got, { type }).differences).not.toEqual([])
    }
  })

  it("does not let an entry be missing that is more, stand twice or stand elsewhere in the row", () => {
    const row = [
      ["2", "500"],
      ["5", "1"],
    ]
    for (const other of [
      [["5", "1"]],
      [
        ["5", "1"],
        ["2", "500"],
      ],
      [
        ["2", "500"],
        ["5", "1"],
        ["5", "1"],
      ],
    ]) {
      expect(compare("x", row, other, { type, tolerance: 1n }).differences).not.toEqual([])
      expect(compare("x", other, row, { type, tolerance: 1n }).differences).not.toEqual([])
    }
  })
})

describe("the decimal of a raw value", () => {
  it("is exact where the format's fraction is short", () => {
    expect(decimalOf(1n, fixed(I32F32).describe)).toBe("0.000000000232830643653869")
    expect(decimalOf(-1n << 31n, fixed(I32F32).describe)).toBe("-0.5")
    expect(decimalOf(3n << 63n, fixed(U64F64).describe)).toBe("1.5")
    expect(decimalOf(0n, fixed(U64F64).describe)).toBe("0")
  })

  it("of a perquintill counts 18 places", () => {
    expect(decimalOf(5n * 10n ** 17n, perquintill.describe)).toBe("0.5")
    expect(decimalOf(1n, perquintill.describe)).toBe("0.000000000000000001")
  })

  it("is not shown for integers", () => {
    expect(decimalOf(1n, u64.describe)).toBeUndefined()
    expect(decimalOf(1n, undefined)).toBeUndefined()
  })
})
