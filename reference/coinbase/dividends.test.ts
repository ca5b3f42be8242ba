import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U96F32 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { accountOf } from "../state/blankChain.js"
import { alphaBalance } from "../state/primitives.js"
import { splitDividends } from "./dividendSplit.js"
import { dividendsToParents } from "./dividendsToParents.js"
import { takeFromDividend } from "./hotkeyTake.js"
import { selfContribution } from "./selfContribution.js"

const VALIDATOR = accountOf(1)
const PARENT = accountOf(2)
const HALF = (1n << 63n) - 1n

const input = {
  hotkey: VALIDATOR,
  dividend: alphaBalance(1_000n),
  selfContribution: 500n,
  parents: [{ hotkey: PARENT, proportion: U64.MAX, stake: { alpha: 500n, tao: 0n }, hasSameOwner: false }],
  childkeyTake: 0,
  childkeyBurn: 0n,
  taoWeight: 0n,
}

describe("a validator's own contribution", () => {
  it("is its stake less what its children have, TAO counted by its weight", () => {
    expect(selfContribution({ alpha: 1_000n, tao: 1_000n }, [], U64.MAX)).toBe(2_000n)
    expect(selfContribution({ alpha: 1_000n, tao: 1_000n }, [U64.MAX], U64.MAX)).toBe(0n)
    expect(selfContribution({ alpha: 1_000n, tao: 0n }, [HALF], 0n)).toBe(500n)
  })

  it("is nothing, not less, where children have more than everything", () => {
    expect(selfContribution({ alpha: 1_000n, tao: 0n }, [U64.MAX, U64.MAX], 0n)).toBe(0n)
  })
})

describe("a validator's dividend", () => {
  it("is its own without parents", () => {
    expect(dividendsToParents({ ...input, parents: [] })).toEqual({ dividends: [[VALIDATOR, 1_000n]], recycled: [] })
  })

  it("goes to parents by what their stake weighs", () => {
    const { dividends } = dividendsToParents(input)
    expect(dividends).toEqual([
      [PARENT, 500n],
      [VALIDATOR, 500n],
    ])
  })

  it("leaves the validator its take from parents of other owners", () => {
    const tenth = 6_553
    const { dividends, recycled } = dividendsToParents({ ...input, childkeyTake: tenth })
    expect(dividends).toEqual([
      [PARENT, 450n],
      [VALIDATOR, 549n],
    ])
    expect(recycled).toEqual([0n])
  })

  it("loses the childkey burn of parents of other owners, which is recycled", () => {
    const { dividends, recycled } = dividendsToParents({ ...input, childkeyBurn: HALF })
    expect(recycled).toEqual([249n])
    expect(dividends[0]).toEqual([PARENT, 250n])
  })

  it("is neither taken from nor burned where the owner is the same", () => {
    const parents = input.parents.map((parent) => ({ ...parent, hasSameOwner: true }))
    const { dividends, recycled } = dividendsToParents({ ...input, parents, childkeyTake: 65_535, childkeyBurn: HALF })
    expect(dividends[0]).toEqual([PARENT, 500n])
    expect(recycled).toEqual([])
  })

  it("stays with the validator where nobody has stake", () => {
    const parents = input.parents.map((parent) => ({ ...parent, stake: { alpha: 0n, tao: 0n } }))
    expect(dividendsToParents({ ...input, selfContribution: 0n, parents }).dividends).toEqual([
      [PARENT, 0n],
      [VALIDATOR, 1_000n],
    ])
  })

  it("is given out at most once, and all but a rao for each who gets something", () => {
    const parent = fc.record({
      hotkey: fc.constant(PARENT),
      proportion: fc.bigInt(0n, U64.MAX),
      stake: fc.record({ alpha: fc.bigInt(0n, 10n ** 15n), tao: fc.bigInt(0n, 10n ** 15n) }),
      hasSameOwner: fc.boolean(),
    })
    const cases = fc.record({
      hotkey: fc.constant(VALIDATOR),
      dividend: fc.bigInt(0n, 10n ** 12n).map(alphaBalance),
      selfContribution: fc.bigInt(0n, 10n ** 15n),
      parents: fc.array(parent, { maxLength: 5 }),
      childkeyTake: fc.nat(11_796),
      childkeyBurn: fc.bigInt(0n, U64.MAX / 2n),
      taoWeight: fc.bigInt(0n, U64.MAX),
    })
    fc.assert(
      fc.property(cases, (given) => {
        const { dividends, recycled } = dividendsToParents(given)
        const paid = [...dividends.map(([, amount]) => amount), ...recycled].reduce((sum, amount) => sum + amount, 0n)
        const places = BigInt(dividends.length + recycled.length)
        expect(paid).toBeLessThanOrEqual(given.dividend)
        expect(given.dividend - paid).toBeLessThanOrEqual(places)
      }),
      { numRuns: 300 },
    )
  })
})

describe("a subnet's dividends", () => {
  const earner = (byte: number, dividend: bigint, alpha: bigint, tao: bigint) => ({
    hotkey: accountOf(byte),
    dividend: U96F32.fromInteger(dividend),
    stake: { alpha, tao },
  })
  const whole = (amount: U96F32 | undefined) => U96F32.saturatingToU64(amount ?? U96F32.ZERO)

  it("are cut by what stake on root weighs beside stake on the subnet", () => {
    const { alpha, root } = splitDividends({
      earners: [earner(1, 100n, 100n, 0n), earner(2, 300n, 0n, 100n)],
      pendingValidator: alphaBalance(1_000n),
      pendingRoot: alphaBalance(500n),
      taoWeight: U64.MAX,
    })
    expect(alpha.map(({ amount }) => whole(amount))).toEqual([1_000n, 0n])
    expect(root.map(({ amount }) => whole(amount))).toEqual([0n, 500n])
  })

  it("give root's alpha to nobody where nobody has stake on root", () => {
    const { alpha, root } = splitDividends({
      earners: [earner(1, 100n, 100n, 0n), earner(2, 300n, 100n, 0n)],
      pendingValidator: alphaBalance(1_000n),
      pendingRoot: alphaBalance(500n),
      taoWeight: U64.MAX,
    })
    expect(alpha.map(({ amount }) => whole(amount))).toEqual([250n, 750n])
    expect(root.map(({ amount }) => amount)).toEqual([0n, 0n])
  })

  it("never exceed what is pending", () => {
    const earners = fc.array(
      fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10n ** 15n), fc.bigInt(0n, 10n ** 15n)),
      { maxLength: 8 },
    )
    const pending = fc.bigInt(0n, 10n ** 12n)
    fc.assert(
      fc.property(earners, pending, pending, fc.bigInt(0n, U64.MAX), (list, validator, fromRoot, taoWeight) => {
        const { alpha, root } = splitDividends({
          earners: list.map(([dividend, stake, tao], index) => earner(index, dividend, stake, tao)),
          pendingValidator: alphaBalance(validator),
          pendingRoot: alphaBalance(fromRoot),
          taoWeight,
        })
        const sum = (shares: typeof alpha) => shares.reduce((total, { amount }) => total + amount, 0n)
        expect(sum(alpha)).toBeLessThanOrEqual(validator << 32n)
        expect(sum(root)).toBeLessThanOrEqual(fromRoot << 32n)
      }),
      { numRuns: 300 },
    )
  })

  it("are cut into the validator's take and the rest, each floored", () => {
    expect(takeFromDividend(U96F32.fromInteger(1_000n), 11_796)).toEqual({ take: 179n, rest: 820n })
    expect(takeFromDividend(U96F32.fromInteger(1_000n), 0)).toEqual({ take: 0n, rest: 1_000n })
    expect(takeFromDividend(U96F32.fromInteger(1_000n), 65_535)).toEqual({ take: 1_000n, rest: 0n })
  })
})
