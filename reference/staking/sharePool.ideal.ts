import { type Real, realOfInteger } from "../numbers/ideal/realNumbers.js"

/** A share pool without the limits of a format. */
export interface IdealSharePool {
  readonly sharedValue: Real
  readonly shares: readonly Real[]
}

/** What each share is worth. */
export function idealValues({ sharedValue, shares }: IdealSharePool): readonly Real[] {
  const sum = total(shares)
  return shares.map((share) => (sum.isZero() ? sum : sharedValue.mul(share).div(sum)))
}

/** The pool after one of the shares has gained so much in value. */
export function idealUpdateForOne(pool: IdealSharePool, index: number, update: Real): IdealSharePool {
  const sum = total(pool.shares)
  const bought = sum.isZero() ? update : update.mul(sum).div(pool.sharedValue)
  return {
    sharedValue: pool.sharedValue.add(update),
    shares: pool.shares.map((share, each) => (each === index ? share.add(bought) : share)),
  }
}

function total(amounts: readonly Real[]): Real {
  return amounts.reduce((sum, amount) => sum.add(amount), realOfInteger(0))
}
