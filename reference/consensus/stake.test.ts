import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32, I64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { activeNeurons, activityCutoffBlocks, lastTempoBlock } from "./activity.js"
import { activeStake, normalizedStake, stakeAboveThreshold } from "./normalizedStake.js"
import { inheritedStake, stakeWeight } from "./stakeWeight.js"
import { isTopkNonzero, withOwnerPermit } from "./validatorPermits.js"

const bits = (raw: bigint) => I32F32.fromBits(raw)
const u64 = fc.bigInt(0n, U64.MAX)

describe("a neuron is active", () => {
  it("up to the cutoff after its last update", () => {
    expect(activeNeurons([89n, 90n, 91n, U64.MAX], 10n, 100n)).toEqual([false, true, true, true])
  })

  it("for 5000 blocks by default, and for one at least", () => {
    expect(activityCutoffBlocks(13_889, 360)).toBe(5000n)
    expect(activityCutoffBlocks(999, 1)).toBe(1n)
    expect(activityCutoffBlocks(1000, 0)).toBe(1n)
    expect(activityCutoffBlocks(2 ** 32 - 1, 65_535)).toBe(((2n ** 32n - 1n) * 65_535n) / 1000n)
  })
})

describe("the last tempo", () => {
  it("begins after the last epoch, or a tempo ago before the first", () => {
    expect(lastTempoBlock(40n, 100n, 360)).toBe(41n)
    expect(lastTempoBlock(0n, 1000n, 360)).toBe(640n)
    expect(lastTempoBlock(0n, 100n, 360)).toBe(0n)
    expect(lastTempoBlock(U64.MAX, 100n, 360)).toBe(U64.MAX)
  })
})

describe("inherited stake", () => {
  it("is the own stake without families", () => {
    fc.assert(
      fc.property(u64, (own) => {
        expect(inheritedStake(own, [], [])).toBe(own)
      }),
    )
  })

  it("is zero where all is lent, and the parent's where all of it is borrowed", () => {
    fc.assert(
      fc.property(u64, (own) => {
        expect(inheritedStake(own, [U64.MAX], [])).toBe(0n)
        expect(inheritedStake(own, [U64.MAX, 1n << 63n], [])).toBe(0n)
        expect(inheritedStake(0n, [], [{ proportion: U64.MAX, stake: own }])).toBe(own)
      }),
    )
  })

  it("neither makes nor loses more than the rounding of the share", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 1n << 60n), u64, (stake, proportion) => {
        const total = inheritedStake(stake, [proportion], []) + inheritedStake(0n, [], [{ proportion, stake }])
        expect(total).toBeLessThanOrEqual(stake)
        expect(total).toBeGreaterThanOrEqual(stake - 1n)
      }),
    )
  })

  it("knows shares to 2^-32 only", () => {
    expect(inheritedStake(1n << 40n, [(1n << 32n) - 1n], [])).toBe(1n << 40n)
  })
})

describe("stake weight", () => {
  it("is alpha and TAO together where TAO weighs one", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 1n << 61n), fc.bigInt(0n, 1n << 61n), (alpha, tao) => {
        expect(stakeWeight(alpha, tao, U64.MAX)).toBe((alpha + tao) << 64n)
        expect(stakeWeight(alpha, tao, 0n)).toBe(alpha << 64n)
      }),
    )
  })

  it("saturates", () => {
    expect(stakeWeight(U64.MAX, U64.MAX, U64.MAX)).toBe(I64F64.MAX)
  })
})

describe("normalised stake", () => {
  const stakes = [5, 10, 20].map((stake) => I64F64.fromInteger(stake))

  it("leaves out who is below the threshold, but never the owner", () => {
    expect(stakeAboveThreshold(stakes, 10n, undefined)).toEqual([0n, 10n << 64n, 20n << 64n])
    expect(stakeAboveThreshold(stakes, 10n, 0)).toEqual(stakes)
  })

  it("shares one out, and stays zero if nobody has any", () => {
    expect(normalizedStake(stakes)).toEqual([5n, 10n, 20n].map((stake) => (stake << 32n) / 35n))
    expect(normalizedStake([I64F64.ZERO])).toEqual([0n])
  })
})

describe("active stake", () => {
  const stake = [bits(1n), bits(1n), bits(2n)]

  it("is that of active validators, normalised", () => {
    expect(activeStake(stake, [true, true, false], [true, true, true])).toEqual([I32F32.ONE / 2n, I32F32.ONE / 2n, 0n])
    expect(activeStake(stake, [true, true, true], [false, true])).toEqual([0n, I32F32.ONE, 0n])
  })

  it("is everybody's where no permits are stored at all", () => {
    expect(activeStake(stake, [true, true, true], [])).toEqual([1n, 1n, 2n].map((part) => (part << 32n) / 4n))
  })
})

describe("validator permits", () => {
  it("go to the k largest stakes", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 6n).map(bits), { maxLength: 10 }), fc.nat(12), (stake, k) => {
        const chosen = isTopkNonzero(stake, k)
        const least = stake.filter((_, uid) => chosen[uid]).reduce((low, value) => I32F32.min(low, value), bits(6n))
        expect(chosen.filter(Boolean).length).toBe(Math.min(k, stake.filter((value) => value !== 0n).length))
        stake.forEach((value, uid) => {
          if (!chosen[uid]) expect(value).toBeLessThanOrEqual(least)
        })
      }),
    )
  })

  it("go to the higher uids of equal stakes", () => {
    expect(isTopkNonzero([bits(1n), bits(1n), bits(1n)], 2)).toEqual([false, true, true])
    const stakes = fc.array(fc.constantFrom(1n, 2n).map(bits), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(stakes, fc.nat(40), (stake, k) => {
        const equals = isTopkNonzero(stake, k).filter((_, uid) => stake[uid] === 1n)
        expect(equals).toEqual(equals.toSorted((a, b) => Number(a) - Number(b)))
      }),
    )
  })

  it("are the owner's in any case, if it has a place", () => {
    expect(withOwnerPermit([false, false], 1)).toEqual([false, true])
    expect(withOwnerPermit([false, true], undefined)).toEqual([false, true])
    expect(withOwnerPermit([false], 1)).toEqual([false])
  })
})
