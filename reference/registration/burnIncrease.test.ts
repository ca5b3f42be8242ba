import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { taoBalance } from "../state/primitives.js"
import { increasedBurn } from "./burnIncrease.js"

const NONE = taoBalance(0n)
const NO_LIMIT = taoBalance(U64.MAX)
const factorOf = (bits: bigint) => U64F64.fromBits(bits)
const ONE = 1n << 64n

const amounts = fc.bigInt({ min: 0n, max: U64.MAX }).map(taoBalance)
const factors = fc.bigInt({ min: 0n, max: 4n * ONE }).map(factorOf)

describe("the price after a registration", () => {
  it("is the price times the factor, cut down", () => {
    // The factor 1.26 as the chain stores it by default.
    const factor = factorOf(23_243_144_168_929_832_960n)
    const exact = (100_000_001n * 23_243_144_168_929_832_960n) / ONE
    expect(increasedBurn(taoBalance(100_000_001n), factor, NONE, NO_LIMIT)).toBe(exact)
    expect(increasedBurn(taoBalance(3n), factorOf(ONE + ONE / 2n), NONE, NO_LIMIT)).toBe(4n)
  })

  it("does not fall for a factor below one", () => {
    expect(increasedBurn(taoBalance(1_000n), factorOf(0n), NONE, NO_LIMIT)).toBe(1_000n)
    expect(increasedBurn(taoBalance(1_000n), factorOf(ONE - 1n), NONE, NO_LIMIT)).toBe(1_000n)
  })

  it("saturates at the largest amount", () => {
    expect(increasedBurn(taoBalance(U64.MAX), factorOf(3n * ONE), NONE, NO_LIMIT)).toBe(U64.MAX)
  })

  it("stays within its bounds, and the upper one wins where they cross", () => {
    fc.assert(
      fc.property(amounts, factors, amounts, amounts, (burn, factor, least, most) => {
        const price = increasedBurn(burn, factor, least, most)
        expect(price <= most).toBe(true)
        if (least <= most) expect(price >= least).toBe(true)
        else expect(price).toBe(most)
      }),
    )
  })
})
