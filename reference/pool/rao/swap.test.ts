import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { blankRaoChain } from "../../state/blankChain.js"
import type { Chain } from "../../state/chain.js"
import { alphaBalance, netUid, taoBalance } from "../../state/primitives.js"
import {
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetMechanism,
  SubnetTAO,
  SubnetVolume,
  TotalStake,
} from "../../state/storage/subtensorModule.js"
import { type ConstantProductPool, constantProductPrice } from "../constantProduct.js"
import { keepFee, poolOf, swapAlphaForTao, swapTaoForAlpha } from "./swap.js"

const SUBNET = netUid(1)
const SUPPLY = 21n * 10n ** 15n
const LEAST_LEFT = 10_000_000n
/** One over the grain of U110F18: 2^18. */
const GRAINS = 1n << 18n

const reserve = fc.bigInt(LEAST_LEFT, SUPPLY)
const amount = fc.bigInt(0n, SUPPLY)
const anySwap = fc.record({ alphaReserve: reserve, taoReserve: reserve, paid: amount })

function chainWith({ alphaReserve, taoReserve }: ConstantProductPool): Chain {
  const chain = blankRaoChain()
  SubnetMechanism.set(chain.state, SUBNET, 1)
  SubnetAlphaIn.set(chain.state, SUBNET, alphaBalance(alphaReserve))
  SubnetTAO.set(chain.state, SUBNET, taoBalance(taoReserve))
  SubnetAlphaOut.set(chain.state, SUBNET, alphaBalance(SUPPLY))
  TotalStake.set(chain.state, taoBalance(SUPPLY))
  return chain
}

function product(chain: Chain): bigint {
  const { alphaReserve, taoReserve } = poolOf(chain, SUBNET)
  return alphaReserve * taoReserve
}

const buy = (chain: Chain, rao: bigint) => swapTaoForAlpha(chain, SUBNET, taoBalance(rao))
const sell = (chain: Chain, alphaRao: bigint) => swapAlphaForTao(chain, SUBNET, alphaBalance(alphaRao))

describe("a swap with a constant-product pool", () => {
  test("of TAO lets k fall by less than the grown reserve × 2^−18, and rise by less than the grown reserve", () => {
    fc.assert(
      fc.property(anySwap, ({ paid, ...pool }) => {
        const chain = chainWith(pool)
        const before = product(chain)
        const grown = pool.taoReserve + paid
        fc.pre(buy(chain, paid) > 0n)
        const change = product(chain) - before
        expect(change * GRAINS > -grown && change < grown).toBe(true)
      }),
    )
  })

  test("of alpha lets k fall by less than the grown reserve × 2^−18, and rise by less than the grown reserve", () => {
    fc.assert(
      fc.property(anySwap, ({ paid, ...pool }) => {
        const chain = chainWith(pool)
        const before = product(chain)
        const grown = pool.alphaReserve + paid
        fc.pre(sell(chain, paid) > 0n)
        const change = product(chain) - before
        expect(change * GRAINS > -grown && change < grown).toBe(true)
      }),
    )
  })

  test("pays a whole number where the exact amount lacks less than 2^−18 to it, and k falls", () => {
    const wholes = fc.bigInt(1n, 10n)
    const lacking = fc.bigInt(1n, GRAINS - 1n)
    fc.assert(
      fc.property(fc.bigInt(1n << 37n, 10n ** 15n), wholes, lacking, (paidInto, whole, lack) => {
        // One rao paid in is worth whole − lack ÷ (paidInto + 1) of a reserve of this size.
        const alphaReserve = whole * (paidInto + 1n) - lack
        fc.pre(lack * GRAINS < paidInto + 1n)
        const chain = chainWith({ alphaReserve, taoReserve: paidInto })
        const before = product(chain)
        expect(buy(chain, 1n)).toBe(whole)
        expect(alphaReserve / (paidInto + 1n)).toBe(whole - 1n)
        expect(product(chain)).toBe(before - lack)
      }),
    )
  })

  test("cuts the amount where it lacks 2^−18 or more to a whole number", () => {
    const paidInto = (1n << 37n) - 1n
    const exactlyLacking = (1n << 37n) / GRAINS
    const chain = chainWith({ alphaReserve: 3n * (paidInto + 1n) - exactlyLacking, taoReserve: paidInto })
    expect(buy(chain, 1n)).toBe(2n)
  })

  test("bought moves alpha out of the pool, TAO into it, and counts the TAO as staked and as volume", () => {
    const chain = chainWith({ alphaReserve: 4_000_000_000n, taoReserve: 1_000_000_000n })
    expect(buy(chain, 1_000_000_000n)).toBe(2_000_000_000n)
    expect(poolOf(chain, SUBNET)).toEqual({ alphaReserve: 2_000_000_000n, taoReserve: 2_000_000_000n })
    expect(SubnetAlphaOut.get(chain.state, SUBNET)).toBe(SUPPLY + 2_000_000_000n)
    expect(TotalStake.get(chain.state)).toBe(SUPPLY + 1_000_000_000n)
    expect(SubnetVolume.get(chain.state, SUBNET)).toBe(1_000_000_000n)
  })

  test("sold moves alpha into the pool, TAO out of it and of what is staked, and counts the TAO as volume", () => {
    const chain = chainWith({ alphaReserve: 4_000_000_000n, taoReserve: 1_000_000_000n })
    expect(sell(chain, 4_000_000_000n)).toBe(500_000_000n)
    expect(poolOf(chain, SUBNET)).toEqual({ alphaReserve: 8_000_000_000n, taoReserve: 500_000_000n })
    expect(SubnetAlphaOut.get(chain.state, SUBNET)).toBe(SUPPLY - 4_000_000_000n)
    expect(TotalStake.get(chain.state)).toBe(SUPPLY - 500_000_000n)
    expect(SubnetVolume.get(chain.state, SUBNET)).toBe(500_000_000n)
  })

  test("gives nothing and moves nothing where less than 10^7 would be left of what it pays with", () => {
    const pool = { alphaReserve: 4_000_000_000n, taoReserve: 1_000_000_000n }
    const bought = chainWith(pool)
    expect(buy(bought, 399_000_000_001n)).toBe(0n)
    expect(poolOf(bought, SUBNET)).toEqual(pool)
    const sold = chainWith(pool)
    expect(sell(sold, 396_000_000_001n)).toBe(0n)
    expect(poolOf(sold, SUBNET)).toEqual(pool)
    expect([bought, sold].map(({ state }) => SubnetVolume.has(state, SUBNET))).toEqual([false, false])
  })

  test("for nothing writes what it leaves as it is", () => {
    const chain = chainWith({ alphaReserve: 4_000_000_000n, taoReserve: 1_000_000_000n })
    expect(buy(chain, 0n)).toBe(0n)
    expect(SubnetVolume.has(chain.state, SUBNET)).toBe(true)
  })
})

describe("without a pool", () => {
  test("one rao is one alpha rao, whatever the reserves hold", () => {
    const chain = chainWith({ alphaReserve: 10n, taoReserve: 10n })
    SubnetMechanism.set(chain.state, SUBNET, 0)
    expect(buy(chain, 7n)).toBe(7n)
    expect(poolOf(chain, SUBNET)).toEqual({ alphaReserve: 3n, taoReserve: 17n })
    expect(sell(chain, 20n)).toBe(20n)
    expect(poolOf(chain, SUBNET)).toEqual({ alphaReserve: 23n, taoReserve: 0n })
  })
})

describe("a fee that the pool keeps", () => {
  test("raises k by the alpha reserve times the fee", () => {
    fc.assert(
      fc.property(anySwap, ({ paid, ...pool }) => {
        const chain = chainWith(pool)
        const before = product(chain)
        keepFee(chain, SUBNET, taoBalance(paid))
        expect(product(chain)).toBe(before + pool.alphaReserve * paid)
        expect(TotalStake.get(chain.state)).toBe(SUPPLY + paid)
      }),
    )
  })

  test("raises the price by the fee for each alpha rao, but for its rounding", () => {
    fc.assert(
      fc.property(anySwap, ({ paid, ...pool }) => {
        const chain = chainWith(pool)
        keepFee(chain, SUBNET, taoBalance(paid))
        const raised = constantProductPrice(poolOf(chain, SUBNET)) - constantProductPrice(pool)
        const perAlpha = (paid << 32n) / pool.alphaReserve
        expect(raised - perAlpha >= 0n && raised - perAlpha <= 1n).toBe(true)
      }),
    )
  })
})
