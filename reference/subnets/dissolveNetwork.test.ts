import { beforeEach, describe, expect, it } from "vitest"
import { mintTao } from "../emission/tao.js"
import { I96F32, U64F64 } from "../numbers/formats.js"
import { SafeFloat } from "../numbers/safeFloat.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { resolveCredit } from "../state/balancesCredit.js"
import { accountOf, eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { type AccountId, alphaBalance, netUid, ROOT, taoBalance } from "../state/primitives.js"
import { TotalIssuance as CurrencyIssuance } from "../state/storage/balances.js"
import { TimelockedIndex } from "../state/storage/commitments.js"
import {
  Alpha,
  AlphaV2,
  ChildKeys,
  DecayingLock,
  NetworkRegisteredAt,
  NetworkRegistrationStartBlock,
  NetworksAdded,
  RootClaimable,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetEmissionEnabled,
  SubnetLeases,
  SubnetLocked,
  SubnetMechanism,
  SubnetOwner,
  SubnetOwnerCut,
  SubnetProtocolAlpha,
  SubnetTAO,
  SubnetUidToLeaseId,
  TaoInRefundDeploymentBlock,
  Tempo,
  TotalHotkeyAlpha,
  TotalIssuance,
  TotalStake,
  Weights,
} from "../state/storage/subtensorModule.js"
import { callOf, freeOf, fundedChain, resultOf } from "../state/testing/fundedChain.js"
import { mechanismStorageIndex } from "./mechanismIndex.js"
import { accountOfNetuid } from "./subnetAccount.js"
import { OWNER, SUBNET } from "./testing/smallSubnet.js"

const [HOTKEY, ALICE, BOB] = [accountOf(0xd0), accountOf(0xa1), accountOf(0xb0)]
const ACCOUNT = accountOfNetuid(SUBNET)
const ED = 500n

let chain: Chain
beforeEach(() => {
  chain = fundedChain(1_000n)
  const { state } = chain
  NetworksAdded.set(state, ROOT, true)
  NetworksAdded.set(state, SUBNET, true)
  SubnetOwner.set(state, SUBNET, OWNER)
  SubnetMechanism.set(state, SUBNET, 1)
  NetworkRegisteredAt.set(state, SUBNET, 50n)
  TaoInRefundDeploymentBlock.set(state, 100n)
  fill(1_000_000n)
  stake(ALICE, 300_000n)
  stake(BOB, 100_000n)
})

/** Puts so many rao into the pool, and on the subnet's account. */
function fill(rao: bigint): void {
  SubnetTAO.set(chain.state, SUBNET, taoBalance(rao))
  TotalStake.set(chain.state, taoBalance(rao))
  resolveCredit(chain, ACCOUNT, mintTao(chain, taoBalance(rao)))
  chain.takeEvents()
}

function stake(coldkey: AccountId, alpha: bigint): void {
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, coldkey, SUBNET, alphaBalance(alpha))
}

const dissolve = (netuid = SUBNET) =>
  resultOf(chain, ROOT_ORIGIN, callOf(SubtensorModuleCalls.root_dissolve_network, { netuid }))

describe("when a subnet is dissolved", () => {
  it("those who hold its alpha share the pool", () => {
    expect(dissolve()).toBe("ok")
    expect(freeOf(chain, ALICE)).toBe(750_000n)
    expect(freeOf(chain, BOB)).toBe(250_000n)
    expect(TotalStake.get(chain.state)).toBe(0n)
    expect(TotalHotkeyAlpha.entries(chain.state)).toEqual([])
    expect(AlphaV2.entries(chain.state)).toEqual([])
    expect(eventNames(chain).at(-1)).toBe("SubtensorModule.NetworkRemoved")
  })

  it("the protocol's part is recycled, but for the existential deposit", () => {
    SubnetProtocolAlpha.set(chain.state, SUBNET, alphaBalance(400_000n))
    const before = TotalIssuance.get(chain.state)
    dissolve()
    expect(freeOf(chain, ALICE)).toBe(375_000n)
    expect(freeOf(chain, ACCOUNT)).toBe(ED)
    expect(before - TotalIssuance.get(chain.state)).toBe(500_000n - ED)
    expect(CurrencyIssuance.get(chain.state)).toBe(TotalIssuance.get(chain.state))
  })

  it("the pool's alpha counts as the protocol's on a subnet that is not old", () => {
    SubnetAlphaIn.set(chain.state, SUBNET, alphaBalance(400_000n))
    TaoInRefundDeploymentBlock.set(chain.state, 49n)
    dissolve()
    expect(freeOf(chain, ALICE)).toBe(375_000n)
  })

  it("the pool's alpha does not count on an old one", () => {
    SubnetAlphaIn.set(chain.state, SUBNET, alphaBalance(400_000n))
    TaoInRefundDeploymentBlock.set(chain.state, 50n)
    dissolve()
    expect(freeOf(chain, ALICE)).toBe(750_000n)
  })

  it("a payment too small to open an account is passed over and recycled", () => {
    stake(accountOf(0xcc), 100n)
    dissolve()
    expect(freeOf(chain, accountOf(0xcc))).toBe(0n)
    expect(freeOf(chain, ALICE) + freeOf(chain, BOB)).toBeGreaterThan(999_000n)
  })

  it("a share that is worth nothing counts with its own number", () => {
    AlphaV2.clear(chain.state)
    TotalHotkeyAlpha.set(chain.state, HOTKEY, SUBNET, alphaBalance(0n))
    AlphaV2.set(chain.state, HOTKEY, BOB, SUBNET, SafeFloat.fromU64(7n))
    dissolve()
    expect(freeOf(chain, BOB)).toBe(1_000_000n)
  })

  it("stakes of the old kind are paid and destroyed too", () => {
    AlphaV2.clear(chain.state)
    Alpha.set(chain.state, HOTKEY, ALICE, SUBNET, U64F64.ONE)
    dissolve()
    expect(freeOf(chain, ALICE)).toBe(1_000_000n)
    expect(Alpha.entries(chain.state)).toEqual([])
  })

  it("an empty pool pays nobody, and the alpha is destroyed all the same", () => {
    SubnetTAO.set(chain.state, SUBNET, taoBalance(0n))
    dissolve()
    expect(freeOf(chain, ALICE)).toBe(0n)
    expect(TotalHotkeyAlpha.entries(chain.state)).toEqual([])
  })
})

describe("the owner of a dissolved subnet", () => {
  beforeEach(() => {
    SubnetProtocolAlpha.set(chain.state, SUBNET, alphaBalance(400_000n))
    SubnetAlphaOut.set(chain.state, SUBNET, alphaBalance(65_535n))
    SubnetAlphaIn.set(chain.state, SUBNET, alphaBalance(1_000_000n))
    SubnetLocked.set(chain.state, SUBNET, taoBalance(300_000n))
    SubnetOwnerCut.set(chain.state, 1)
    resolveCredit(chain, ACCOUNT, mintTao(chain, taoBalance(500_000n)))
  })

  it("gets nothing back of what was locked", () => {
    NetworkRegistrationStartBlock.set(chain.state, 50n)
    dissolve()
    expect(freeOf(chain, OWNER)).toBe(0n)
  })

  it("gets back what was locked less the earnings if the subnet is from before registrations were opened anew", () => {
    NetworkRegistrationStartBlock.set(chain.state, 51n)
    dissolve()
    // ⌊1065535 ÷ 65535⌋ alpha rao, and the price is 1.
    expect(freeOf(chain, OWNER)).toBe(300_000n - 16n)
  })

  it("gets no more than the account holds beside the protocol's part", () => {
    SubnetLocked.set(chain.state, SUBNET, taoBalance(10_000_000n))
    NetworkRegistrationStartBlock.set(chain.state, 51n)
    dissolve()
    expect(freeOf(chain, OWNER)).toBe(500_000n)
  })
})

describe("of a dissolved subnet", () => {
  it("nothing is left that belongs to its mechanisms, families, locks, claims and lease", () => {
    const { state } = chain
    const index = mechanismStorageIndex(SUBNET, 0)
    Weights.set(state, index, 3, [[1, 1]])
    Tempo.set(state, SUBNET, 99)
    ChildKeys.set(state, HOTKEY, SUBNET, [[1n, ALICE]])
    DecayingLock.set(state, ALICE, SUBNET, false)
    RootClaimable.set(state, HOTKEY, [
      [1, I96F32.ONE],
      [2, I96F32.ONE],
    ])
    SubnetUidToLeaseId.set(state, SUBNET, 4)
    SubnetLeases.set(state, 4, {
      beneficiary: ALICE,
      coldkey: BOB,
      hotkey: HOTKEY,
      emissions_share: 5,
      end_block: undefined,
      netuid: SUBNET,
      cost: 0n,
    })
    dissolve()
    expect(Weights.has(state, index, 3)).toBe(false)
    expect(Tempo.has(state, SUBNET)).toBe(false)
    expect(ChildKeys.has(state, HOTKEY, SUBNET)).toBe(false)
    expect(DecayingLock.has(state, ALICE, SUBNET)).toBe(false)
    expect(RootClaimable.get(state, HOTKEY)).toEqual([[2, I96F32.ONE]])
    expect(SubnetLeases.get(state, 4)).toBeUndefined()
    expect(SubnetUidToLeaseId.get(state, SUBNET)).toBeUndefined()
  })

  it("what others have stays", () => {
    const { state } = chain
    ChildKeys.set(state, HOTKEY, netUid(2), [[1n, ALICE]])
    DecayingLock.set(state, ALICE, netUid(2), false)
    dissolve()
    expect(ChildKeys.has(state, HOTKEY, netUid(2))).toBe(true)
    expect(DecayingLock.has(state, ALICE, netUid(2))).toBe(true)
  })

  it("root's old weights of it become zero", () => {
    const rootIndex = mechanismStorageIndex(ROOT, 0)
    Weights.set(chain.state, rootIndex, 0, [
      [1, 5],
      [2, 6],
    ])
    dissolve()
    expect(Weights.get(chain.state, rootIndex, 0)).toEqual([
      [1, 0],
      [2, 6],
    ])
  })

  it("the index of commitments is written, even if only to be empty", () => {
    TimelockedIndex.set(chain.state, [
      [1, ALICE],
      [2, BOB],
    ])
    dissolve()
    expect(TimelockedIndex.get(chain.state)).toEqual([[2, BOB]])
    TimelockedIndex.remove(chain.state)
    NetworksAdded.set(chain.state, SUBNET, true)
    dissolve()
    expect(TimelockedIndex.has(chain.state)).toBe(true)
  })

  it("some switches stay", () => {
    SubnetEmissionEnabled.set(chain.state, SUBNET, false)
    dissolve()
    expect(SubnetEmissionEnabled.get(chain.state, SUBNET)).toBe(false)
  })
})

describe("dissolving is refused", () => {
  it("to everybody but root, under either name, the owner too", () => {
    const { dissolve_network, root_dissolve_network } = SubtensorModuleCalls
    const owner = signedBy(OWNER)
    expect(resultOf(chain, owner, callOf(dissolve_network, { coldkey: OWNER, netuid: SUBNET }))).toBe("BadOrigin")
    expect(resultOf(chain, owner, callOf(root_dissolve_network, { netuid: SUBNET }))).toBe("BadOrigin")
  })

  it("for root itself and for a subnet that is not there", () => {
    expect(dissolve(ROOT)).toBe("SubtensorModule.SubnetNotExists")
    expect(dissolve(netUid(9))).toBe("SubtensorModule.SubnetNotExists")
  })
})
