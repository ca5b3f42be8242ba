import { beforeEach, describe, expect, it } from "vitest"
import { keysGuards } from "../keys/guards.js"
import type { RuntimeCall } from "../state/call.js"
import { MevShieldCalls, SubtensorModuleCalls, SystemCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { hash, netUid, netUidStorageIndex } from "../state/primitives.js"
import { LastStoredRound } from "../state/storage/drand.js"
import {
  ColdkeySwapAnnouncements,
  ColdkeySwapDisputes,
  CommitRevealWeightsEnabled,
  LastUpdate,
  StakeThreshold,
  SubnetEpochIndex,
  WeightCommits,
  WeightsSetRateLimit,
} from "../state/storage/subtensorModule.js"
import { mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { hotkeyOf, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { weightsCommitHash } from "./commitHash.js"
import { weightsGuards } from "./guards.js"

const INDEX = netUidStorageIndex(SUBNET)

const VALIDATOR = signedBy(hotkeyOf(0))

function setWeightsCall(netuid = SUBNET): RuntimeCall {
  const values = { netuid, dests: [0], weights: [1], version_key: 0n }
  return { declaration: SubtensorModuleCalls.set_weights, arguments: values }
}

function setMechanismWeightsCall(mecid: number): RuntimeCall {
  const values = { netuid: SUBNET, mecid, dests: [0], weights: [1], version_key: 0n }
  return { declaration: SubtensorModuleCalls.set_mechanism_weights, arguments: values }
}

const remark: RuntimeCall = { declaration: SystemCalls.remark, arguments: { remark: "0x" } }

let chain: Chain
beforeEach(() => {
  chain = smallSubnet(2)
})

function guard(origin: Origin, call: RuntimeCall): void {
  for (const check of [...keysGuards, ...weightsGuards]) check(chain, origin, call)
}

describe("the guard of stake", () => {
  it("refuses a hotkey below the threshold, on a subnet that does not exist too", () => {
    StakeThreshold.set(chain.state, 1n)
    expect(() => guard(VALIDATOR, setWeightsCall())).toThrow("NotEnoughStakeToSetWeights")
    expect(() => guard(VALIDATOR, setMechanismWeightsCall(0))).toThrow("NotEnoughStakeToSetWeights")
    expect(() => guard(VALIDATOR, setWeightsCall(netUid(9)))).toThrow("NotEnoughStakeToSetWeights")
  })

  it("lets other calls and root pass", () => {
    StakeThreshold.set(chain.state, 1n)
    guard(VALIDATOR, remark)
    guard(ROOT_ORIGIN, setWeightsCall())
  })
})

describe("the guard of the rate limit", () => {
  beforeEach(() => {
    WeightsSetRateLimit.set(chain.state, SUBNET, 100n)
    LastUpdate.set(chain.state, mechanismStorageIndex(SUBNET, 0), [950n, 950n])
  })

  it("refuses a neuron that is too fast, after the guard of stake", () => {
    expect(() => guard(VALIDATOR, setWeightsCall())).toThrow("SettingWeightsTooFast")
    StakeThreshold.set(chain.state, 1n)
    expect(() => guard(VALIDATOR, setWeightsCall())).toThrow("NotEnoughStakeToSetWeights")
  })

  it("refuses a mechanism that does not exist", () => {
    LastUpdate.set(chain.state, mechanismStorageIndex(SUBNET, 0), [0n, 0n])
    guard(VALIDATOR, setMechanismWeightsCall(0))
    expect(() => guard(VALIDATOR, setMechanismWeightsCall(1))).toThrow("SettingWeightsTooFast")
  })

  it("lets hotkeys that are no neurons pass, and everybody where commit-reveal is on", () => {
    guard(signedBy(hotkeyOf(7)), setWeightsCall())
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, true)
    guard(VALIDATOR, setWeightsCall())
  })
})

describe("the guard of the coldkey swap", () => {
  const announce: RuntimeCall = {
    declaration: SubtensorModuleCalls.announce_coldkey_swap,
    arguments: { new_coldkey_hash: hash(`0x${"11".repeat(32)}`) },
  }
  const encrypted: RuntimeCall = { declaration: MevShieldCalls.submit_encrypted, arguments: {} }

  beforeEach(() => {
    ColdkeySwapAnnouncements.set(chain.state, hotkeyOf(0), [5, hash(`0x${"22".repeat(32)}`)])
  })

  it("refuses all but what belongs to the swap, and that before any other guard", () => {
    StakeThreshold.set(chain.state, 1n)
    expect(() => guard(VALIDATOR, remark)).toThrow("ColdkeySwapAnnounced")
    expect(() => guard(VALIDATOR, setWeightsCall())).toThrow("ColdkeySwapAnnounced")
    guard(VALIDATOR, announce)
    guard(VALIDATOR, encrypted)
  })

  it("refuses everything once the swap is disputed", () => {
    ColdkeySwapDisputes.set(chain.state, hotkeyOf(0), 6)
    expect(() => guard(VALIDATOR, announce)).toThrow("ColdkeySwapDisputed")
  })

  it("lets everybody else pass, root and disputes without an announcement too", () => {
    guard(signedBy(hotkeyOf(1)), remark)
    guard(ROOT_ORIGIN, remark)
    ColdkeySwapDisputes.set(chain.state, hotkeyOf(1), 6)
    guard(signedBy(hotkeyOf(1)), remark)
  })
})

describe("the guards of commits and reveals", () => {
  const reveal = { uids: [1], values: [1], salt: [1] }
  const hashOfReveal = weightsCommitHash(hotkeyOf(0), INDEX, { ...reveal, versionKey: 0n })
  const NO_HASH = hash(`0x${"00".repeat(32)}`)

  const batchCommit = (netuids: readonly number[]): RuntimeCall => ({
    declaration: SubtensorModuleCalls.batch_commit_weights,
    arguments: { netuids, commit_hashes: [NO_HASH] },
  })
  const revealCall: RuntimeCall = {
    declaration: SubtensorModuleCalls.reveal_weights,
    arguments: { netuid: SUBNET, ...reveal, version_key: 0n },
  }
  const batchReveal = (salts: readonly (readonly number[])[]): RuntimeCall => ({
    declaration: SubtensorModuleCalls.batch_reveal_weights,
    arguments: {
      netuid: SUBNET,
      uids_list: [[1]],
      values_list: [[1]],
      salts_list: salts,
      version_keys: [0n],
    },
  })
  const timelocked = (round: bigint): RuntimeCall => ({
    declaration: SubtensorModuleCalls.commit_crv3_mechanism_weights,
    arguments: { netuid: SUBNET, mecid: 0, commit: "0x", reveal_round: round },
  })
  const commitCall = (mecid: number): RuntimeCall => ({
    declaration: SubtensorModuleCalls.commit_mechanism_weights,
    arguments: { netuid: SUBNET, mecid, commit_hash: NO_HASH },
  })

  it("ask for even lists before stake", () => {
    StakeThreshold.set(chain.state, 1n)
    expect(() => guard(VALIDATOR, batchCommit([1, 2]))).toThrow("InputLengthsUnequal")
    expect(() => guard(VALIDATOR, batchCommit([1]))).toThrow("NotEnoughStakeToSetWeights")
    guard(ROOT_ORIGIN, batchCommit([1, 2]))
  })

  it("ask for stake before the commit, and for the commit before its epoch", () => {
    StakeThreshold.set(chain.state, 1n)
    expect(() => guard(VALIDATOR, revealCall)).toThrow("NotEnoughStakeToSetWeights")
    StakeThreshold.set(chain.state, 0n)
    expect(() => guard(VALIDATOR, revealCall)).toThrow("NoWeightsCommitFound")
    WeightCommits.set(chain.state, INDEX, hotkeyOf(0), [[NO_HASH, 0n, 1n, 0n]])
    expect(() => guard(VALIDATOR, revealCall)).toThrow("NoWeightsCommitFound")
    WeightCommits.set(chain.state, INDEX, hotkeyOf(0), [[hashOfReveal, 0n, 1n, 0n]])
    expect(() => guard(VALIDATOR, revealCall)).toThrow("RevealTooEarly")
    SubnetEpochIndex.set(chain.state, SUBNET, 1n)
    guard(VALIDATOR, revealCall)
  })

  it("call a reveal too early that comes too late, and one behind an expired commit to the same hash", () => {
    WeightCommits.set(chain.state, INDEX, hotkeyOf(0), [
      [hashOfReveal, 0n, 1n, 0n],
      [hashOfReveal, 1n, 1n, 0n],
    ])
    SubnetEpochIndex.set(chain.state, SUBNET, 2n)
    expect(() => guard(VALIDATOR, revealCall)).toThrow("RevealTooEarly")
  })

  it("look at every reveal of a batch", () => {
    WeightCommits.set(chain.state, INDEX, hotkeyOf(0), [[hashOfReveal, 0n, 1n, 0n]])
    SubnetEpochIndex.set(chain.state, SUBNET, 1n)
    guard(VALIDATOR, batchReveal([[1]]))
    expect(() => guard(VALIDATOR, batchReveal([[2]]))).toThrow("NoWeightsCommitFound")
  })

  it("refuse a drand round before the last that is stored", () => {
    LastStoredRound.set(chain.state, 10n)
    expect(() => guard(VALIDATOR, timelocked(9n))).toThrow("InvalidRevealRound")
    guard(VALIDATOR, timelocked(10n))
    guard(ROOT_ORIGIN, timelocked(9n))
  })

  it("refuse a neuron that commits too fast or for a mechanism that does not exist", () => {
    WeightsSetRateLimit.set(chain.state, SUBNET, 100n)
    LastUpdate.set(chain.state, INDEX, [950n, 950n])
    expect(() => guard(VALIDATOR, commitCall(0))).toThrow("CommittingWeightsTooFast")
    expect(() => guard(VALIDATOR, commitCall(7))).toThrow("CommittingWeightsTooFast")
    guard(signedBy(hotkeyOf(50)), commitCall(0))
    LastUpdate.set(chain.state, INDEX, [900n, 950n])
    guard(VALIDATOR, commitCall(0))
  })
})
