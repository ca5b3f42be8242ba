import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { laterBlock } from "../../coinbase/testing/laterBlock.js"
import { U64 } from "../../numbers/integers.js"
import { blankRaoChain, eventNames } from "../../state/blankChain.js"
import type { Chain } from "../../state/chain.js"
import { netUid, taoBalance } from "../../state/primitives.js"
import * as storage from "../../state/storage/subtensorModule.js"
import { adjustedTerm, adjustRegistrationTerms, movingTerms } from "./adjustTerms.js"

const SEVEN = netUid(7)
const u64 = fc.bigInt(0n, U64.MAX)
const count = fc.nat(65_535)
const wide = { least: 0n, most: U64.MAX }

describe("a term of registration", () => {
  it("moves by (registrations + target) ÷ (2 · target) where none of it stays", () => {
    const after = (registrations: number) =>
      adjustedTerm({ current: 1_000n, ...wide }, { registrations, target: 4, adjustmentAlpha: 0n })
    expect([0, 2, 4, 12].map(after)).toEqual([500n, 750n, 1_000n, 2_000n])
  })

  it("stays as it is where all of it stays", () => {
    fc.assert(
      fc.property(u64, count, count, (current, registrations, target) => {
        const demand = { registrations, target, adjustmentAlpha: U64.MAX }
        expect(adjustedTerm({ current, ...wide }, demand)).toBe(current)
      }),
    )
  })

  it("loses what does not stay with a target of 0", () => {
    const demand = { registrations: 9, target: 0, adjustmentAlpha: 1n << 63n }
    expect(adjustedTerm({ current: 1_000n, ...wide }, demand)).toBe(500n)
  })

  it("lies between its bounds", () => {
    fc.assert(
      fc.property(u64, count, count, u64, u64, u64, (current, registrations, target, adjustmentAlpha, one, other) => {
        const [least, most] = one < other ? [one, other] : [other, one]
        const next = adjustedTerm({ current, least, most }, { registrations, target, adjustmentAlpha })
        expect(next).toBeGreaterThanOrEqual(least)
        expect(next).toBeLessThanOrEqual(most)
      }),
    )
  })

  it("is at the upper bound where the bounds cross and it would be above that", () => {
    const demand = { registrations: 1, target: 1, adjustmentAlpha: 0n }
    expect(adjustedTerm({ current: 15n, least: 20n, most: 10n }, demand)).toBe(10n)
    expect(adjustedTerm({ current: 5n, least: 20n, most: 10n }, demand)).toBe(20n)
  })
})

describe("at the end of an interval", () => {
  it("the term of the kind that there was more of moves with too many registrations, else that of the other", () => {
    const [burn, difficulty] = [
      { burn: true, difficulty: false },
      { burn: false, difficulty: true },
    ]
    expect(movingTerms(true, 2, 1)).toEqual(difficulty)
    expect(movingTerms(true, 1, 2)).toEqual(burn)
    expect(movingTerms(false, 2, 1)).toEqual(burn)
    expect(movingTerms(false, 1, 2)).toEqual(difficulty)
  })

  it("both move with as many of either", () => {
    expect(movingTerms(true, 3, 3)).toEqual({ burn: true, difficulty: true })
    expect(movingTerms(false, 0, 0)).toEqual({ burn: true, difficulty: true })
  })
})

describe("a network at the start of a block", () => {
  /** In block 100, adjusted in block 90, with 6 registrations this interval, 4 of them by burning, and a target of 2. */
  function adjusted(interval: number): Chain {
    const chain = laterBlock(blankRaoChain(), 100n)
    const { state } = chain
    storage.NetworksAdded.set(state, SEVEN, true)
    storage.AdjustmentInterval.set(state, SEVEN, interval)
    storage.AdjustmentAlpha.set(state, SEVEN, 0n)
    storage.LastAdjustmentBlock.set(state, SEVEN, 90n)
    storage.TargetRegistrationsPerInterval.set(state, SEVEN, 2)
    storage.RegistrationsThisInterval.set(state, SEVEN, 6)
    storage.BurnRegistrationsThisInterval.set(state, SEVEN, 4)
    storage.POWRegistrationsThisInterval.set(state, SEVEN, 2)
    storage.RegistrationsThisBlock.set(state, SEVEN, 1)
    storage.Burn.set(state, SEVEN, taoBalance(1_000_000_000n))
    adjustRegistrationTerms(chain)
    return chain
  }

  const counters = ({ state }: Chain) => [
    storage.RegistrationsThisInterval.get(state, SEVEN),
    storage.BurnRegistrationsThisInterval.get(state, SEVEN),
    storage.POWRegistrationsThisInterval.get(state, SEVEN),
  ]

  it("moves its burn when the interval is over, and counts anew", () => {
    const chain = adjusted(10)
    expect(storage.Burn.get(chain.state, SEVEN)).toBe(2_000_000_000n)
    expect(counters(chain)).toEqual([0, 0, 0])
    expect(storage.LastAdjustmentBlock.get(chain.state, SEVEN)).toBe(100n)
    expect(eventNames(chain)).toEqual([])
  })

  it("only counts the block's registrations anew before", () => {
    const chain = adjusted(11)
    expect(storage.Burn.get(chain.state, SEVEN)).toBe(1_000_000_000n)
    expect(counters(chain)).toEqual([6, 4, 2])
    expect(storage.RegistrationsThisBlock.get(chain.state, SEVEN)).toBe(0)
  })

  it("says so where its difficulty moves", () => {
    const chain = laterBlock(blankRaoChain(), 100n)
    storage.NetworksAdded.set(chain.state, SEVEN, true)
    storage.AdjustmentInterval.set(chain.state, SEVEN, 0)
    adjustRegistrationTerms(chain)
    expect(eventNames(chain)).toEqual(["SubtensorModule.DifficultySet"])
  })
})
