import { describe, expect, test } from "vitest"
import { U64 } from "../numbers/integers.js"
import { feeOnTop } from "../pool/swapFee.js"
import { blankChain } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, netUid, ROOT, taoBalance } from "../state/primitives.js"
import { refuse } from "../state/refusal.js"
import { NetworksAdded, SubnetAlphaIn, SubnetMechanism, SubnetTAO } from "../state/storage/subtensorModule.js"
import { maxAmountToMove } from "./maxAmountToMove.js"
import { maxAmountToAdd, maxAmountToRemove } from "./priceLimits.js"

const STABLE = netUid(1)
const SUBNET = netUid(2)
const OTHER = netUid(3)
const RESERVE = 1_000_000_000_000n
const EVEN = taoBalance(1_000_000_000n)

function market(): Chain {
  const chain = blankChain()
  for (const netuid of [ROOT, STABLE, SUBNET, OTHER]) NetworksAdded.set(chain.state, netuid, true)
  for (const netuid of [SUBNET, OTHER]) {
    SubnetMechanism.set(chain.state, netuid, 1)
    SubnetTAO.set(chain.state, netuid, taoBalance(RESERVE))
    SubnetAlphaIn.set(chain.state, netuid, alphaBalance(RESERVE))
  }
  return chain
}

describe("the most that a price lets through", () => {
  test("is everything or nothing without a pool: one rao is one alpha rao", () => {
    const chain = market()
    for (const netuid of [ROOT, STABLE]) {
      expect(maxAmountToAdd(chain, netuid, EVEN)).toBe(U64.MAX)
      expect(maxAmountToAdd(chain, netuid, taoBalance(EVEN - 1n))).toBe(0n)
      expect(maxAmountToRemove(chain, netuid, EVEN)).toBe(U64.MAX)
      expect(maxAmountToRemove(chain, netuid, taoBalance(EVEN + 1n))).toBe(0n)
    }
  })

  test("is what moves the pool's price there, with the fee on top", () => {
    const chain = market()
    const most = maxAmountToAdd(chain, SUBNET, taoBalance(1_210_000_000n))
    const exact = RESERVE / 10n + feeOnTop(RESERVE / 10n, 33)
    expect(exact - most >= 0n && exact - most <= 2n).toBe(true)
    const least = maxAmountToRemove(chain, SUBNET, taoBalance(810_000_000n))
    const alpha = RESERVE / 9n
    const withFee = alpha + feeOnTop(alpha, 33)
    expect(withFee - least >= -1n && withFee - least <= 2n).toBe(true)
  })

  test("is no more than 1000 times the reserve", () => {
    const most = maxAmountToAdd(market(), SUBNET, taoBalance(U64.MAX))
    expect(most).toBe(RESERVE * 1_000n)
  })

  test("is refused where the price is at the limit already", () => {
    expect(() => maxAmountToAdd(market(), SUBNET, EVEN)).toThrow(refuse("Swap.PriceLimitExceeded"))
    expect(() => maxAmountToRemove(market(), SUBNET, EVEN)).toThrow(refuse("Swap.PriceLimitExceeded"))
  })
})

describe("the most that can move from one subnet to another", () => {
  const above = taoBalance(EVEN + 1n)

  test("is everything or nothing where neither has a pool", () => {
    expect(maxAmountToMove(market(), ROOT, STABLE, EVEN)).toBe(U64.MAX)
    expect(maxAmountToMove(market(), ROOT, STABLE, above)).toBe(0n)
  })

  test("is that of adding, with the limit turned over, where only the destination has one", () => {
    const chain = market()
    expect(maxAmountToMove(chain, ROOT, SUBNET, taoBalance(0n))).toBe(U64.MAX)
    expect(maxAmountToMove(chain, ROOT, SUBNET, taoBalance(800_000_000n))).toBe(
      maxAmountToAdd(chain, SUBNET, taoBalance(1_250_000_000n)),
    )
    expect(() => maxAmountToMove(chain, ROOT, SUBNET, EVEN)).toThrow(refuse("Swap.PriceLimitExceeded"))
  })

  test("is that of removing where only the origin has one", () => {
    const chain = market()
    const limit = taoBalance(900_000_000n)
    expect(maxAmountToMove(chain, SUBNET, STABLE, limit)).toBe(maxAmountToRemove(chain, SUBNET, limit))
  })

  test("follows the formula for constant products where both have one", () => {
    const chain = market()
    expect(maxAmountToMove(chain, SUBNET, OTHER, taoBalance(500_000_000n))).toBe(RESERVE / 2n)
    expect(maxAmountToMove(chain, SUBNET, OTHER, above)).toBe(0n)
    expect(maxAmountToMove(chain, SUBNET, OTHER, taoBalance(0n))).toBe(U64.MAX)
    SubnetTAO.set(chain.state, OTHER, taoBalance(0n))
    expect(maxAmountToMove(chain, SUBNET, OTHER, taoBalance(0n))).toBe(0n)
  })
})
