import type { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { type AlphaBalance, alphaBalance, type TaoBalance, taoBalance } from "../state/primitives.js"
import { baseDeltaIn, buy, currentPrice, quoteDeltaIn, sell } from "./balancer.js"
import type { Pool } from "./pool.js"

/** The two ways to swap: what goes in, what comes out, and where the price goes. */
export interface SwapOrder<In extends bigint, Out extends bigint> {
  readonly input: (amount: bigint) => In
  readonly output: (amount: bigint) => Out
  readonly reserveIn: (pool: Pool) => bigint
  readonly reserveOut: (pool: Pool) => bigint
  readonly amountOut: (pool: Pool, amountIn: bigint) => bigint
  /** The price once these amounts have gone in and out. */
  readonly priceAfter: (pool: Pool, amountIn: bigint, amountOut: bigint) => U64F64
  /** How much goes in until the price is at the target. */
  readonly amountToReach: (pool: Pool, current: U64F64, target: U64F64) => bigint
  /** Whether a price may still go to the limit. */
  readonly mayMove: (current: U64F64, limit: U64F64) => boolean
  /** Whether the price comes to the first of the two no later than to the second. */
  readonly reachesFirst: (first: U64F64, second: U64F64) => boolean
  /** The limit, in rao per alpha, that stops no order. */
  readonly openLimit: TaoBalance
}

/** The limit that stops no purchase: 10^15 rao per alpha. */
export const MAX_PRICE: TaoBalance = taoBalance(1_000_000_000_000_000n)

/** The limit that stops no sale: 1000 rao per alpha. */
export const MIN_PRICE: TaoBalance = taoBalance(1_000n)

/**
 * TAO goes in, alpha comes out, the price rises.
 *
 * @clause pool-09
 * @source pallets/swap/src/pallet/swap_step.rs:139
 */
export const BUY: SwapOrder<TaoBalance, AlphaBalance> = {
  input: taoBalance,
  output: alphaBalance,
  reserveIn: (pool) => pool.taoReserve,
  reserveOut: (pool) => pool.alphaReserve,
  amountOut: buy,
  priceAfter: (pool, taoIn, alphaOut) =>
    currentPrice({
      quoteWeight: pool.quoteWeight,
      alphaReserve: U64.saturatingSub(pool.alphaReserve, alphaOut),
      taoReserve: U64.saturatingAdd(pool.taoReserve, taoIn),
    }),
  amountToReach: quoteDeltaIn,
  mayMove: (current, limit) => current < limit,
  reachesFirst: (first, second) => first <= second,
  openLimit: MAX_PRICE,
}

/**
 * Alpha goes in, TAO comes out, the price falls.
 *
 * @clause pool-09
 * @source pallets/swap/src/pallet/swap_step.rs:183
 */
export const SELL: SwapOrder<AlphaBalance, TaoBalance> = {
  input: alphaBalance,
  output: taoBalance,
  reserveIn: (pool) => pool.alphaReserve,
  reserveOut: (pool) => pool.taoReserve,
  amountOut: sell,
  priceAfter: (pool, alphaIn, taoOut) =>
    currentPrice({
      quoteWeight: pool.quoteWeight,
      alphaReserve: U64.saturatingAdd(pool.alphaReserve, alphaIn),
      taoReserve: U64.saturatingSub(pool.taoReserve, taoOut),
    }),
  amountToReach: baseDeltaIn,
  mayMove: (current, limit) => current > limit,
  reachesFirst: (first, second) => first >= second,
  openLimit: MIN_PRICE,
}
