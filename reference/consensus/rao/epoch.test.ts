import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32, I64F64 } from "../../numbers/formats.js"
import { U16, U64 } from "../../numbers/integers.js"
import { alphaBalance } from "../../state/primitives.js"
import { epochInput as anyInput } from "../testing/epochInputs.js"
import { isTopk } from "../validatorPermits.js"
import { runEpoch } from "./epoch.js"
import type { RaoEpochInput } from "./epochInput.js"
import { pruningScores } from "./pruningScores.js"
import { storedRows } from "./storedRows.js"

const bits = (raw: bigint) => I32F32.fromBits(raw)
const total = (amounts: readonly bigint[]) => amounts.reduce((so, far) => so + far, 0n)
const epochInput = fc.tuple(anyInput, fc.nat(65_535)).map(([input, activityCutoff]) => ({ ...input, activityCutoff }))

/** Two validators with as much stake each, and a miner; uid 0 belongs to the owner. */
const subnet: RaoEpochInput = {
  size: 3,
  currentBlock: 1_000n,
  tempo: 360,
  activityCutoff: 5_000,
  lastUpdate: [900n, 900n, 900n],
  blockAtRegistration: [10n, 10n, 10n],
  stakeWeights: [100, 100, 0].map((stake) => I64F64.fromInteger(stake)),
  ownerUid: 0,
  validatorPermits: [true, true, false],
  maxAllowedValidators: 2,
  weights: [[[2, 65_535]], [[2, 65_535]], []],
  bonds: [[], [], []],
  kappa: 32_767,
  bondsPenalty: 65_535,
  bondsMovingAverage: 900_000n,
  liquidAlpha: false,
  alphaLow: 45_875,
  alphaHigh: 58_982,
  emission: alphaBalance(1_000n),
}

describe("an epoch of fork rao", () => {
  it("gives miners one half and validators the other", () => {
    const { serverEmission, validatorEmission, incentive, dividends } = runEpoch(subnet)
    expect(serverEmission).toEqual([0n, 0n, 500n])
    expect(validatorEmission).toEqual([250n, 250n, 0n])
    expect(incentive).toEqual([0, 0, 65_535])
    expect(dividends).toEqual([32_767, 32_767, 0])
  })

  it("shares out no more than there is", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const { serverEmission, validatorEmission, emission } = runEpoch(input)
        expect(total(serverEmission) + total(validatorEmission)).toBeLessThanOrEqual(input.emission)
        expect(total(emission)).toBeLessThanOrEqual(input.emission)
      }),
    )
  })

  it("gives as many permits as are allowed, without regard to who the owner is", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const { validatorPermits } = runEpoch(input)
        const granted = validatorPermits.filter((permit) => permit).length
        expect(granted).toBe(Math.min(input.size, input.maxAllowedValidators))
        expect(runEpoch({ ...input, ownerUid: undefined }).validatorPermits).toEqual(validatorPermits)
      }),
    )
  })

  it("does not count the owner's weights without a permit", () => {
    const { serverEmission, validatorTrust } = runEpoch({ ...subnet, validatorPermits: [false, false, false] })
    expect(validatorTrust).toEqual([0, 0, 0])
    expect(serverEmission).toEqual([0n, 0n, 0n])
  })

  it("lets only the owner weigh itself", () => {
    const self = { ...subnet, weights: [[[0, 1] as const], [[1, 1] as const], []] }
    expect(runEpoch(self).incentive).toEqual([65_535, 0, 0])
    expect(runEpoch({ ...self, ownerUid: 1 }).incentive).toEqual([0, 65_535, 0])
    expect(runEpoch({ ...self, ownerUid: undefined }).incentive).toEqual([0, 0, 0])
  })

  it("gives full trust to whom all agree on, and less to whom a minority would give more", () => {
    const disagreeing = { ...subnet, weights: [[[2, 65_535] as const], [[0, 3] as const, [2, 1] as const], []] }
    expect(runEpoch(subnet).trust).toEqual([0, 0, 65_535])
    const { trust } = runEpoch({ ...disagreeing, kappa: 65_535 })
    expect(trust[2]).toBeLessThan(65_535)
    expect(trust[2]).toBeGreaterThan(0)
  })

  it("ranks neurons by their incentive", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const { rank, incentive } = runEpoch(input)
        expect(rank).toEqual(incentive)
      }),
    )
  })

  it("drops bonds to neurons that registered within the last tempo", () => {
    const bound = { ...subnet, weights: [[], [], []], bonds: [[[2, 65_535] as const], [], []] }
    expect(runEpoch(bound).bonds[0]).toEqual([[2, 65_535]])
    expect(runEpoch({ ...bound, blockAtRegistration: [10n, 10n, 640n] }).bonds[0]).toEqual([])
  })

  it("counts neurons as active for the cutoff in blocks", () => {
    expect(runEpoch({ ...subnet, activityCutoff: 100 }).active).toEqual([true, true, true])
    expect(runEpoch({ ...subnet, activityCutoff: 99 }).active).toEqual([false, false, false])
  })

  it("moves bonds by liquid alpha where that is on", () => {
    const first = runEpoch({ ...subnet, bonds: [[[2, 65_535]], [], []] }).bonds
    const liquid = runEpoch({ ...subnet, bonds: [[[2, 65_535]], [], []], liquidAlpha: true }).bonds
    // The newcomer catches up to a tenth of one half without liquid alpha, to seven tenths of it with.
    expect(first[1]?.[0]?.[1]).toBeLessThan(4_000)
    expect(liquid[1]?.[0]?.[1]).toBeGreaterThan(30_000)
  })
})

describe("the k largest", () => {
  it("are all where there are fewer, zeros too", () => {
    expect(isTopk([0n, 1n].map(bits), 3)).toEqual([true, true])
  })

  it("are at the higher places where values are equal", () => {
    expect(isTopk([5n, 7n, 5n, 5n].map(bits), 2)).toEqual([false, true, false, true])
  })
})

describe("pruning scores", () => {
  it("are the shares, scaled so that the largest is 65535 and rounded", () => {
    expect(pruningScores([I32F32.ONE >> 1n, I32F32.ONE >> 2n, 0n].map(bits))).toEqual([65_535, 32_768, 0])
  })

  it("are zero where nobody has a share", () => {
    expect(pruningScores([0n, 0n].map(bits))).toEqual([0, 0])
    expect(pruningScores([])).toEqual([])
  })

  it("keep the order of the shares", () => {
    const shares = fc.array(fc.bigInt(0n, I32F32.ONE).map(bits), { maxLength: 6 })
    fc.assert(
      fc.property(shares, (values) => {
        const sorted = values.toSorted((a, b) => (a < b ? -1 : 1))
        const scores = pruningScores(sorted)
        expect(scores.toSorted((a, b) => a - b)).toEqual(scores)
        expect(scores.every((score) => score <= U16.MAX)).toBe(true)
      }),
    )
  })
})

describe("the rows of bonds to store", () => {
  it("are those of who has a permit, empty ones of who loses it, and none else", () => {
    const rows = [[[1, I32F32.ONE] as const], [[0, I32F32.ONE] as const], []]
    expect(storedRows(rows, [false, true, false], [true, false, false])).toEqual([[[1, 65_535]], [], undefined])
  })
})

describe("an epoch late in time", () => {
  it("does not go wrong where blocks are at their greatest", () => {
    const late = { ...subnet, currentBlock: U64.MAX, lastUpdate: [U64.MAX, U64.MAX, U64.MAX] }
    expect(runEpoch(late).active).toEqual([true, true, true])
  })
})
