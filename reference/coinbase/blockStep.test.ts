import { describe, expect, it } from "vitest"
import { I96F32, U96F32 } from "../numbers/formats.js"
import { currentAlphaPrice } from "../pool/swap.js"
import { blankChain, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, type NetUid, netUid, ROOT, taoBalance } from "../state/primitives.js"
import { AlphaRecycled, TotalAlphaIssuance } from "../state/storage/alphaAssets.js"
import { TotalIssuance as CurrencyIssuance } from "../state/storage/balances.js"
import * as storage from "../state/storage/subtensorModule.js"
import { Account } from "../state/storage/system.js"
import { accountOfNetuid } from "../subnets/subnetAccount.js"
import { blockStep } from "./blockStep.js"
import { injectAndMaybeSwap } from "./injection.js"
import { laterBlock } from "./testing/laterBlock.js"

const TAO = 1_000_000_000n
const SEVEN = netUid(7)
const EIGHT = netUid(8)

function addSubnet({ state }: Chain, netuid: NetUid): void {
  storage.NetworksAdded.set(state, netuid, true)
  storage.SubnetMechanism.set(state, netuid, 1)
  storage.FirstEmissionBlockNumber.set(state, netuid, 1n)
  storage.SubtokenEnabled.set(state, netuid, true)
  storage.SubnetTAO.set(state, netuid, taoBalance(1_000n * TAO))
  storage.SubnetAlphaIn.set(state, netuid, alphaBalance(2_000n * TAO))
  storage.SubnetMovingPrice.set(state, netuid, I96F32.ONE)
  storage.Tempo.set(state, netuid, 360)
}

/** Root with 10,000 TAO and two subnets with pools of 1,000 TAO and 2,000 alpha, in block 100. */
function chainOfTwo(): Chain {
  const chain = laterBlock(blankChain(), 100n)
  storage.NetworksAdded.set(chain.state, ROOT, true)
  storage.SubnetTAO.set(chain.state, ROOT, taoBalance(10_000n * TAO))
  storage.TotalIssuance.set(chain.state, taoBalance(12_000n * TAO))
  CurrencyIssuance.set(chain.state, taoBalance(12_000n * TAO))
  for (const netuid of [SEVEN, EIGHT]) {
    addSubnet(chain, netuid)
    storage.LastEpochBlock.set(chain.state, netuid, 100n)
  }
  return chain
}

describe("a block step", () => {
  const run = () => {
    const chain = chainOfTwo()
    blockStep(chain)
    return chain
  }

  it("mints one TAO and leaves both counts of the issuance the same; what nobody received is not issued", () => {
    const { state } = run()
    const issued = storage.TotalIssuance.get(state) - 12_000n * TAO
    expect(issued).toBe(CurrencyIssuance.get(state) - 12_000n * TAO)
    expect(issued).toBeLessThanOrEqual(TAO)
    expect(TAO - issued).toBeLessThan(4n)
    const paid = [SEVEN, EIGHT].map((netuid) => Account.get(state, accountOfNetuid(netuid)).data.free)
    expect(paid.reduce((sum, amount) => sum + amount, 0n)).toBe(issued)
  })

  it("brings each pool the TAO that it injects and buys with", () => {
    const { state } = run()
    for (const netuid of [SEVEN, EIGHT]) {
      const brought = storage.SubnetTaoInEmission.get(state, netuid) + storage.SubnetExcessTao.get(state, netuid)
      expect(storage.SubnetTAO.get(state, netuid) - 1_000n * TAO).toBe(brought)
      expect(storage.SubnetProtocolFlow.get(state, netuid)).toBe(brought)
      expect(Account.get(state, accountOfNetuid(netuid)).data.free).toBe(brought)
    }
  })

  it("issues one alpha a subnet to its participants, less at most 3 alpha rao", () => {
    const { state } = run()
    const pending = [
      storage.PendingOwnerCut,
      storage.PendingServerEmission,
      storage.PendingValidatorEmission,
      storage.PendingRootAlphaDivs,
    ]
    const total = pending.reduce<bigint>((sum, item) => sum + item.get(state, SEVEN), 0n)
    expect(storage.SubnetAlphaOutEmission.get(state, SEVEN)).toBe(TAO)
    expect(total).toBeGreaterThanOrEqual(TAO - 3n)
    expect(total).toBeLessThanOrEqual(TAO)
  })

  it("mints in the ledger of alpha what it injects and issues", () => {
    const { state } = run()
    const minted = storage.SubnetAlphaInEmission.get(state, SEVEN) + storage.SubnetAlphaOutEmission.get(state, SEVEN)
    expect(TotalAlphaIssuance.get(state, SEVEN)).toBe(minted)
  })

  it("recycles root's part while moving prices sum to one or less", () => {
    const chain = chainOfTwo()
    const half = I96F32.fromBits(I96F32.ONE / 2n)
    for (const netuid of [SEVEN, EIGHT]) storage.SubnetMovingPrice.set(chain.state, netuid, half)
    blockStep(chain)
    expect(storage.PendingRootAlphaDivs.has(chain.state, SEVEN)).toBe(false)
    expect(AlphaRecycled.get(chain.state, SEVEN)).toBeGreaterThan(0n)
  })

  it("gives a subnet whose emission is switched off alpha and no TAO; the other gets its part", () => {
    const chain = chainOfTwo()
    storage.SubnetEmissionEnabled.set(chain.state, SEVEN, false)
    blockStep(chain)
    expect(Account.get(chain.state, accountOfNetuid(SEVEN)).data.free).toBe(0n)
    expect(storage.SubnetAlphaOutEmission.get(chain.state, SEVEN)).toBe(TAO)
    expect(Account.get(chain.state, accountOfNetuid(EIGHT)).data.free).toBeGreaterThan(TAO - 4n)
  })

  it("does not touch the owner's pending cut where the cut is switched off", () => {
    const chain = chainOfTwo()
    storage.OwnerCutEnabled.set(chain.state, SEVEN, false)
    blockStep(chain)
    expect(storage.PendingOwnerCut.has(chain.state, SEVEN)).toBe(false)
    expect(storage.PendingServerEmission.get(chain.state, SEVEN)).toBe(TAO / 2n)
  })

  it("forgets what root sold in the block before", () => {
    const chain = chainOfTwo()
    storage.SubnetRootSellTao.set(chain.state, SEVEN, taoBalance(5n))
    blockStep(chain)
    expect(storage.SubnetRootSellTao.entries(chain.state)).toEqual([])
  })

  it("moves prices and root's proportion only after the emission has used them", () => {
    const { state } = run()
    expect(storage.SubnetMovingPrice.get(state, SEVEN)).toBeLessThan(I96F32.ONE)
    expect(storage.RootProp.get(state, SEVEN)).toBeGreaterThan(0n)
  })

  it("gives out what has gathered in the block in which an epoch is due", () => {
    const chain = laterBlock(chainOfTwo(), 460n)
    blockStep(chain)
    expect(storage.LastEpochBlock.get(chain.state, SEVEN)).toBe(460n)
    expect(storage.LastMechansimStepBlock.get(chain.state, SEVEN)).toBe(460n)
    expect(storage.PendingServerEmission.get(chain.state, SEVEN)).toBe(0n)
    expect(eventNames(chain).filter((name) => name === "SubtensorModule.EpochDeferred")).toEqual([])
  })
})

describe("injection", () => {
  const terms = { alphaOut: U96F32.ZERO, excessTao: U96F32.ZERO }
  const credit = { amount: taoBalance(TAO) }

  it("keeps the price, whatever is put in", () => {
    const chain = chainOfTwo()
    const before = currentAlphaPrice(chain, SEVEN)
    const taoIn = U96F32.fromInteger(900_000_000n)
    injectAndMaybeSwap(chain, SEVEN, { ...terms, taoIn, alphaIn: U96F32.fromInteger(10_000_000n) }, credit)
    const after = currentAlphaPrice(chain, SEVEN)
    const distance = after > before ? after - before : before - after
    expect(distance).toBeLessThan(before / 10n ** 15n)
  })

  it("gives the protocol the alpha that the excess buys, without fee", () => {
    const chain = chainOfTwo()
    const excessTao = U96F32.fromInteger(1_000_000n)
    const left = injectAndMaybeSwap(
      chain,
      SEVEN,
      { ...terms, taoIn: U96F32.ZERO, alphaIn: U96F32.ZERO, excessTao },
      credit,
    )
    const bought = storage.SubnetProtocolAlpha.get(chain.state, SEVEN)
    expect(bought).toBe(1_999_998n)
    expect(storage.SubnetAlphaOut.get(chain.state, SEVEN)).toBe(bought)
    expect(storage.SubnetExcessTao.get(chain.state, SEVEN)).toBe(1_000_000n)
    expect(left.amount).toBe(TAO - 1_000_000n)
  })

  it("leaves the TAO of a refused purchase on the subnet's account, counted nowhere", () => {
    const chain = chainOfTwo()
    storage.SubnetAlphaIn.set(chain.state, SEVEN, alphaBalance(1_000n))
    const excessTao = U96F32.fromInteger(1_000_000n)
    injectAndMaybeSwap(chain, SEVEN, { ...terms, taoIn: U96F32.ZERO, alphaIn: U96F32.ZERO, excessTao }, credit)
    expect(Account.get(chain.state, accountOfNetuid(SEVEN)).data.free).toBe(1_000_000n)
    expect(storage.SubnetTAO.get(chain.state, SEVEN)).toBe(1_000n * TAO)
    expect(storage.SubnetExcessTao.get(chain.state, SEVEN)).toBe(0n)
  })

  it("does not spend more than the credit has", () => {
    const chain = chainOfTwo()
    const small = { amount: taoBalance(10n) }
    const taoIn = U96F32.fromInteger(1_000_000n)
    const left = injectAndMaybeSwap(chain, SEVEN, { ...terms, taoIn, alphaIn: U96F32.ZERO }, small)
    expect(left).toEqual(small)
    expect(storage.SubnetTaoInEmission.get(chain.state, SEVEN)).toBe(0n)
    expect(storage.SubnetTAO.get(chain.state, SEVEN)).toBe(1_000n * TAO)
  })

  it("passes over a network that does not exist", () => {
    const chain = chainOfTwo()
    const taoIn = U96F32.fromInteger(1_000_000n)
    expect(injectAndMaybeSwap(chain, netUid(99), { ...terms, taoIn, alphaIn: U96F32.ZERO }, credit)).toBe(credit)
    expect(storage.SubnetExcessTao.has(chain.state, netUid(99))).toBe(false)
  })
})
