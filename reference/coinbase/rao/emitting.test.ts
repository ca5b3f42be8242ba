import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I96F32, U96F32 } from "../../numbers/formats.js"
import { blankRaoChain } from "../../state/blankChain.js"
import type { Chain } from "../../state/chain.js"
import { alphaBalance, type NetUid, netUid, ROOT, taoBalance } from "../../state/primitives.js"
import { PendingAlphaSwapped, PendingEmission, PendingRootDivs } from "../../state/rao/storage/subtensorModule.js"
import * as storage from "../../state/storage/subtensorModule.js"
import { injectTerms } from "./injection.js"
import { laySharesAside, participantShares } from "./participants.js"
import { runCoinbase } from "./runCoinbase.js"
import { subnetTerms } from "./subnetTerms.js"

const SEVEN = netUid(7)
const EIGHT = netUid(8)
const TAO = taoBalance(1_000_000_000n)
const whole = (amount: bigint) => U96F32.fromInteger(amount)
const HALF = U96F32.fromBits(U96F32.ONE >> 1n)

describe("the terms of a subnet", () => {
  const input = {
    blockEmission: TAO,
    movingPrice: HALF,
    totalMovingPrices: whole(2n),
    price: HALF,
    alphaEmission: 1_000_000_000n,
    isOpen: true,
  }

  it("are its share of the TAO by moving price, and the alpha that this is worth", () => {
    expect(subnetTerms(input)).toEqual({
      taoIn: whole(250_000_000n),
      alphaIn: whole(500_000_000n),
      alphaOut: whole(1_000_000_000n),
    })
  })

  it("bring no more alpha into the pool than the curve gives, and all of that where alpha has no price", () => {
    expect(subnetTerms({ ...input, price: U96F32.fromBits(1n) }).alphaIn).toBe(whole(1_000_000_000n))
    expect(subnetTerms({ ...input, price: U96F32.ZERO }).alphaIn).toBe(whole(1_000_000_000n))
  })

  it("bring the alpha, but not the TAO, where nobody can register", () => {
    const closed = subnetTerms({ ...input, isOpen: false })
    expect([closed.taoIn, closed.alphaIn]).toEqual([0n, whole(500_000_000n)])
  })

  it("bring no TAO where no subnet has a moving price", () => {
    expect(subnetTerms({ ...input, movingPrice: U96F32.ZERO, totalMovingPrices: U96F32.ZERO }).taoIn).toBe(0n)
  })
})

describe("an injection", () => {
  it("grows pool, stake and issuance by whole amounts", () => {
    const chain = blankRaoChain()
    const fractional = (amount: bigint) => U96F32.saturatingAdd(whole(amount), HALF)
    injectTerms(chain, { netuid: SEVEN, taoIn: fractional(1n), alphaIn: fractional(2n), alphaOut: fractional(3n) })
    const { state } = chain
    expect([storage.SubnetTAO, storage.SubnetTaoInEmission].map((item) => item.get(state, SEVEN))).toEqual([1n, 1n])
    expect([storage.TotalStake, storage.TotalIssuance].map((item) => item.get(state))).toEqual([1n, 1n])
    expect([storage.SubnetAlphaIn, storage.SubnetAlphaInEmission].map((item) => item.get(state, SEVEN))).toEqual([
      2n,
      2n,
    ])
    expect([storage.SubnetAlphaOut, storage.SubnetAlphaOutEmission].map((item) => item.get(state, SEVEN))).toEqual([
      3n,
      3n,
    ])
  })
})

describe("the alpha of a block", () => {
  it("is the owner's cut, root's proportion of half of the rest, and what is pending", () => {
    expect(participantShares(whole(1_000n), HALF, HALF)).toEqual({ ownerCut: 500n, root: 125n, pending: 375n })
  })

  it("sums to at most what is issued, and to at most 2 alpha rao less", () => {
    const fraction = fc.bigInt(0n, U96F32.ONE).map((raw) => U96F32.fromBits(raw))
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 64n) - 1n), fraction, fraction, (alphaOut, ownerCut, rootProportion) => {
        const shares = participantShares(whole(alphaOut), ownerCut, rootProportion)
        const gap = alphaOut - (shares.ownerCut + shares.root + shares.pending)
        expect(gap).toBeGreaterThanOrEqual(0n)
        expect(gap).toBeLessThanOrEqual(2n)
      }),
    )
  })

  function chainWithRoot(reserve: bigint): Chain {
    const chain = blankRaoChain()
    const { state } = chain
    storage.SubnetOwnerCut.set(state, 0)
    storage.TaoWeight.set(state, (1n << 64n) - 1n)
    storage.SubnetMechanism.set(state, SEVEN, 1)
    storage.SubnetTAO.set(state, ROOT, taoBalance(2n * reserve))
    storage.SubnetTAO.set(state, SEVEN, taoBalance(reserve))
    storage.SubnetAlphaIn.set(state, SEVEN, alphaBalance(reserve))
    storage.SubnetAlphaOut.set(state, SEVEN, alphaBalance(reserve))
    laySharesAside(chain, SEVEN, whole(1_000_000n))
    return chain
  }

  it("lays root's part aside as the TAO that the pool pays for it", () => {
    const { state } = chainWithRoot(10n ** 15n)
    expect(PendingAlphaSwapped.get(state, SEVEN)).toBe(250_000n)
    expect(PendingEmission.get(state, SEVEN)).toBe(750_000n)
    expect(PendingRootDivs.get(state, SEVEN)).toBe(249_999n)
    expect(storage.SubnetTAO.get(state, SEVEN)).toBe(10n ** 15n - 249_999n)
  })

  it("counts root's part as sold where the pool cannot pay", () => {
    const { state } = chainWithRoot(1_000_000n)
    expect(PendingAlphaSwapped.get(state, SEVEN)).toBe(250_000n)
    expect(PendingRootDivs.get(state, SEVEN)).toBe(0n)
    expect(storage.SubnetTAO.get(state, SEVEN)).toBe(1_000_000n)
  })
})

describe("the coinbase", () => {
  function chainOf(started: readonly NetUid[], others: readonly NetUid[]): Chain {
    const chain = blankRaoChain()
    for (const netuid of [ROOT, ...started, ...others]) {
      storage.NetworksAdded.set(chain.state, netuid, true)
      storage.NetworkRegistrationAllowed.set(chain.state, netuid, true)
      storage.SubnetMechanism.set(chain.state, netuid, 1)
      storage.SubnetMovingPrice.set(chain.state, netuid, I96F32.ONE)
    }
    for (const netuid of started) storage.FirstEmissionBlockNumber.set(chain.state, netuid, 1_000_000n)
    return chain
  }

  it("divides the TAO between the subnets that were started, whenever that takes effect", () => {
    const chain = chainOf([SEVEN, EIGHT], [netUid(9)])
    runCoinbase(chain, TAO)
    expect([SEVEN, EIGHT, netUid(9), ROOT].map((netuid) => storage.SubnetTAO.get(chain.state, netuid))).toEqual([
      500_000_000n,
      500_000_000n,
      0n,
      0n,
    ])
    expect(storage.TotalIssuance.get(chain.state)).toBe(1_000_000_000n)
  })

  it("counts the blocks since the last epoch of all subnets but root", () => {
    const chain = chainOf([SEVEN], [EIGHT])
    runCoinbase(chain, TAO)
    expect([SEVEN, EIGHT, ROOT].map((netuid) => storage.BlocksSinceLastStep.get(chain.state, netuid))).toEqual([
      1n,
      1n,
      0n,
    ])
  })
})
