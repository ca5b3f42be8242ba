import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32 } from "../numbers/formats.js"
import { placesAbove, type Real } from "../numbers/ideal/realNumbers.js"
import { runEpoch } from "./epoch.js"
import type { EpochInput } from "./epochInput.js"
import { idealEpoch } from "./ideal/epoch.js"
import { sum } from "./normalization.js"
import { denseRow, type SparseMatrix } from "./sparseMatrix.js"
import { epochInput } from "./testing/epochInputs.js"

const total = (amounts: readonly bigint[]) => amounts.reduce((so, far) => so + far, 0n)
const inOne = (values: readonly I32F32[]) => values.every((value) => value >= 0n && value <= I32F32.ONE)

function rename<T>(byUid: readonly T[], order: readonly number[]): T[] {
  return order.flatMap((uid) => byUid.slice(uid, uid + 1))
}

/** The same subnet with the neuron of uid order[u] under uid u. */
function renamed(input: EpochInput, order: readonly number[]): EpochInput {
  const matrix = (rows: EpochInput["weights"]) =>
    rename(rows, order).map((row) => row.map(([uid, value]): [number, number] => [order.indexOf(uid), value]))
  return {
    ...input,
    lastUpdate: rename(input.lastUpdate, order),
    blockAtRegistration: rename(input.blockAtRegistration, order),
    stakeWeights: rename(input.stakeWeights, order),
    ownerUid: input.ownerUid === undefined ? undefined : order.indexOf(input.ownerUid),
    validatorPermits: rename(input.validatorPermits, order),
    weights: matrix(input.weights),
    bonds: matrix(input.bonds),
    commitBlocks: input.commitBlocks && rename(input.commitBlocks, order),
  }
}

describe("an epoch", () => {
  it("shares out no more than there is", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const { serverEmission, validatorEmission, emission } = runEpoch(input).output
        expect(total(serverEmission) + total(validatorEmission)).toBeLessThanOrEqual(input.emission)
        expect(total(emission)).toBeLessThanOrEqual(input.emission)
      }),
    )
  })

  it("keeps weights, consensus, trust, incentive, dividends and bonds between zero and one", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const { checkpoints } = runEpoch(input)
        for (const name of ["stake", "activeStake", "consensus", "validatorTrust", "incentive", "dividends"] as const) {
          expect(inOne(checkpoints[name]), name).toBe(true)
        }
        for (const name of ["weights", "clippedWeights", "weightsForBonds", "bonds"] as const) {
          expect(
            checkpoints[name].every((row) => inOne(row.map(([, value]) => value))),
            name,
          ).toBe(true)
        }
        expect(sum(checkpoints.incentive)).toBeLessThanOrEqual(I32F32.ONE)
        expect(sum(checkpoints.dividends)).toBeLessThanOrEqual(I32F32.ONE)
      }),
    )
  })

  it("gives nobody consensus whom no validator weighs, and clips nobody above it", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const { checkpoints } = runEpoch(input)
        const { consensus, weights, clippedWeights } = checkpoints
        consensus.forEach((agreed, column) => {
          const said = weights.map((row) => denseRow(row, input.size)[column] ?? I32F32.ZERO)
          if (said.every((weight) => weight === 0n)) expect(agreed).toBe(0n)
          else expect(said.some((weight) => weight >= agreed)).toBe(true)
          for (const row of clippedWeights) expect(denseRow(row, input.size)[column] ?? 0n).toBeLessThanOrEqual(agreed)
        })
      }),
    )
  })

  it("pays validators by stake and miners nothing where no weights count", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const silent = { ...input, weights: input.weights.map(() => []), bonds: input.bonds.map(() => []) }
        const { output, checkpoints } = runEpoch(silent)
        const nobodyActive = sum(checkpoints.activeStake) === 0n
        expect(total(output.serverEmission)).toBe(0n)
        expect(checkpoints.validatorShares).toEqual(nobodyActive ? checkpoints.stake : checkpoints.activeStake)
      }),
    )
  })

  it("does not care which uid a neuron has, but for permits of equal stakes and liquid alpha of unsorted rows", () => {
    const inputs = epochInput.filter(({ stakeWeights, bondsPenalty, liquidAlpha }) => {
      return new Set(stakeWeights).size === stakeWeights.length && !(liquidAlpha && bondsPenalty % 65_535 === 0)
    })
    fc.assert(
      fc.property(inputs, fc.infiniteStream(fc.nat()), (input, keys) => {
        const order = Array.from({ length: input.size }, (_, uid) => ({ uid, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ uid }) => uid)
        const sorted = { ...input, bonds: input.bonds.map((row) => row.toSorted(([a], [b]) => a - b)) }
        const other = renamed(sorted, order)
        const again = { ...other, bonds: other.bonds.map((row) => row.toSorted(([a], [b]) => a - b)) }
        const [before, after] = [runEpoch(sorted).checkpoints, runEpoch(again).checkpoints]
        expect(after.incentive).toEqual(rename(before.incentive, order))
        expect(after.dividends).toEqual(rename(before.dividends, order))
        expect(after.consensus).toEqual(rename(before.consensus, order))
      }),
    )
  })

  it("ignores liquid alpha under Yuma", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const [on, off] = [true, false].map((liquidAlpha) => runEpoch({ ...input, yuma3: false, liquidAlpha }))
        expect(on).toEqual(off)
      }),
    )
  })

  it("empties the bonds of whoever has no permit", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const { bonds, validatorPermits } = runEpoch(input).output
        for (const [uid, row] of bonds.entries()) if (!validatorPermits[uid]) expect(row).toEqual([])
      }),
    )
  })

  it("forgets weights to a neuron that registered since, and bonds to it", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const newcomer = 0
        const blockAtRegistration = input.blockAtRegistration.with(newcomer, input.currentBlock)
        const { checkpoints } = runEpoch({ ...input, blockAtRegistration, lastEpochBlock: input.currentBlock - 1n })
        for (const matrix of [checkpoints.weights, checkpoints.bonds]) {
          expect(matrix.flat().every(([column]) => column !== newcomer)).toBe(true)
        }
      }),
    )
  })
})

describe("the distance of an epoch from one over the real numbers", () => {
  const PLACES = 2 ** 12

  function distances(exact: readonly I32F32[], ideal: readonly Real[]): number[] {
    return exact.map((value, uid) =>
      placesAbove(I32F32, value, ideal[uid] ?? fail(uid))
        .abs()
        .toNumber(),
    )
  }

  function fail(uid: number): never {
    throw new Error(`the ideal has nothing for uid ${uid}`)
  }

  function ofMatrix(exact: SparseMatrix, ideal: readonly (readonly Real[])[], size: number): number[] {
    return exact.flatMap((row, uid) => distances(denseRow(row, size), ideal[uid] ?? []))
  }

  it("is less than 2^-20 for stake, weights, consensus and the weights for bonds", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const [{ checkpoints }, ideal] = [runEpoch(input), idealEpoch(input)]
        const found = [
          ...distances(checkpoints.activeStake, ideal.activeStake),
          ...distances(checkpoints.consensus, ideal.consensus),
          ...ofMatrix(checkpoints.weights, ideal.weights, input.size),
          ...ofMatrix(checkpoints.weightsForBonds, ideal.weightsForBonds, input.size),
        ]
        expect(Math.max(...found)).toBeLessThan(PLACES)
      }),
    )
  })

  it("is less than 2^-20 for incentive and bonds where validators agree on something", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const [{ checkpoints }, ideal] = [runEpoch(input), idealEpoch(input)]
        fc.pre(sum(checkpoints.validatorTrust) > I32F32.ONE / 16n)
        expect(Math.max(...distances(checkpoints.incentive, ideal.incentive))).toBeLessThan(PLACES)
        if (input.yuma3)
          expect(Math.max(0, ...ofMatrix(checkpoints.bonds, ideal.bonds, input.size))).toBeLessThan(PLACES)
      }),
    )
  })
})
