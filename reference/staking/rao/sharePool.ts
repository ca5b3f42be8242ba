import { I64F64, U64F64 } from "../../numbers/formats.js"
import { I64, U64 } from "../../numbers/integers.js"
import type { ChangedShare, SharePool } from "../sharePools.js"

type Pool = SharePool<U64F64>

/** A share of which less than this part is left goes altogether: 10^−5, rounded up to the next bit. */
const LEAST_PART_LEFT = U64F64.saturatingFromDouble(0.00001)

/** The alpha rao of a year: as much may be added to a pool that a withdrawal leaves precise enough. */
const YEAR_OF_EMISSION = U64F64.saturatingFromInteger(2_628_000_000_000_000n)

/**
 * What a share is worth, in alpha rao (u64): the value of one share times the share, floored; zero for an empty
 * denominator. Where the value of one share does not fit, value times share is divided by the denominator instead.
 *
 * @clause staking-61
 * @source rao:primitives/share-pool/src/lib.rs:49
 */
export function valueOfShare(pool: Pool, share: U64F64): bigint {
  const perShare = valuePerShare(pool)
  if (perShare !== undefined) return U64F64.saturatingToU64(U64F64.saturatingMul(perShare, share))
  const together = U64F64.saturatingMul(U64F64.saturatingFromInteger(pool.sharedValue), share)
  return U64F64.saturatingToU64(U64F64.checkedDiv(together, pool.denominator) ?? U64F64.ZERO)
}

/**
 * Shared value ÷ denominator, truncated; nothing where that does not fit or there are no shares.
 *
 * @clause staking-61
 * @source rao:primitives/share-pool/src/lib.rs:54
 */
function valuePerShare({ sharedValue, denominator }: Pool): U64F64 | undefined {
  return U64F64.checkedDiv(U64F64.saturatingFromInteger(sharedValue), denominator)
}

/**
 * The shares that an update (i64) is worth, with its sign: update ÷ the value of one share, truncated; zero where that
 * does not fit.
 *
 * @clause staking-62
 * @source rao:primitives/share-pool/src/lib.rs:114
 */
export function sharesOfUpdate(pool: Pool, update: bigint): I64F64 {
  const size = I64F64.saturatingFromInteger(update)
  const perShare = valuePerShare(pool)
  if (perShare !== undefined) {
    return I64F64.checkedDiv(size, I64F64.saturatingFromFixed(U64F64, perShare)) ?? I64F64.ZERO
  }
  const part = I64F64.checkedDiv(size, I64F64.saturatingFromInteger(pool.sharedValue)) ?? I64F64.ZERO
  return I64F64.saturatingMul(part, I64F64.saturatingFromFixed(U64F64, pool.denominator))
}

/**
 * Whether the pool is fine enough for an update (i64) to be worth any shares at all.
 *
 * @clause staking-62
 * @source rao:primitives/share-pool/src/lib.rs:97
 */
export function updateIsWorthShares(pool: Pool, update: bigint): boolean {
  return pool.denominator === 0n || sharesOfUpdate(pool, update) !== 0n
}

/**
 * Changes the value of all shares together by an update (i64): it stops at zero and at the largest u64. An update of −2^63
 * changes nothing, for it is its own negative.
 *
 * @clause staking-63
 * @source rao:primitives/share-pool/src/lib.rs:88
 */
export function updateForAll(pool: Pool, update: bigint): Pool {
  if (update >= 0n) return { ...pool, sharedValue: U64.saturatingAdd(pool.sharedValue, update) }
  const less = U64.saturatingFrom(I64.wrappingFrom(-update))
  return { ...pool, sharedValue: U64.saturatingSub(pool.sharedValue, less) }
}

/**
 * Changes the value of one share by an update (i64). In a pool without shares the share becomes the update, or nothing
 * where that is negative. A withdrawal takes the whole share where too little of it, or too few shares, would be left.
 *
 * @clause staking-64
 * @source rao:primitives/share-pool/src/lib.rs:136
 */
export function updateForOne(pool: Pool, share: U64F64, update: bigint): ChangedShare<U64F64> {
  if (pool.denominator === 0n) {
    const first = U64F64.saturatingFromInteger(update)
    return changed({ ...pool, denominator: first }, first, update)
  }
  const shares = sharesOfUpdate(pool, update)
  if (shares < 0n) return withdraw(pool, share, update, U64F64.saturatingFromFixed(I64F64, I64F64.neg(shares)))
  const more = U64F64.saturatingFromFixed(I64F64, shares)
  const denominator = U64F64.saturatingAdd(pool.denominator, more)
  return changed({ ...pool, denominator }, U64F64.saturatingAdd(share, more), update)
}

/**
 * Takes shares out of a pool: those of the update, or the whole share where what is left would be too little to count
 * with.
 *
 * @clause staking-64
 * @source rao:primitives/share-pool/src/lib.rs:166
 */
function withdraw(pool: Pool, share: U64F64, update: bigint, less: U64F64): ChangedShare<U64F64> {
  const denominator = U64F64.saturatingSub(pool.denominator, less)
  const left = U64F64.saturatingSub(share, less)
  if (isPrecise(pool, denominator) && U64F64.safeDiv(left, share) >= LEAST_PART_LEFT) {
    return changed({ ...pool, denominator }, left, update)
  }
  const withoutShare = U64F64.saturatingSub(pool.denominator, share)
  const everything = I64.wrappingFrom(-I64.wrappingFrom(valueOfShare(pool, share)))
  return changed({ ...pool, denominator: withoutShare }, U64F64.ZERO, everything)
}

/**
 * Whether the value of one share will still fit after a year of emission where the denominator is this.
 *
 * @clause staking-64
 * @source rao:primitives/share-pool/src/lib.rs:175
 */
function isPrecise({ sharedValue }: Pool, denominator: U64F64): boolean {
  const later = U64F64.saturatingAdd(U64F64.saturatingFromInteger(sharedValue), YEAR_OF_EMISSION)
  return U64F64.checkedDiv(later, denominator) !== undefined
}

function changed(pool: Pool, share: U64F64, update: bigint): ChangedShare<U64F64> {
  return { pool: updateForAll(pool, update), share, update }
}
