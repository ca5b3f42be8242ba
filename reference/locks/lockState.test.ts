import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { realOfFixed, realOfInteger } from "../numbers/ideal/realNumbers.js"
import { alphaBalance } from "../state/primitives.js"
import {
  decay,
  emptyLock,
  isZeroLock,
  type LockKind,
  type LockRates,
  type LockState,
  reduceLock,
  rollForward,
} from "./lockState.js"

const RATE = 934_866n
const RATES: LockRates = { unlock: RATE, maturity: RATE }
const DECAYING: LockKind = { ofOwner: false, perpetual: false }
const PERPETUAL: LockKind = { ofOwner: false, perpetual: true }
const blocks = fc.bigInt(1n, 3_000_000n)
const mass = fc.bigInt(1_000n, 10n ** 15n)

function lockOf(alpha: bigint, conviction = U64F64.ZERO): LockState {
  return { locked_mass: alphaBalance(alpha), conviction, last_update: 0n }
}

describe("decay", () => {
  test("is e^(−blocks ÷ rate), as far as the series of I64F64 goes", () => {
    fc.assert(
      fc.property(blocks, (elapsed) => {
        const exact = realOfInteger(-elapsed).div(realOfInteger(RATE)).exp()
        const off = realOfFixed(U64F64, decay(elapsed, RATE)).sub(exact).abs()
        expect(off.lt("1e-12")).toBe(true)
      }),
    )
  })

  test("leaves all after no blocks, and nothing at a rate of zero", () => {
    expect(decay(0n, 0n)).toBe(U64F64.ONE)
    expect(decay(0n, 5n)).toBe(U64F64.ONE)
    expect(decay(1n, 0n)).toBe(0n)
  })
})

describe("a lock with time", () => {
  test("loses what is locked when it decays, and keeps it when it is perpetual", () => {
    fc.assert(
      fc.property(mass, blocks, (alpha, now) => {
        expect(rollForward(lockOf(alpha), now, RATES, DECAYING).locked_mass).toBeLessThanOrEqual(alpha)
        expect(rollForward(lockOf(alpha), now, RATES, PERPETUAL).locked_mass).toBe(alpha)
      }),
    )
  })

  test("earns conviction, never more than was locked", () => {
    fc.assert(
      fc.property(mass, blocks, (alpha, now) => {
        const most = U64F64.fromInteger(alpha)
        for (const kind of [DECAYING, PERPETUAL]) {
          const { conviction } = rollForward(lockOf(alpha), now, RATES, kind)
          expect(conviction).toBeLessThanOrEqual(most)
        }
        expect(rollForward(lockOf(alpha), 1_000_000n, RATES, PERPETUAL).conviction).toBeGreaterThan(most / 2n)
      }),
    )
  })

  test("earns the same in the limit of equal rates as the formula for different ones", () => {
    const equal = rollForward(lockOf(10n ** 12n), 500_000n, RATES, DECAYING).conviction
    const nearly = rollForward(lockOf(10n ** 12n), 500_000n, { unlock: RATE + 1n, maturity: RATE }, DECAYING).conviction
    const ratio = realOfFixed(U64F64, nearly).div(realOfFixed(U64F64, equal)).sub(1).abs()
    expect(ratio.lt("1e-5")).toBe(true)
  })

  test("has all its conviction at once on the owner's hotkey", () => {
    const kind = { ofOwner: true, perpetual: false }
    const rolled = rollForward(lockOf(10n ** 9n), 0n, RATES, kind)
    expect(rolled.conviction).toBe(U64F64.fromInteger(10n ** 9n))
  })

  test("earns nothing where one of two different rates is zero", () => {
    const rolled = rollForward(lockOf(10n ** 9n, U64F64.ONE), 5n, { unlock: RATE, maturity: 0n }, DECAYING)
    expect(rolled.conviction).toBe(0n)
  })

  test("stays as it is in its own block and before", () => {
    const later = { ...lockOf(500n), last_update: 10n }
    expect(rollForward(later, 10n, RATES, DECAYING)).toEqual(later)
    expect(rollForward(later, 9n, RATES, DECAYING)).toEqual(later)
  })
})

describe("a lock that counts as none", () => {
  test("is below 100 in both, and loses both when it is rolled", () => {
    expect(isZeroLock(lockOf(99n))).toBe(true)
    expect(isZeroLock(lockOf(100n))).toBe(false)
    expect(isZeroLock(lockOf(0n, U64F64.fromInteger(100n)))).toBe(false)
    expect(rollForward(lockOf(99n, U64F64.ONE), 0n, RATES, DECAYING)).toEqual(emptyLock(0n))
  })
})

describe("a lock that is reduced", () => {
  test("stops at nothing", () => {
    const reduced = reduceLock(lockOf(5n, U64F64.ONE), alphaBalance(6n), U64F64.fromInteger(2n))
    expect([reduced.locked_mass, reduced.conviction]).toEqual([0n, 0n])
  })
})
