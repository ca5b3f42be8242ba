import { I64, U64 } from "../numbers/integers.js"
import { SafeFloat } from "../numbers/safeFloat.js"
import type { ChangedShare, SharePool } from "./sharePools.js"

type Pool = SharePool<SafeFloat>

/**
 * What a share is worth, in alpha rao (u64): shared value × share ÷ denominator, truncated; zero for an empty
 * denominator.
 *
 * @clause staking-01
 * @source primitives/share-pool/src/lib.rs:420
 */
export function valueOfShare({ sharedValue, denominator }: Pool, share: SafeFloat): bigint {
  const value = SafeFloat.mulDiv(SafeFloat.fromU64(sharedValue), share, denominator)
  return SafeFloat.toU64(value ?? SafeFloat.ZERO)
}

/**
 * The shares that an update (i64, its sign left out) is worth: update × denominator ÷ shared value; zero where there is
 * no shared value.
 *
 * @clause staking-02
 * @source primitives/share-pool/src/lib.rs:474
 */
export function sharesOfUpdate({ sharedValue, denominator }: Pool, update: bigint): SafeFloat {
  const size = SafeFloat.fromU64(update < 0n ? -update : update)
  return SafeFloat.mulDiv(size, denominator, SafeFloat.fromU64(sharedValue)) ?? SafeFloat.ZERO
}

/**
 * Whether the pool is fine enough for an update (i64) to be worth any shares at all.
 *
 * @clause staking-02
 * @source primitives/share-pool/src/lib.rs:459
 */
export function updateIsWorthShares(pool: Pool, update: bigint): boolean {
  return SafeFloat.isZero(pool.denominator) || !SafeFloat.isZero(sharesOfUpdate(pool, update))
}

/**
 * Changes the value of all shares together by an update (i64): the shared value saturates at zero and at the largest
 * u64.
 *
 * @clause staking-03
 * @source primitives/share-pool/src/lib.rs:450
 */
export function updateForAll(pool: Pool, update: bigint): Pool {
  return { ...pool, sharedValue: U64.saturatingFrom(pool.sharedValue + update) }
}

/**
 * Changes the value of one share by an update (i64). In a pool without shares the share becomes the size of the update,
 * whatever its sign. Where a sum of shares has no value, it stays as it was.
 *
 * @clause staking-03
 * @source primitives/share-pool/src/lib.rs:491
 */
export function updateForOne(pool: Pool, share: SafeFloat, update: bigint): ChangedShare<SafeFloat> {
  if (SafeFloat.isZero(pool.denominator)) {
    const first = SafeFloat.fromU64(update < 0n ? -update : update)
    return { pool: updateForAll({ ...pool, denominator: first }, update), share: first, update }
  }
  const change = sharesOfUpdate(pool, update)
  const moved = update > 0n ? SafeFloat.add : SafeFloat.sub
  const denominator = moved(pool.denominator, change) ?? pool.denominator
  return { pool: updateForAll({ ...pool, denominator }, update), share: moved(share, change) ?? share, update }
}

/**
 * An amount (u64) as the pool takes it: its bits read as an i64, so that 2^63 and more become negative.
 *
 * @clause staking-04
 * @source pallets/subtensor/src/staking/stake_utils.rs:593
 */
export function asUpdate(amount: bigint): bigint {
  return I64.wrappingFrom(amount)
}
