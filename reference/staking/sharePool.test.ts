import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Real, realOfInteger } from "../numbers/ideal/realNumbers.js"
import { U64 } from "../numbers/integers.js"
import { SafeFloat } from "../numbers/safeFloat.js"
import { type IdealSharePool, idealUpdateForOne, idealValues } from "./sharePool.ideal.js"
import { asUpdate, sharesOfUpdate, updateForAll, updateForOne, updateIsWorthShares, valueOfShare } from "./sharePool.js"
import type { SharePool } from "./sharePools.js"

const EMPTY: SharePool<SafeFloat> = { sharedValue: 0n, denominator: SafeFloat.ZERO }
const amount = fc.bigInt(1n, 21n * 10n ** 15n)

/** A pool with the shares of its keys, and the same without rounding. */
interface Shared {
  readonly pool: SharePool<SafeFloat>
  readonly shares: readonly SafeFloat[]
  readonly ideal: IdealSharePool
}

const KEYS = 3
const NOBODY: Shared = {
  pool: EMPTY,
  shares: Array.from({ length: KEYS }, () => SafeFloat.ZERO),
  ideal: { sharedValue: realOfInteger(0), shares: Array.from({ length: KEYS }, () => realOfInteger(0)) },
}

function changeOne({ pool, shares, ideal }: Shared, key: number, update: bigint): Shared {
  const changed = updateForOne(pool, shares[key] ?? SafeFloat.ZERO, update)
  return {
    pool: changed.pool,
    shares: shares.map((share, each) => (each === key ? changed.share : share)),
    ideal: idealUpdateForOne(ideal, key, realOfInteger(update)),
  }
}

function changeAll({ pool, shares, ideal }: Shared, update: bigint): Shared {
  const sharedValue = ideal.sharedValue.add(realOfInteger(update))
  return { pool: updateForAll(pool, update), shares, ideal: { ...ideal, sharedValue } }
}

function values({ pool, shares }: Shared): readonly bigint[] {
  return shares.map((share) => valueOfShare(pool, share))
}

const step = fc.oneof(
  fc.record({ kind: fc.constant("deposit"), key: fc.nat(KEYS - 1), amount: fc.bigInt(1n, 10n ** 15n) }),
  fc.record({ kind: fc.constant("dividend"), key: fc.constant(0), amount: fc.bigInt(0n, 10n ** 12n) }),
  fc.record({ kind: fc.constant("withdrawal"), key: fc.nat(KEYS - 1), amount: fc.bigInt(1n, 500n) }),
)

function run(steps: readonly { kind: string; key: number; amount: bigint }[]): Shared {
  return steps.reduce((state, { kind, key, amount: size }) => {
    if (kind === "deposit") return changeOne(state, key, size)
    if (kind === "dividend") return changeAll(state, state.pool.sharedValue === 0n ? 0n : size)
    const taken = ((values(state)[key] ?? 0n) * size) / 1_000n
    return taken === 0n ? state : changeOne(state, key, -taken)
  }, NOBODY)
}

describe("the first deposit in a pool", () => {
  test("buys as many shares as it is large, and is worth itself", () => {
    fc.assert(
      fc.property(amount, (size) => {
        const { pool, share } = updateForOne(EMPTY, SafeFloat.ZERO, size)
        expect(share).toEqual(SafeFloat.fromU64(size))
        expect(pool).toEqual({ sharedValue: size, denominator: share })
        expect(valueOfShare(pool, share)).toBe(size)
      }),
    )
  })

  test("counts by its size alone, even when it is negative", () => {
    const { pool, share } = updateForOne(EMPTY, SafeFloat.ZERO, -5n)
    expect(share).toEqual(SafeFloat.fromU64(5n))
    expect(pool.sharedValue).toBe(0n)
  })
})

describe("a share", () => {
  test("is worth its part of the shared value, cut to whole rao", () => {
    const pool = { sharedValue: 100n, denominator: SafeFloat.fromU64(3n) }
    expect(valueOfShare(pool, SafeFloat.fromU64(1n))).toBe(33n)
    expect(valueOfShare(pool, SafeFloat.fromU64(2n))).toBe(66n)
  })

  test("is worth nothing in a pool without shares", () => {
    expect(valueOfShare({ sharedValue: 100n, denominator: SafeFloat.ZERO }, SafeFloat.fromU64(1n))).toBe(0n)
  })
})

describe("an update", () => {
  test("of a pool whose shares are worth nothing is worth no shares", () => {
    const worthless = { sharedValue: 0n, denominator: SafeFloat.fromU64(7n) }
    expect(sharesOfUpdate(worthless, 5n)).toEqual(SafeFloat.ZERO)
    expect(updateIsWorthShares(worthless, 5n)).toBe(false)
    expect(updateIsWorthShares(EMPTY, 5n)).toBe(true)
  })

  test("changes the value of its share by itself and leaves the others', to a rao", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat(KEYS - 1), amount, (steps, key, size) => {
        const before = changeOne(run(steps), 0, 1_000_000n)
        const after = changeOne(before, key, size)
        values(after).forEach((value, each) => {
          const expected = (values(before)[each] ?? 0n) + (each === key ? size : 0n)
          expect(value - expected >= -1n && value - expected <= 1n).toBe(true)
        })
      }),
    )
  })

  test("for all leaves everybody's part of the shared value as it is", () => {
    const two = changeOne(changeOne(NOBODY, 0, 100n), 1, 300n)
    expect(values(changeAll(two, 400n))).toEqual([200n, 600n, 0n])
    expect(values(changeAll(two, -200n))).toEqual([50n, 150n, 0n])
  })

  test("for all stops at zero and at the largest u64", () => {
    const pool = { sharedValue: 5n, denominator: SafeFloat.fromU64(5n) }
    expect(updateForAll(pool, -6n).sharedValue).toBe(0n)
    expect(updateForAll({ ...pool, sharedValue: U64.MAX }, 1n).sharedValue).toBe(U64.MAX)
  })

  test("of 2^63 or more is taken for a negative one", () => {
    expect(asUpdate(2n ** 63n - 1n)).toBe(2n ** 63n - 1n)
    expect(asUpdate(2n ** 63n)).toBe(-(2n ** 63n))
    expect(asUpdate(U64.MAX)).toBe(-1n)
  })
})

describe("all shares together", () => {
  test("are worth what they would be without rounding, to two rao each", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        const state = run(steps)
        const exact: readonly Real[] = idealValues(state.ideal)
        values(state).forEach((value, key) => {
          const off = exact[key]?.sub(realOfInteger(value)).abs()
          expect(off?.lte(2)).toBe(true)
        })
      }),
    )
  })

  test("are worth no more than the shared value, but for a rao each", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        const state = run(steps)
        const sum = values(state).reduce((total, value) => total + value, 0n)
        expect(sum <= state.pool.sharedValue + BigInt(KEYS)).toBe(true)
        expect(sum >= state.pool.sharedValue - BigInt(KEYS) || state.pool.denominator.mantissa === 0n).toBe(true)
      }),
    )
  })
})
