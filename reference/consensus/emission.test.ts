import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32, U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { alphaBalance } from "../state/primitives.js"
import { emissionShares, shareOut } from "./emissionShares.js"
import { splitEmission } from "./emissionSplit.js"
import { mechanismWeight } from "./mechanismTotals.js"
import { fractionOfU16, proportionToU16 } from "./proportions.js"
import { averageVotingPower, nextVotingPower } from "./votingPower.js"

const bits = (raw: bigint) => I32F32.fromBits(raw)
const HALF = bits(I32F32.ONE / 2n)
const amount = fc.bigInt(0n, U64.MAX).map(alphaBalance)
const total = (amounts: readonly bigint[]) => amounts.reduce((sum, value) => sum + value, 0n)

describe("emission", () => {
  it("goes half to miners and half to validators", () => {
    const { server, validator } = emissionShares([I32F32.ONE, bits(0n)], [bits(0n), I32F32.ONE], [], [])
    expect([server, validator]).toEqual([
      [HALF, 0n],
      [0n, HALF],
    ])
  })

  it("goes to validators by active stake, else by stake, where nobody earned any", () => {
    const nothing = [bits(0n), bits(0n)]
    const [stake, active] = [
      [HALF, HALF],
      [I32F32.ONE, bits(0n)],
    ]
    expect(emissionShares(nothing, nothing, stake, active)).toEqual({
      server: nothing,
      validator: active,
      combined: active,
    })
    expect(emissionShares(nothing, nothing, stake, nothing)).toEqual({
      server: nothing,
      validator: stake,
      combined: stake,
    })
  })

  it("is cut to whole alpha rao", () => {
    expect(shareOut([HALF, bits(I32F32.ONE / 4n), bits(-1n)], alphaBalance(7n))).toEqual([3n, 1n, 0n])
    expect(shareOut([I32F32.ONE], alphaBalance(U64.MAX))).toEqual([U64.MAX])
  })
})

describe("the emission of mechanisms", () => {
  it("is all of it, none lost", () => {
    const split = fc.option(fc.array(fc.nat(9000), { maxLength: 7 }), { nil: undefined })
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 8 }), split, (emission, count, shares) => {
        const parts = splitEmission(emission, count, shares)
        expect(parts.length).toBe(count)
        expect(total(parts)).toBe(emission)
      }),
    )
  })

  it("is even without a split, the remainder going to the first", () => {
    expect(splitEmission(alphaBalance(11n), 3, undefined)).toEqual([5n, 3n, 3n])
    expect(splitEmission(alphaBalance(11n), 0, undefined)).toEqual([])
  })

  it("follows the split, and what it does not give away goes to the first", () => {
    expect(splitEmission(alphaBalance(65_535n), 3, [1, 2])).toEqual([65_533n, 2n, 0n])
    expect(splitEmission(alphaBalance(65_535n), 1, [1, 2])).toEqual([65_535n])
  })

  it("weighs as its part, and without emission the first is all", () => {
    expect(mechanismWeight(alphaBalance(1n), alphaBalance(2n), 1)).toBe(U64F64.ONE / 2n)
    expect([0, 1].map((m) => mechanismWeight(alphaBalance(0n), alphaBalance(0n), m))).toEqual([U64F64.ONE, 0n])
  })
})

describe("a u16 proportion", () => {
  it("comes back one lower than it was written, except for zero and one", () => {
    const again = (value: number) => proportionToU16(fractionOfU16(value))
    expect([0, 1, 2, 32_768, 65_534, 65_535].map(again)).toEqual([0, 0, 1, 32_767, 65_533, 65_535])
  })

  it("stays between 0 and 65535", () => {
    expect([I32F32.MIN, bits(-1n), I32F32.MAX].map(proportionToU16)).toEqual([0, 0, 65_535])
  })
})

describe("voting power", () => {
  const ONE = 10n ** 18n

  it("lies between what it was and the stake", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, U64.MAX), fc.bigInt(0n, U64.MAX), fc.bigInt(0n, ONE), (stake, before, alpha) => {
        const power = averageVotingPower(stake, before, alpha)
        const [low, high] = stake < before ? [stake, before] : [before, stake]
        expect(power).toBeGreaterThanOrEqual(low)
        expect(power).toBeLessThanOrEqual(high)
      }),
    )
  })

  it("is removed when it falls below the threshold, but may build up below it", () => {
    expect(nextVotingPower(0n, 100n, ONE / 2n, 60n)).toBeUndefined()
    expect(nextVotingPower(100n, 0n, ONE / 2n, 60n)).toBe(50n)
    expect(nextVotingPower(0n, 0n, ONE / 2n, 0n)).toBe(0n)
  })
})
