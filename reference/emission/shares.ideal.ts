import { Decimal } from "decimal.js"

/** Real numbers to 100 digits. */
const Real = Decimal.clone({ precision: 100 })

/** What a subnet's share depends on, without the limits of a format. */
export interface IdealSubnet {
  readonly movingPrice: Decimal
  readonly minerBurned: Decimal
  readonly emissionEnabled: boolean
}

/** Each subnet's share of the block's TAO: price × kept part, over the sum of the same; of prices alone if that is zero. */
export function idealShares(subnets: readonly IdealSubnet[]): readonly Decimal[] {
  const weights = subnets.map(({ movingPrice, minerBurned }) => movingPrice.mul(Real.max(0, Real.sub(1, minerBurned))))
  return isNothing(weights) ? parts(subnets.map(({ movingPrice }) => movingPrice)) : parts(weights)
}

/** Each subnet's TAO, with those that are switched off having none and the others theirs in proportion. */
export function idealEmissions(blockEmission: Decimal, subnets: readonly IdealSubnet[]): readonly Decimal[] {
  const shares = idealShares(subnets)
  const ofEnabled = shares.map((share, index) => (subnets[index]?.emissionEnabled === true ? share : new Real(0)))
  return parts(ofEnabled).map((share) => share.mul(blockEmission))
}

function parts(amounts: readonly Decimal[]): readonly Decimal[] {
  return isNothing(amounts) ? amounts : amounts.map((amount) => amount.div(total(amounts)))
}

function isNothing(amounts: readonly Decimal[]): boolean {
  return total(amounts).isZero()
}

function total(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => sum.add(amount), new Real(0))
}
