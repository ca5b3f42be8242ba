import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U64F64, U96F32 } from "../numbers/formats.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, alphaBalance, netUid } from "../state/primitives.js"
import { AlphaBurned, AlphaRecycled } from "../state/storage/alphaAssets.js"
import * as storage from "../state/storage/subtensorModule.js"
import { payAlphaDividends } from "./alphaDividends.js"
import { cleanUpHotkeySwapRecords } from "./hotkeySwapRecords.js"
import { payIncentives } from "./incentives.js"
import { contributorsCut, contributorsPart, distributeLeaseDividends } from "./leaseDividends.js"
import { payOwnerCut } from "./ownerCut.js"
import { laterBlock } from "./testing/laterBlock.js"

const SEVEN = netUid(7)
const OWNER = accountOf(0x0a)
const MINER = accountOf(0x0b)
const HOTKEY = accountOf(0x01)
const OTHER = accountOf(0x02)

/** A subnet whose owner owns HOTKEY; MINER owns OTHER; both hotkeys are neurons. */
function chainWithNeurons(): Chain {
  const chain = blankChain()
  const { state } = chain
  storage.SubnetOwner.set(state, SEVEN, OWNER)
  storage.OwnedHotkeys.set(state, OWNER, [HOTKEY])
  storage.Owner.set(state, HOTKEY, OWNER)
  storage.Owner.set(state, OTHER, MINER)
  for (const [uid, hotkey] of [HOTKEY, OTHER].entries()) storage.Uids.set(state, SEVEN, hotkey, uid)
  return chain
}

const emission = (hotkey: AccountId, amount: bigint) => ({
  hotkey,
  serverEmission: alphaBalance(amount),
  validatorEmission: alphaBalance(0n),
})

const stakeOf = (chain: Chain, hotkey: AccountId, coldkey: AccountId) =>
  stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, SEVEN)

describe("what miners earn", () => {
  it("becomes their owner's stake", () => {
    const chain = chainWithNeurons()
    payIncentives(chain, SEVEN, [emission(OTHER, 30n)])
    expect(stakeOf(chain, OTHER, MINER)).toBe(30n)
    expect(eventNames(chain)).toEqual([])
    expect(storage.MinerBurned.get(chain.state, SEVEN)).toBe(0n)
  })

  it("becomes stake where their owner wants it, and an event says so", () => {
    const chain = chainWithNeurons()
    storage.AutoStakeDestination.set(chain.state, MINER, SEVEN, HOTKEY)
    payIncentives(chain, SEVEN, [emission(OTHER, 30n)])
    expect(stakeOf(chain, HOTKEY, MINER)).toBe(30n)
    expect(stakeOf(chain, OTHER, MINER)).toBe(0n)
    expect(eventNames(chain)).toEqual(["SubtensorModule.AutoStakeAdded"])
  })

  it("is burned where the subnet's owner mines: it stays counted outside the pool", () => {
    const chain = chainWithNeurons()
    storage.SubnetAlphaOut.set(chain.state, SEVEN, alphaBalance(100n))
    payIncentives(chain, SEVEN, [emission(HOTKEY, 30n), emission(OTHER, 90n)])
    expect(stakeOf(chain, HOTKEY, OWNER)).toBe(0n)
    expect(AlphaBurned.get(chain.state, SEVEN)).toBe(30n)
    expect(storage.SubnetAlphaOut.get(chain.state, SEVEN)).toBe(100n)
    expect(storage.MinerBurned.get(chain.state, SEVEN)).toBe(U96F32.ONE / 4n)
  })

  it("is recycled there if the subnet is set so", () => {
    const chain = chainWithNeurons()
    storage.SubnetAlphaOut.set(chain.state, SEVEN, alphaBalance(100n))
    storage.RecycleOrBurn.set(chain.state, SEVEN, "Recycle")
    payIncentives(chain, SEVEN, [emission(HOTKEY, 30n)])
    expect(AlphaRecycled.get(chain.state, SEVEN)).toBe(30n)
    expect(storage.SubnetAlphaOut.get(chain.state, SEVEN)).toBe(70n)
    expect(storage.MinerBurned.get(chain.state, SEVEN)).toBe(U96F32.ONE)
  })

  it("is withheld from the hotkey that is set as the owner's, whoever owns it, but only while it is a neuron", () => {
    const chain = chainWithNeurons()
    storage.SubnetOwnerHotkey.set(chain.state, SEVEN, OTHER)
    payIncentives(chain, SEVEN, [emission(OTHER, 30n)])
    expect(AlphaBurned.get(chain.state, SEVEN)).toBe(30n)
    storage.Uids.remove(chain.state, SEVEN, OTHER)
    payIncentives(chain, SEVEN, [emission(OTHER, 5n)])
    expect(stakeOf(chain, OTHER, MINER)).toBe(5n)
  })
})

describe("validators' dividends", () => {
  it("give the validator its take and everybody with stake the rest in proportion", () => {
    const chain = chainWithNeurons()
    storage.Delegates.set(chain.state, OTHER, 6_553)
    payIncentives(chain, SEVEN, [emission(OTHER, 1_000n)])
    payAlphaDividends(chain, SEVEN, [{ hotkey: OTHER, amount: U96F32.fromInteger(1_000n) }])
    expect(storage.AlphaDividendsPerSubnet.get(chain.state, SEVEN, OTHER)).toBe(900n)
    expect(stakeOf(chain, OTHER, MINER)).toBe(1_999n)
    expect(storage.TotalHotkeyAlphaLastEpoch.get(chain.state, OTHER, SEVEN)).toBe(1_999n)
  })

  it("are recorded for the last epoch only", () => {
    const chain = chainWithNeurons()
    storage.AlphaDividendsPerSubnet.set(chain.state, SEVEN, HOTKEY, alphaBalance(9n))
    payAlphaDividends(chain, SEVEN, [])
    expect(storage.AlphaDividendsPerSubnet.has(chain.state, SEVEN, HOTKEY)).toBe(false)
  })
})

describe("the owner's cut", () => {
  it("becomes the owner's stake with the owner's hotkey", () => {
    const chain = chainWithNeurons()
    storage.SubnetOwnerHotkey.set(chain.state, SEVEN, HOTKEY)
    payOwnerCut(chain, SEVEN, alphaBalance(18n))
    expect(stakeOf(chain, HOTKEY, OWNER)).toBe(18n)
  })

  it("goes to nobody while no hotkey is set", () => {
    const chain = chainWithNeurons()
    payOwnerCut(chain, SEVEN, alphaBalance(18n))
    expect(stakeOf(chain, HOTKEY, OWNER)).toBe(0n)
  })

  it("is locked where the subnet is set to", () => {
    const chain = chainWithNeurons()
    storage.SubnetOwnerHotkey.set(chain.state, SEVEN, HOTKEY)
    storage.OwnerCutAutoLockEnabled.set(chain.state, SEVEN, true)
    payOwnerCut(chain, SEVEN, alphaBalance(1_000n))
    expect(storage.Lock.get(chain.state, OWNER, SEVEN, HOTKEY)?.locked_mass).toBe(1_000n)
    expect(eventNames(chain)).toEqual(["SubtensorModule.StakeLocked"])
  })
})

describe("a leased subnet", () => {
  const LEASE = 3
  const CONTRIBUTOR = accountOf(0x0c)
  const BENEFICIARY = accountOf(0x0d)
  const CUT = alphaBalance(10_000_001n)

  function leasedChain(block: bigint, endBlock?: number): Chain {
    const chain = laterBlock(chainWithNeurons(), block)
    const { state } = chain
    const lease = { beneficiary: BENEFICIARY, coldkey: OWNER, hotkey: HOTKEY, netuid: SEVEN, cost: 0n }
    storage.SubnetLeases.set(state, LEASE, { ...lease, emissions_share: 50, end_block: endBlock })
    storage.SubnetLeaseShares.set(state, LEASE, CONTRIBUTOR, U64F64.fromBits(U64F64.ONE / 2n))
    storage.SubnetUidToLeaseId.set(state, SEVEN, LEASE)
    storage.SubnetOwnerHotkey.set(state, SEVEN, HOTKEY)
    return chain
  }

  it("gathers its contributors' part of the cut, rounded up", () => {
    const chain = leasedChain(101n)
    payOwnerCut(chain, SEVEN, CUT)
    expect(storage.AccumulatedLeaseDividends.get(chain.state, LEASE)).toBe(5_000_001n)
  })

  it("shares out what was gathered in every 100th block: shares rounded up, the rest to the beneficiary", () => {
    const chain = leasedChain(200n)
    payOwnerCut(chain, SEVEN, CUT)
    expect(stakeOf(chain, HOTKEY, CONTRIBUTOR)).toBe(2_500_001n)
    expect(stakeOf(chain, HOTKEY, BENEFICIARY)).toBe(2_500_000n)
    expect(stakeOf(chain, HOTKEY, OWNER)).toBe(5_000_000n)
    expect(storage.AccumulatedLeaseDividends.get(chain.state, LEASE)).toBe(0n)
    const move = ["StakeRemoved", "StakeAdded", "SubnetLeaseDividendsDistributed"]
    expect(eventNames(chain)).toEqual([...move, ...move].map((name) => `SubtensorModule.${name}`))
  })

  it("keeps all of it gathered when one part is worth less than the minimum stake, and undoes the others", () => {
    const chain = leasedChain(200n)
    storage.SubnetLeaseShares.set(chain.state, LEASE, BENEFICIARY, U64F64.EPSILON)
    payOwnerCut(chain, SEVEN, CUT)
    expect(storage.AccumulatedLeaseDividends.get(chain.state, LEASE)).toBe(5_000_001n)
    expect(stakeOf(chain, HOTKEY, CONTRIBUTOR)).toBe(0n)
    expect(stakeOf(chain, HOTKEY, OWNER)).toBe(10_000_001n)
    expect(eventNames(chain)).toEqual([])
  })

  it("gathers nothing from the block on in which the lease ends", () => {
    const chain = leasedChain(101n, 101)
    distributeLeaseDividends(chain, LEASE, CUT)
    expect(storage.AccumulatedLeaseDividends.has(chain.state, LEASE)).toBe(false)
  })

  it("rounds its parts up by less than one", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.bigInt(0n, 10n ** 15n), (percentage, amount) => {
        const cut = contributorsCut(percentage, alphaBalance(amount))
        expect(cut * 100n - amount * BigInt(percentage)).toBeGreaterThanOrEqual(0n)
        expect(cut * 100n - amount * BigInt(percentage)).toBeLessThan(100n)
        expect(contributorsPart(U64F64.ONE, alphaBalance(amount))).toBe(amount)
      }),
    )
  })
})

describe("records of hotkey swaps", () => {
  it("are removed once older than 7200 blocks, in the subnet's own turn", () => {
    const chain = blankChain()
    for (const netuid of [SEVEN, netUid(8)]) {
      storage.NetworksAdded.set(chain.state, netuid, true)
      storage.LastHotkeySwapOnNetuid.set(chain.state, netuid, OWNER, 6n)
      storage.LastHotkeySwapOnNetuid.set(chain.state, netuid, MINER, 7n)
    }
    cleanUpHotkeySwapRecords(laterBlock(chain, 7_207n))
    expect(storage.LastHotkeySwapOnNetuid.entriesUnder(chain.state, SEVEN)).toEqual([[MINER, 7n]])
    expect(storage.LastHotkeySwapOnNetuid.entriesUnder(chain.state, netUid(8))).toHaveLength(2)
  })
})
