import { Integer, ZERO } from "../integers/integer"
import { I32F32 } from "../numbers/fixedFormat"

/**
 * Voters and what they say, for the search of a median.
 *
 * @clause consensus-10
 */
class Members {
  readonly stake: Integer[] = []
  readonly score: Integer[] = []

  add(stake: Integer, score: Integer): void {
    this.stake.push(stake)
    this.score.push(score)
  }

  isEmpty(): bool {
    return this.stake.length == 0
  }

  totalStake(): Integer {
    let sum = ZERO
    for (let i = 0; i < this.stake.length; i++) sum = I32F32.saturatingAdd(sum, this.stake[i])
    return sum
  }

  /** The members whose score compares to the pivot as asked: below it (−1) or above it (1). */
  onSide(side: i32, pivot: Integer): Members {
    const found = new Members()
    for (let i = 0; i < this.score.length; i++) {
      if (this.score[i].compareTo(pivot) == side) found.add(this.stake[i], this.score[i])
    }
    return found
  }
}

/**
 * The least score at or below which there is more stake than the minority; all numbers I32F32.
 *
 * @clause consensus-10
 */
export function weightedMedian(stake: Integer[], score: Integer[], minority: Integer, total: Integer): Integer {
  if (stake.length != score.length || stake.length == 0) return ZERO
  let members = new Members()
  for (let i = 0; i < stake.length; i++) members.add(stake[i], score[i])
  let below = ZERO
  let upTo = total
  while (true) {
    const pivot = members.score[members.score.length / 2]
    if (members.score.length == 1) return pivot
    const lower = members.onSide(-1, pivot)
    const upper = members.onSide(1, pivot)
    const belowPivot = I32F32.saturatingAdd(below, lower.totalStake())
    const upToPivot = I32F32.saturatingSub(upTo, upper.totalStake())
    if (!lower.isEmpty() && minority < belowPivot) {
      members = lower
      upTo = belowPivot
    } else if (!upper.isEmpty() && upToPivot <= minority) {
      members = upper
      below = upToPivot
    } else return pivot
  }
}
