import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { I64F64, U64F64 } from "../../numbers/formats.js"
import { I64, U64 } from "../../numbers/integers.js"
import type { SharePool } from "../sharePools.js"
import { sharesOfUpdate, updateForAll, updateForOne, updateIsWorthShares, valueOfShare } from "./sharePool.js"

const EMPTY: SharePool<U64F64> = { sharedValue: 0n, denominator: U64F64.ZERO }
const shares = (count: bigint) => U64F64.saturatingFromInteger(count)
const poolOf = (sharedValue: bigint, count: bigint): SharePool<U64F64> => ({ sharedValue, denominator: shares(count) })
const amount = fc.bigInt(1n, 10n ** 15n)

describe("a share", () => {
  test("is worth its part of the shared value, cut to whole alpha rao", () => {
    expect(valueOfShare(poolOf(100n, 3n), shares(2n))).toBe(66n)
    expect(valueOfShare(poolOf(300n, 3n), shares(2n))).toBe(200n)
  })

  test("is worth nothing in a pool without shares", () => {
    expect(valueOfShare({ sharedValue: 100n, denominator: U64F64.ZERO }, shares(1n))).toBe(0n)
  })

  test("is worth less than its part where the value per share drops places", () => {
    const pool = poolOf(10n ** 15n / 3n, 10n ** 15n)
    expect(valueOfShare(pool, pool.denominator)).toBe(10n ** 15n / 3n - 1n)
  })

  test("is multiplied before it is divided where the value per share does not fit", () => {
    const half = U64F64.div(U64F64.ONE, shares(2n))
    const pool = { sharedValue: 2n ** 63n, denominator: half }
    expect(valueOfShare(pool, half)).toBe(2n ** 63n)
    const quarter = U64F64.div(U64F64.ONE, shares(4n))
    expect(valueOfShare({ sharedValue: 2n ** 63n, denominator: half }, quarter)).toBe(2n ** 62n)
    expect(valueOfShare({ sharedValue: U64.MAX, denominator: U64F64.EPSILON }, U64F64.ONE)).toBe(0n)
  })
})

describe("an update", () => {
  test("is worth shares at the value of one share, with its sign", () => {
    expect(sharesOfUpdate(poolOf(300n, 3n), 200n)).toBe(I64F64.saturatingFromInteger(2n))
    expect(sharesOfUpdate(poolOf(300n, 3n), -200n)).toBe(I64F64.saturatingFromInteger(-2n))
  })

  test("is worth no shares where a share is worth nothing", () => {
    expect(sharesOfUpdate(poolOf(0n, 3n), 5n)).toBe(0n)
    expect(updateIsWorthShares(poolOf(0n, 3n), 5n)).toBe(false)
    expect(updateIsWorthShares(EMPTY, 5n)).toBe(true)
    expect(updateIsWorthShares(poolOf(3n, 3n), 0n)).toBe(false)
  })

  test("is divided by the shared value and multiplied by the shares where the value per share does not fit", () => {
    const quarter = U64F64.div(U64F64.ONE, shares(4n))
    const pool = { sharedValue: 2n ** 62n, denominator: quarter }
    expect(sharesOfUpdate(pool, 2n ** 61n)).toBe(I64F64.ONE / 8n)
    expect(sharesOfUpdate(pool, -(2n ** 61n))).toBe(-I64F64.ONE / 8n)
    const third = U64F64.div(U64F64.ONE, shares(3n))
    const rounded = sharesOfUpdate({ sharedValue: 2n ** 63n - 1n, denominator: third }, -1n)
    expect(rounded).toBe(-1n)
  })

  test("for all changes the shared value alone, between zero and the largest u64", () => {
    expect(updateForAll(poolOf(5n, 5n), 2n)).toEqual(poolOf(7n, 5n))
    expect(updateForAll(poolOf(5n, 5n), -6n)).toEqual(poolOf(0n, 5n))
    expect(updateForAll(poolOf(U64.MAX, 5n), 1n)).toEqual(poolOf(U64.MAX, 5n))
  })

  test("of −2^63, its own negative, changes nothing", () => {
    expect(updateForAll(poolOf(U64.MAX, 5n), I64.MIN)).toEqual(poolOf(U64.MAX, 5n))
  })
})

describe("the first update of a pool", () => {
  test("buys as many shares as it is large, and is worth itself", () => {
    fc.assert(
      fc.property(amount, (size) => {
        const { pool, share, update } = updateForOne(EMPTY, U64F64.ZERO, size)
        expect(pool).toEqual(poolOf(size, size))
        expect(update).toBe(size)
        expect(valueOfShare(pool, share)).toBe(size)
      }),
    )
  })

  test("makes no shares where it is negative", () => {
    expect(updateForOne(EMPTY, U64F64.ZERO, -5n)).toEqual({ pool: EMPTY, share: 0n, update: -5n })
  })
})

describe("a deposit", () => {
  test("changes the value of its share by itself and leaves the others', but for two alpha rao", () => {
    fc.assert(
      fc.property(amount, amount, amount, (first, second, dividend) => {
        const one = updateForOne(EMPTY, U64F64.ZERO, first)
        const grown = updateForAll(one.pool, dividend)
        fc.pre(updateIsWorthShares(grown, second))
        const before = valueOfShare(grown, one.share)
        const two = updateForOne(grown, U64F64.ZERO, second)
        const own = valueOfShare(two.pool, two.share) - second
        const other = valueOfShare(two.pool, one.share) - before
        expect(own >= -2n && own <= 0n && other >= -2n && other <= 2n).toBe(true)
      }),
    )
  })
})

describe("a withdrawal", () => {
  const two = updateForOne(updateForOne(EMPTY, U64F64.ZERO, 10n ** 12n).pool, U64F64.ZERO, 10n ** 12n)

  test("takes the update and leaves the rest", () => {
    const { pool, share, update } = updateForOne(two.pool, two.share, -(10n ** 11n))
    expect(update).toBe(-(10n ** 11n))
    expect(pool).toEqual(poolOf(19n * 10n ** 11n, 19n * 10n ** 11n))
    expect(share).toBe(shares(9n * 10n ** 11n))
  })

  test("that leaves a hundred-thousandth of the share or less takes it whole", () => {
    const left = 10n ** 7n
    expect(updateForOne(two.pool, two.share, -(10n ** 12n - left - 1n)).share).toBe(shares(left + 1n))
    const { pool, share, update } = updateForOne(two.pool, two.share, -(10n ** 12n - left))
    expect(share).toBe(0n)
    expect(update).toBe(-(10n ** 12n))
    expect(pool).toEqual(poolOf(10n ** 12n, 10n ** 12n))
  })

  test("that would leave too few shares for a year of emission takes the share whole", () => {
    // What is left of the shares must be more than 2,628,000,000,000,000 ÷ 2^64, and that is about 10^−4.
    const one = { sharedValue: 10n ** 9n, denominator: U64F64.div(U64F64.ONE, shares(5_000n)) }
    const { pool, share, update } = updateForOne(one, one.denominator, -(6n * 10n ** 8n))
    expect(share).toBe(0n)
    expect(pool.denominator).toBe(0n)
    expect(update).toBe(-valueOfShare(one, one.denominator))
    expect(updateForOne(one, one.denominator, -(10n ** 8n)).share > 0n).toBe(true)
  })

  test("of everything leaves no shares", () => {
    const only = updateForOne(EMPTY, U64F64.ZERO, 10n ** 12n)
    expect(updateForOne(only.pool, only.share, -(10n ** 12n))).toEqual({
      pool: EMPTY,
      share: 0n,
      update: -(10n ** 12n),
    })
  })

  test("never gives more than the share was worth", () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.bigInt(1n, 10n ** 6n), (first, second, dividend, part) => {
        const one = updateForOne(EMPTY, U64F64.ZERO, first)
        const grown = updateForAll(one.pool, dividend)
        fc.pre(updateIsWorthShares(grown, second))
        const { pool, share } = updateForOne(grown, U64F64.ZERO, second)
        const worth = valueOfShare(pool, share)
        const asked = (worth * part) / 10n ** 6n
        const taken = -updateForOne(pool, share, -asked).update
        expect(taken === asked || taken === worth).toBe(true)
      }),
    )
  })
})
