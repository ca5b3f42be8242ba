import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { laterBlock } from "../coinbase/testing/laterBlock.js"
import { blankChain } from "../state/blankChain.js"
import { netUid, ROOT, taoBalance } from "../state/primitives.js"
import * as storage from "../state/storage/subtensorModule.js"
import { clampBurn, decayFactor, mulByQ32, powQ32, updateRegistrationPrices } from "./burnPrice.js"

const SEVEN = netUid(7)
const HALF = 1n << 31n
const ONE = 1n << 32n

describe("the factor by which the price decays in a block", () => {
  it("is one for a half-life of 0 and one half for a half-life of 1", () => {
    expect(decayFactor(0)).toBe(ONE)
    expect(decayFactor(1)).toBe(HALF)
  })

  it("is the largest whose power is at most one half", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_535 }), (halfLife) => {
        const factor = decayFactor(halfLife)
        expect(powQ32(factor, halfLife)).toBeLessThanOrEqual(HALF)
        expect(powQ32(factor + 1n, halfLife)).toBeGreaterThan(HALF)
      }),
      { numRuns: 40 },
    )
  })

  it("is applied with the product floored and held at the largest u64", () => {
    expect(mulByQ32(3n, HALF)).toBe(1n)
    expect(mulByQ32((1n << 64n) - 1n, ONE * 2n)).toBe((1n << 64n) - 1n)
  })
})

describe("the price of registration", () => {
  function priceAfter(block: bigint, burn: bigint, halfLife: number, least: bigint, most: bigint): bigint {
    const chain = laterBlock(blankChain(), block)
    const { state } = chain
    storage.NetworksAdded.set(state, SEVEN, true)
    storage.Burn.set(state, SEVEN, taoBalance(burn))
    storage.BurnHalfLife.set(state, SEVEN, halfLife)
    storage.MinBurn.set(state, SEVEN, taoBalance(least))
    storage.MaxBurn.set(state, SEVEN, taoBalance(most))
    updateRegistrationPrices(chain)
    return storage.Burn.get(state, SEVEN)
  }

  it("halves in a block with a half-life of 1, not in block 1, and not with a half-life of 0", () => {
    expect(priceAfter(2n, 1_000n, 1, 0n, 5_000n)).toBe(500n)
    expect(priceAfter(1n, 1_000n, 1, 0n, 5_000n)).toBe(1_000n)
    expect(priceAfter(2n, 1_000n, 0, 0n, 5_000n)).toBe(1_000n)
  })

  it("stays between its bounds, the upper one winning where they cross", () => {
    expect(priceAfter(2n, 1_000n, 1, 600n, 5_000n)).toBe(600n)
    expect(priceAfter(2n, 1_000n, 1, 0n, 400n)).toBe(400n)
    expect(clampBurn(5n, taoBalance(20n), taoBalance(10n))).toBe(10n)
  })
})

describe("registrations", () => {
  it("are counted anew in every block, and root's of the interval when its epoch would be due", () => {
    const chain = laterBlock(blankChain(), 1_000n)
    const { state } = chain
    for (const netuid of [ROOT, SEVEN]) {
      storage.NetworksAdded.set(state, netuid, true)
      storage.Tempo.set(state, netuid, 100)
      storage.RegistrationsThisBlock.set(state, netuid, 3)
      storage.RegistrationsThisInterval.set(state, netuid, 4)
    }
    updateRegistrationPrices(chain)
    expect(storage.RegistrationsThisBlock.get(state, SEVEN)).toBe(0)
    expect(storage.RegistrationsThisInterval.get(state, ROOT)).toBe(0)
    expect(storage.RegistrationsThisInterval.get(state, SEVEN)).toBe(4)
  })
})
