import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U64F64, U96F32 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { alphaBalance, taoBalance } from "../state/primitives.js"
import { weighRoot } from "./rootProportion.js"
import { pricesExceedOne } from "./rootSell.js"

describe("root's proportion", () => {
  it("is one half where the weighted TAO is as much as the alpha", () => {
    expect(weighRoot(taoBalance(1_000n), U64.MAX, alphaBalance(1_000n))).toBe(U96F32.ONE / 2n)
  })

  it("is zero without TAO and alpha, and one without alpha", () => {
    expect(weighRoot(taoBalance(0n), U64.MAX, alphaBalance(0n))).toBe(0n)
    expect(weighRoot(taoBalance(5n), U64.MAX, alphaBalance(0n))).toBe(U96F32.ONE)
  })

  it("never grows as alpha is issued", () => {
    const u64 = fc.bigInt(0n, U64.MAX)
    fc.assert(
      fc.property(u64, u64, u64, fc.bigInt(0n, 1_000_000n), (tao, weight, alpha, more) => {
        const before = weighRoot(taoBalance(tao), weight, alphaBalance(alpha))
        expect(weighRoot(taoBalance(tao), weight, alphaBalance(alpha + more))).toBeLessThanOrEqual(before)
      }),
      { numRuns: 300 },
    )
  })
})

describe("root sells", () => {
  const half = U64F64.fromBits(U64F64.ONE / 2n)

  it("only while the moving prices sum to more than one", () => {
    expect(pricesExceedOne([])).toBe(false)
    expect(pricesExceedOne([half, half])).toBe(false)
    expect(pricesExceedOne([half, half, U64F64.EPSILON])).toBe(true)
  })

  it("by a sum that wraps", () => {
    expect(pricesExceedOne([U64F64.MAX, U64F64.EPSILON])).toBe(false)
  })
})
