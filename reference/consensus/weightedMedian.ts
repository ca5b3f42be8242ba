import { I32F32 } from "../numbers/formats.js"
import { normalize, sum } from "./normalization.js"
import type { SparseMatrix } from "./sparseMatrix.js"

interface Partition {
  /** The indices that are still candidates, in ascending order. */
  readonly members: readonly number[]
  /** The stake of everybody who scored lower than all members. */
  readonly below: I32F32
  /** The stake of everybody who scored no higher than the highest member. */
  readonly upTo: I32F32
}

interface Split {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly lowerStake: I32F32
  readonly upperStake: I32F32
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
  let partition: Partition = { members: Array.from(stake.keys()), below: I32F32.ZERO, upTo: total }
  for (;;) {
    const pivot = pivotOf(partition.members, score)
    if (partition.members.length < 2) return pivot
    const next = narrow(partition, splitAt(pivot, partition.members, stake, score), minority)
    if (next === undefined) return pivot
    partition = next
  }
}

function pivotOf(members: readonly number[], score: readonly I32F32[]): I32F32 {
  return score[members[Math.floor(members.length / 2)] ?? 0] ?? I32F32.ZERO
}

function splitAt(pivot: I32F32, members: readonly number[], stake: readonly I32F32[], score: readonly I32F32[]): Split {
  const lower: number[] = []
  const upper: number[] = []
  let lowerStake = I32F32.ZERO
  let upperStake = I32F32.ZERO
  for (const index of members) {
    const given = score[index] ?? I32F32.ZERO
    if (given < pivot) {
      lower.push(index)
      lowerStake = I32F32.saturatingAdd(lowerStake, stake[index] ?? I32F32.ZERO)
    } else if (given > pivot) {
      upper.push(index)
      upperStake = I32F32.saturatingAdd(upperStake, stake[index] ?? I32F32.ZERO)
    }
  }
  return { lower, upper, lowerStake, upperStake }
}

function narrow(partition: Partition, split: Split, minority: I32F32): Partition | undefined {
  const lowerEdge = I32F32.saturatingAdd(partition.below, split.lowerStake)
  const upperEdge = I32F32.saturatingSub(partition.upTo, split.upperStake)
  if (minority < lowerEdge && split.lower.length > 0) {
    return { members: split.lower, below: partition.below, upTo: lowerEdge }
  }
  if (upperEdge <= minority && split.upper.length > 0) {
    return { members: split.upper, below: upperEdge, upTo: partition.upTo }
  }
  return undefined
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
  const votes = normalize(stake.filter((share) => share > 0n))
  const total = sum(votes)
  const minority = I32F32.saturatingSub(total, majority)
  const voters = scores.filter((_row, uid) => (stake[uid] ?? 0n) > 0n)
  return scoresByColumn(voters, votes.length, columns).map((given) => weightedMedian(votes, given, minority, total))
}

function scoresByColumn(rows: SparseMatrix, voters: number, columns: number): I32F32[][] {
  const given = Array.from({ length: columns }, () => new Array<I32F32>(voters).fill(I32F32.ZERO))
  rows.forEach((row, voter) => {
    row.values.forEach((score, place) => {
      const column = given[row.columns[place] ?? columns]
      if (column !== undefined) column[voter] = score
    })
  })
  return given
}
