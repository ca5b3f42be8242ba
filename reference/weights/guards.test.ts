import { beforeEach, describe, expect, it } from "vitest"
import { keysGuards } from "../keys/guards.js"
import type { RuntimeCall } from "../state/call.js"
import { MevShieldCalls, SubtensorModuleCalls, SystemCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { hash, netUid } from "../state/primitives.js"
import {
  ColdkeySwapAnnouncements,
  ColdkeySwapDisputes,
  CommitRevealWeightsEnabled,
  LastUpdate,
  StakeThreshold,
  WeightsSetRateLimit,
} from "../state/storage/subtensorModule.js"
import { mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { hotkeyOf, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { weightsGuards } from "./guards.js"

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
