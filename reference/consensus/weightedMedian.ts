import { I32F32 } from "../numbers/formats.js"
import { normalize, sum } from "./normalization.js"
import { elementAt, type SparseMatrix } from "./sparseMatrix.js"

/** What one validator says of one neuron, and the stake behind it. */
interface Vote {
  readonly stake: I32F32
  readonly score: I32F32
}

interface Partition {
  /** The votes that are still candidates, in the order of the validators. */
  readonly votes: readonly Vote[]
  /** The stake of everybody who scored lower than all of them. */
  readonly below: I32F32
  /** The stake of everybody who scored no higher than the highest of them. */
  readonly upTo: I32F32
}

/**
 * The score that a stake majority of the voters does not fall short of: the score at which the stake of the lower
 * scores, counted upwards, passes the minority.
 *
 * The search halves by pivot: the score of the member in the middle of the partition, by index. It gives the pivot
 * unless the minority lies among those who scored lower, or beyond those who scored equal.
 *
 * @param stake the stake of each voter, as shares of one
 * @param score the score that each voter gives
 * @param minority one minus the majority that is wanted
 * @param total the sum of the stakes
 * @returns the median, zero if nobody votes or the lengths differ
 * @clause consensus-10
 * @source pallets/subtensor/src/epoch/math.rs:975
 */
export function weightedMedian(
  stake: readonly I32F32[],
  score: readonly I32F32[],
  minority: I32F32,
  total: I32F32,
): I32F32 {
  if (stake.length !== score.length) return I32F32.ZERO
  const votes = stake.map((share, voter) => ({ stake: share, score: elementAt(score, voter, I32F32.ZERO) }))
  return medianOf(votes, minority, total)
}

function medianOf(votes: readonly Vote[], minority: I32F32, total: I32F32): I32F32 {
  let partition: Partition = { votes, below: I32F32.ZERO, upTo: total }
  for (;;) {
    const pivot = partition.votes[Math.floor(partition.votes.length / 2)]
    if (pivot === undefined) return I32F32.ZERO
    const next = narrow(partition, pivot.score, minority)
    if (next === undefined) return pivot.score
    partition = next
  }
}

function narrow({ votes, below, upTo }: Partition, pivot: I32F32, minority: I32F32): Partition | undefined {
  const lower = votes.filter(({ score }) => score < pivot)
  const lowerEdge = I32F32.saturatingAdd(below, stakeOf(lower))
  if (minority < lowerEdge && lower.length > 0) return { votes: lower, below, upTo: lowerEdge }
  const upper = votes.filter(({ score }) => score > pivot)
  const upperEdge = I32F32.saturatingSub(upTo, stakeOf(upper))
  if (upperEdge <= minority && upper.length > 0) return { votes: upper, below: upperEdge, upTo }
  return undefined
}

function stakeOf(votes: readonly Vote[]): I32F32 {
  let total = I32F32.ZERO
  for (const { stake } of votes) total = I32F32.saturatingAdd(total, stake)
  return total
}

/**
 * For each column the weighted median of what the rows with stake say of it. A row without an entry says zero.
 *
 * @param stake the active stake by uid; rows without positive stake have no vote, and the rest is normalised anew
 * @param majority the share of the stake that must agree (kappa)
 * @clause consensus-11
 * @source pallets/subtensor/src/epoch/math.rs:1121
 */
export function weightedMedianByColumn(
  stake: readonly I32F32[],
  scores: SparseMatrix,
  columns: number,
  majority: I32F32,
): I32F32[] {
  const shares = normalize(stake.filter((share) => share > 0n))
  const total = sum(shares)
  const minority = I32F32.saturatingSub(total, majority)
  const voters = scores.filter((_row, uid) => elementAt(stake, uid, I32F32.ZERO) > 0n)
  return ballots(shares, voters, columns).map((votes) => medianOf(votes, minority, total))
}

/** For each column the votes of all voters. */
function ballots(shares: readonly I32F32[], voters: SparseMatrix, columns: number): Vote[][] {
  const byColumn = Array.from({ length: columns }, () => shares.map((stake) => ({ stake, score: I32F32.ZERO })))
  voters.forEach((row, voter) => {
    for (const [column, score] of row) {
      const vote = byColumn[column]?.[voter]
      if (vote !== undefined) vote.score = score
    }
  })
  return byColumn
}
