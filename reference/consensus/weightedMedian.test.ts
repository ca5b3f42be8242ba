import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32 } from "../numbers/formats.js"
import { realOfFixed } from "../numbers/ideal/realNumbers.js"
import { idealWeightedMedian } from "./ideal/weightedMedian.js"
import { sum } from "./normalization.js"
import type { SparseMatrix } from "./sparseMatrix.js"
import { fraction } from "./testing/epochInputs.js"
import { weightedMedian, weightedMedianByColumn } from "./weightedMedian.js"

const HALF = I32F32.fromBits(I32F32.ONE / 2n)
const real = (value: I32F32) => realOfFixed(I32F32, value)
const few = fc.constantFrom(0n, 1n, 2n, 3n).map((raw) => I32F32.fromBits(raw << 30n))
const ballot = fc.array(fc.record({ stake: fraction, score: fc.oneof(few, fraction) }), { minLength: 1, maxLength: 12 })

function medianOf(votes: readonly { readonly stake: I32F32; readonly score: I32F32 }[], minority: I32F32): I32F32 {
  const stake = votes.map((vote) => vote.stake)
  const score = votes.map((vote) => vote.score)
  return weightedMedian(stake, score, minority, sum(stake))
}

describe("the weighted median", () => {
  it("is the least score at or below which there is more stake than the minority", () => {
    fc.assert(
      fc.property(ballot, fraction, (votes, minority) => {
        const ideal = idealWeightedMedian(
          votes.map(({ stake }) => real(stake)),
          votes.map(({ score }) => real(score)),
          real(minority),
        )
        expect(real(medianOf(votes, minority)).eq(ideal)).toBe(true)
      }),
    )
  })

  it("is one of the scores", () => {
    fc.assert(
      fc.property(ballot, fraction, (votes, minority) => {
        expect(votes.map(({ score }) => score)).toContain(medianOf(votes, minority))
      }),
    )
  })

  it("does not depend on the order of the voters", () => {
    fc.assert(
      fc.property(ballot, fraction, fc.infiniteStream(fc.nat()), (votes, minority, keys) => {
        const shuffled = votes
          .map((vote) => ({ vote, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ vote }) => vote)
        expect(medianOf(shuffled, minority)).toBe(medianOf(votes, minority))
      }),
    )
  })

  it("takes the higher score where the stake below is exactly the minority", () => {
    const [low, high] = [I32F32.fromBits(1n), I32F32.fromBits(2n)]
    const votes = [
      { stake: HALF, score: low },
      { stake: HALF, score: high },
    ]
    for (const order of [votes, votes.toReversed()]) {
      expect(medianOf(order, HALF)).toBe(high)
      expect(medianOf(order, I32F32.fromBits(HALF - 1n))).toBe(low)
    }
  })

  it("is zero if nobody votes or a score is missing", () => {
    expect(weightedMedian([], [], HALF, I32F32.ZERO)).toBe(0n)
    expect(weightedMedian([I32F32.ONE], [], HALF, I32F32.ONE)).toBe(0n)
  })
})

describe("consensus of a column", () => {
  const third = I32F32.fromInteger(1)
  const voters = [third, third, third]

  it("is what two of three equal validators say at least", () => {
    const scores: SparseMatrix = [3n, 5n, 8n].map((raw) => [[0, I32F32.fromBits(raw)]])
    expect(weightedMedianByColumn(voters, scores, 1, HALF)).toEqual([5n])
  })

  it("counts a row without an entry as zero", () => {
    const scores: SparseMatrix = [[[0, HALF]], [], []]
    expect(weightedMedianByColumn(voters, scores, 1, HALF)).toEqual([0n])
  })

  it("gives rows without stake no vote, and is zero if none has any", () => {
    const scores: SparseMatrix = [[[1, HALF]], [], []]
    expect(weightedMedianByColumn([third, I32F32.ZERO, I32F32.ZERO], scores, 2, HALF)).toEqual([0n, HALF])
    expect(weightedMedianByColumn([I32F32.ZERO, I32F32.ZERO, I32F32.ZERO], scores, 2, HALF)).toEqual([0n, 0n])
  })

  it("leaves out columns beyond the last", () => {
    expect(weightedMedianByColumn([third], [[[7, HALF]]], 1, HALF)).toEqual([0n])
  })
})
