import { greater, Integer, lesser, ZERO } from "../integers/integer"
import { fromDouble } from "../numbers/double"
import { U96F32, U110F18 } from "../numbers/fixedFormat"
import { U64 } from "../numbers/range"

/** What has to stay in a reserve. */
const LEAST_LEFT = Integer.of(10_000_000)
const LEAST_FEE = Integer.of(50_000)
const PART_OF_FEE: f64 = 0.00005

/** A pool of fork `rao`: its reserves in alpha rao and rao. */
export class ConstantProduct {
  readonly alphaReserve: Integer
  readonly taoReserve: Integer

  constructor(alphaReserve: Integer, taoReserve: Integer) {
    this.alphaReserve = alphaReserve
    this.taoReserve = taoReserve
  }

  /** Whether a reserve is empty. */
  lacksReserve(): bool {
    return this.alphaReserve.isZero() || this.taoReserve.isZero()
  }

  /**
   * Rao per alpha rao, U96F32.
   *
   * @clause pool-30
   */
  price(): Integer {
    return U96F32.safeDiv(U96F32.ofInteger(this.taoReserve), U96F32.ofInteger(this.alphaReserve))
  }

  /**
   * The alpha paid for TAO, or nothing.
   *
   * @clause pool-31
   */
  buy(taoIn: Integer): Integer | null {
    return amountOut(this.alphaReserve, this.taoReserve, taoIn)
  }

  /**
   * The TAO paid for alpha, or nothing.
   *
   * @clause pool-31
   */
  sell(alphaIn: Integer): Integer | null {
    return amountOut(this.taoReserve, this.alphaReserve, alphaIn)
  }
}

/** @clause pool-31 */
function amountOut(payingReserve: Integer, reserve: Integer, paidIn: Integer): Integer | null {
  const paying = U110F18.ofInteger(payingReserve)
  const product = U110F18.saturatingMul(paying, U110F18.ofInteger(reserve))
  const left = U110F18.safeDiv(product, U110F18.saturatingAdd(U110F18.ofInteger(reserve), U110F18.ofInteger(paidIn)))
  if (left < U110F18.ofInteger(LEAST_LEFT)) return null
  return U110F18.toInteger(U110F18.saturatingSub(paying, left), U64)
}

/**
 * The fee in rao for unstaking alpha, by the dividends of its hotkey and all its alpha.
 *
 * @clause pool-32
 */
export function unstakingFee(pool: ConstantProduct, alpha: Integer, dividends: Integer, totalAlpha: Integer): Integer {
  const paid = pool.sell(alpha)
  const tao = U96F32.ofInteger(paid === null ? ZERO : paid)
  const rate = U96F32.safeDiv(U96F32.ofInteger(dividends), U96F32.ofInteger(totalAlpha))
  const byDividends = U96F32.toInteger(U96F32.saturatingMul(tao, rate), U64)
  const byAmount = U96F32.toInteger(U96F32.saturatingMul(tao, fromDouble(U96F32, PART_OF_FEE)), U64)
  return greater(LEAST_FEE, greater(byDividends, byAmount))
}

/**
 * What a fee takes from an amount.
 *
 * @clause pool-32
 */
export function feeTaken(tao: Integer, fee: Integer): Integer {
  return lesser(tao, fee)
}
