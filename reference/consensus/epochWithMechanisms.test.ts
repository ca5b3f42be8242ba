import { beforeEach, describe, expect, it } from "vitest"
import { balancer } from "../forks/balancer.js"
import { U64 } from "../numbers/integers.js"
import { Chain } from "../state/chain.js"
import { eventBytes } from "../state/event.js"
import { accountId, alphaBalance, hash, netUid, netUidStorageIndex, ROOT } from "../state/primitives.js"
import { State } from "../state/state.js"
import * as storage from "../state/storage/subtensorModule.js"
import { epochWithMechanisms } from "./epochWithMechanisms.js"
import { hotkeyStakeWeight, inheritedAlpha, inheritedTao } from "./hotkeyStake.js"
import { readEpochInput } from "./readEpochInput.js"

const SUBNET = netUid(1)
const FIRST = netUidStorageIndex(1)
const SECOND = netUidStorageIndex(4097)
const NOW = 1000n
/** Uid 0 has the greatest bytes, so that order of uid and order of bytes differ. */
const HOTKEYS = ["cc", "aa", "bb"].map((byte) => accountId(`0x${byte.repeat(32)}`))

function twoMechanisms(): Chain {
  const chain = new Chain(balancer, State.empty(balancer.runtime.storage), {
    number: NOW,
    parentHash: hash(`0x${"00".repeat(32)}`),
    author: undefined,
  })
  const { state } = chain
  storage.NetworksAdded.set(state, SUBNET, true)
  storage.SubnetworkN.set(state, SUBNET, 3)
  storage.MechanismCountCurrent.set(state, SUBNET, 2)
  storage.CommitRevealWeightsEnabled.set(state, SUBNET, false)
  storage.ValidatorPermit.set(state, SUBNET, [true, false, false])
  HOTKEYS.forEach((hotkey, uid) => {
    storage.Keys.set(state, SUBNET, uid, hotkey)
    storage.Uids.set(state, SUBNET, hotkey, uid)
    storage.IsNetworkMember.set(state, hotkey, SUBNET, true)
    storage.TotalHotkeyAlpha.set(state, hotkey, SUBNET, alphaBalance(uid === 0 ? 1000n : 0n))
  })
  for (const [index, miner] of [
    [FIRST, 1],
    [SECOND, 2],
  ] as const) {
    storage.LastUpdate.set(state, index, [NOW, NOW, NOW])
    storage.Weights.set(state, index, 0, [[miner, 65_535]])
  }
  return chain
}

describe("an epoch of a subnet with two mechanisms", () => {
  let chain: Chain
  beforeEach(() => {
    chain = twoMechanisms()
  })

  it("pays the miners of each mechanism its half, in order of the hotkeys' bytes", () => {
    expect(epochWithMechanisms(chain, SUBNET, alphaBalance(1001n))).toEqual([
      { hotkey: HOTKEYS[1], serverEmission: 250n, validatorEmission: 0n },
      { hotkey: HOTKEYS[2], serverEmission: 250n, validatorEmission: 0n },
      { hotkey: HOTKEYS[0], serverEmission: 0n, validatorEmission: 500n },
    ])
  })

  it("stores incentive and bonds by mechanism and announces what miners earned", () => {
    epochWithMechanisms(chain, SUBNET, alphaBalance(1000n))
    expect(storage.Incentive.get(chain.state, FIRST)).toEqual([0, 65_535, 0])
    expect(storage.Incentive.get(chain.state, SECOND)).toEqual([0, 0, 65_535])
    expect(storage.Bonds.get(chain.state, FIRST, 0).map(([uid]) => uid)).toEqual([1])
    expect(storage.Bonds.has(chain.state, SECOND, 2)).toBe(true)
    expect(chain.events.map(({ declaration }) => declaration.name)).toEqual(
      Array(2).fill("IncentiveAlphaEmittedToMiners"),
    )
    expect(chain.events.map((event) => eventBytes(event).slice(0, 10))).toEqual(["0x076e0100", "0x076e0110"])
  })

  it("stores what the mechanisms give together by their part of the emission", () => {
    epochWithMechanisms(chain, SUBNET, alphaBalance(1000n))
    expect(storage.Consensus.get(chain.state, SUBNET)).toEqual([0, 32_767, 32_767])
    expect(storage.Dividends.get(chain.state, SUBNET)).toEqual([65_534, 0, 0])
    expect(storage.ValidatorPermit.get(chain.state, SUBNET)).toEqual([true, false, false])
    expect(storage.Active.get(chain.state, SUBNET)).toEqual([true, true, true])
    expect(storage.Emission.get(chain.state, SUBNET)).toEqual([250n, 125n, 125n])
  })

  it("does not count weights to uids that the subnet does not have", () => {
    storage.Weights.set(chain.state, FIRST, 0, [
      [1, 65_535],
      [3, 65_535],
    ])
    epochWithMechanisms(chain, SUBNET, alphaBalance(0n))
    expect(storage.ValidatorTrust.get(chain.state, SUBNET)).toEqual([65_535, 0, 0])
  })

  it("gives all to the first mechanism's terms where there is no emission", () => {
    epochWithMechanisms(chain, SUBNET, alphaBalance(0n))
    expect(storage.Consensus.get(chain.state, SUBNET)).toEqual([0, 65_535, 0])
  })

  it("stores empty vectors if the subnet has no mechanism", () => {
    storage.MechanismCountCurrent.set(chain.state, SUBNET, 0)
    expect(epochWithMechanisms(chain, SUBNET, alphaBalance(1000n))).toEqual([])
    expect(storage.Active.get(chain.state, SUBNET)).toEqual([])
  })

  it("masks weights to who registered after the earliest open commitment", () => {
    storage.CommitRevealWeightsEnabled.set(chain.state, SUBNET, true)
    storage.BlockAtRegistration.set(chain.state, SUBNET, 1, 900n)
    const [validator, stranger] = [HOTKEYS[0], accountId(`0x${"dd".repeat(32)}`)]
    if (validator === undefined) throw new Error("there is no validator")
    const nonce = hash(`0x${"00".repeat(32)}`)
    storage.WeightCommits.set(chain.state, FIRST, stranger, [[nonce, 0n, 1n, 0n]])
    storage.WeightCommits.set(chain.state, FIRST, validator, [[nonce, 0n, 950n, 0n]])
    epochWithMechanisms(chain, SUBNET, alphaBalance(1000n))
    expect(storage.Incentive.get(chain.state, FIRST)).toEqual([0, 65_535, 0])
    storage.TimelockedWeightCommits.set(chain.state, FIRST, 0n, [[validator, 899n, "0x", 0n]])
    epochWithMechanisms(chain, SUBNET, alphaBalance(1000n))
    expect(storage.Incentive.get(chain.state, FIRST)).toEqual([0, 0, 0])
    storage.SubnetEpochIndex.set(chain.state, SUBNET, 5n)
    epochWithMechanisms(chain, SUBNET, alphaBalance(1000n))
    expect(storage.Incentive.get(chain.state, FIRST)).toEqual([0, 65_535, 0])
  })
})

describe("the stake weight of a hotkey", () => {
  const [parent, child] = HOTKEYS
  if (parent === undefined || child === undefined) throw new Error("there are too few hotkeys")
  const HALF = 1n << 63n

  it("moves from parent to child by its share, alpha and TAO alike, and not on root", () => {
    const chain = twoMechanisms()
    storage.TotalHotkeyAlpha.set(chain.state, parent, ROOT, alphaBalance(600n))
    storage.ChildKeys.set(chain.state, parent, SUBNET, [[HALF, child]])
    storage.ParentKeys.set(chain.state, child, SUBNET, [[HALF, parent]])
    storage.ChildKeys.set(chain.state, parent, ROOT, [[HALF, child]])
    expect([parent, child].map((hotkey) => inheritedAlpha(chain, hotkey, SUBNET))).toEqual([500n, 500n])
    expect([parent, child].map((hotkey) => inheritedTao(chain, hotkey, SUBNET))).toEqual([300n, 300n])
    expect([parent, child].map((hotkey) => inheritedAlpha(chain, hotkey, ROOT))).toEqual([600n, 0n])
    storage.TaoWeight.set(chain.state, U64.MAX)
    expect(hotkeyStakeWeight(chain, child, SUBNET)).toBe(800n << 64n)
  })

  it("is zero for a uid that nobody has", () => {
    const chain = twoMechanisms()
    storage.SubnetworkN.set(chain.state, SUBNET, 4)
    const { stakeWeights, blockAtRegistration, lastUpdate } = readEpochInput(chain, SUBNET, 0, alphaBalance(0n))
    expect([stakeWeights[3], blockAtRegistration[3], lastUpdate[3]]).toEqual([0n, 0n, 0n])
  })
})

describe("voting power", () => {
  let chain: Chain
  const powers = () => HOTKEYS.map((hotkey) => storage.VotingPower.get(chain.state, SUBNET, hotkey))
  beforeEach(() => {
    chain = twoMechanisms()
    storage.VotingPowerTrackingEnabled.set(chain.state, SUBNET, true)
    storage.VotingPowerEmaAlpha.set(chain.state, SUBNET, 10n ** 17n)
  })

  it("counts a validator's stake once a mechanism, and goes with permit and membership", () => {
    const stranger = accountId(`0x${"dd".repeat(32)}`)
    for (const hotkey of [...HOTKEYS.slice(1), stranger]) storage.VotingPower.set(chain.state, SUBNET, hotkey, 7n)
    epochWithMechanisms(chain, SUBNET, alphaBalance(0n))
    expect(powers()).toEqual([200n, 0n, 0n])
    expect(storage.VotingPower.has(chain.state, SUBNET, stranger)).toBe(false)
  })

  it("stays as it is where the average is zero", () => {
    storage.VotingPowerEmaAlpha.set(chain.state, SUBNET, 0n)
    epochWithMechanisms(chain, SUBNET, alphaBalance(0n))
    expect(HOTKEYS.some((hotkey) => storage.VotingPower.has(chain.state, SUBNET, hotkey))).toBe(false)
  })

  it("ends with the block from which tracking is to stop", () => {
    storage.VotingPower.set(chain.state, SUBNET, accountId(`0x${"dd".repeat(32)}`), 7n)
    storage.VotingPowerDisableAtBlock.set(chain.state, SUBNET, NOW)
    epochWithMechanisms(chain, SUBNET, alphaBalance(0n))
    expect(storage.VotingPower.entriesUnder(chain.state, SUBNET)).toEqual([])
    expect(storage.VotingPowerTrackingEnabled.get(chain.state, SUBNET)).toBe(false)
    expect(chain.events.at(-1)?.declaration.name).toBe("VotingPowerTrackingDisabled")
  })

  it("goes on until then", () => {
    storage.VotingPowerDisableAtBlock.set(chain.state, SUBNET, NOW + 1n)
    epochWithMechanisms(chain, SUBNET, alphaBalance(0n))
    expect(powers()).toEqual([200n, 0n, 0n])
  })
})
