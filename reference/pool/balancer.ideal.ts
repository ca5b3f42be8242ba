import { type Real, realOfInteger } from "../numbers/ideal/realNumbers.js"

/** A weighted pool without the limits of a format: weight of TAO, alpha and TAO reserve. */
export interface IdealPool {
  readonly quoteWeight: Real
  readonly alphaReserve: Real
  readonly taoReserve: Real
}

/** The pool of integers: the weight in parts of 10^18, the reserves in rao and alpha rao. */
export function idealPool(pool: { quoteWeight: bigint; alphaReserve: bigint; taoReserve: bigint }): IdealPool {
  return {
    quoteWeight: realOfInteger(pool.quoteWeight).div("1e18"),
    alphaReserve: realOfInteger(pool.alphaReserve),
    taoReserve: realOfInteger(pool.taoReserve),
  }
}

/** (w1 ÷ w2) × (y ÷ x). */
export function idealPrice(pool: IdealPool): Real {
  return baseWeight(pool).div(pool.quoteWeight).mul(pool.taoReserve).div(pool.alphaReserve)
}

/** x × (1 − (y ÷ (y + taoIn))^(w2 ÷ w1)). */
export function idealBuy(pool: IdealPool, taoIn: Real): Real {
  return idealPaidOut(pool.taoReserve, pool.alphaReserve, taoIn, pool.quoteWeight.div(baseWeight(pool)))
}

/** y × (1 − (x ÷ (x + alphaIn))^(w1 ÷ w2)). */
export function idealSell(pool: IdealPool, alphaIn: Real): Real {
  return idealPaidOut(pool.alphaReserve, pool.taoReserve, alphaIn, baseWeight(pool).div(pool.quoteWeight))
}

/** y × ((target ÷ price)^w1 − 1): what to pay in until the price is at a target above it. */
export function idealQuoteDeltaIn(pool: IdealPool, price: Real, target: Real): Real {
  return target.div(price).pow(baseWeight(pool)).sub(1).mul(pool.taoReserve)
}

/** x × ((price ÷ target)^w2 − 1): what to pay in until the price is at a target below it. */
export function idealBaseDeltaIn(pool: IdealPool, price: Real, target: Real): Real {
  return price.div(target).pow(pool.quoteWeight).sub(1).mul(pool.alphaReserve)
}

/** ln(x^w1 × y^w2): a swap without a fee leaves it as it is. */
export function idealLogInvariant(pool: IdealPool): Real {
  return baseWeight(pool).mul(pool.alphaReserve.ln()).add(pool.quoteWeight.mul(pool.taoReserve.ln()))
}

function baseWeight({ quoteWeight }: IdealPool): Real {
  return realOfInteger(1).sub(quoteWeight)
}

function idealPaidOut(reserveIn: Real, reserveOut: Real, amountIn: Real, exponent: Real): Real {
  const kept = reserveIn.div(reserveIn.add(amountIn)).pow(exponent)
  return reserveOut.sub(kept.mul(reserveOut))
}
