import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { type AccountId, alphaBalance, netUid, ROOT } from "../state/primitives.js"
import {
  Delegates,
  Keys,
  MaxAllowedUids,
  MaxRegistrationsPerBlock,
  NetworksAdded,
  Owner,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
  SubnetworkN,
  TargetRegistrationsPerInterval,
  TotalHotkeyAlpha,
  Uids,
} from "../state/storage/subtensorModule.js"
import { accountOfNetuid } from "../subnets/subnetAccount.js"
import { smallSubnet } from "../subnets/testing/smallSubnet.js"
import { appendNeuron } from "./neuronSlots.js"
import { rootRegister } from "./rootRegister.js"

const COLDKEY = accountOf(0xc0)
const HOTKEY = accountOf(0xd0)

let chain: Chain
beforeEach(() => {
  chain = smallSubnet(0)
  const { state } = chain
  NetworksAdded.set(state, ROOT, true)
  MaxAllowedUids.set(state, ROOT, 2)
  MaxRegistrationsPerBlock.set(state, ROOT, 5)
  TargetRegistrationsPerInterval.set(state, ROOT, 2)
})

const register = (hotkey: AccountId = HOTKEY) => rootRegister(chain, signedBy(COLDKEY), hotkey)

function seat(hotkey: AccountId, stake: bigint): void {
  appendNeuron(chain, ROOT, hotkey)
  TotalHotkeyAlpha.set(chain.state, hotkey, ROOT, alphaBalance(stake))
}

describe("registering on root", () => {
  it("makes the hotkey a validator and a delegate with a take of 18 percent", () => {
    register()
    expect(Uids.get(chain.state, ROOT, HOTKEY)).toBe(0)
    expect(Owner.get(chain.state, HOTKEY)).toBe(COLDKEY)
    expect(Delegates.has(chain.state, HOTKEY)).toBe(true)
    expect(Delegates.get(chain.state, HOTKEY)).toBe(11_796)
    expect(RegistrationsThisBlock.get(chain.state, ROOT)).toBe(1)
    expect(RegistrationsThisInterval.get(chain.state, ROOT)).toBe(1)
    expect(eventNames(chain)).toEqual(["SubtensorModule.NeuronRegistered"])
  })

  it("leaves a take that was set", () => {
    Delegates.set(chain.state, HOTKEY, 5)
    register()
    expect(Delegates.get(chain.state, HOTKEY)).toBe(5)
  })

  it("does not ask whose the hotkey is", () => {
    Owner.set(chain.state, HOTKEY, accountOf(0xee))
    register()
    expect(Uids.has(chain.state, ROOT, HOTKEY)).toBe(true)
    expect(Owner.get(chain.state, HOTKEY)).toBe(accountOf(0xee))
  })
})

describe("on a full root", () => {
  const [RICH, POOR] = [accountOf(1), accountOf(2)]
  beforeEach(() => {
    seat(RICH, 20n)
    seat(POOR, 10n)
  })

  it("who has more stake than the least replaces that validator", () => {
    TotalHotkeyAlpha.set(chain.state, HOTKEY, ROOT, alphaBalance(11n))
    register()
    expect(Keys.get(chain.state, ROOT, 1)).toBe(HOTKEY)
    expect(Uids.has(chain.state, ROOT, POOR)).toBe(false)
    expect(SubnetworkN.get(chain.state, ROOT)).toBe(2)
  })

  it("who has just as much is refused", () => {
    TotalHotkeyAlpha.set(chain.state, HOTKEY, ROOT, alphaBalance(10n))
    expect(() => register()).toThrow("StakeTooLowForRoot")
  })

  it("of validators with the least stake the first in the order of the raw keys goes: 256 before 1", () => {
    TotalHotkeyAlpha.set(chain.state, RICH, ROOT, alphaBalance(10n))
    Keys.remove(chain.state, ROOT, 0)
    Keys.set(chain.state, ROOT, 256, RICH)
    TotalHotkeyAlpha.set(chain.state, HOTKEY, ROOT, alphaBalance(11n))
    register()
    expect(Keys.get(chain.state, ROOT, 256)).toBe(HOTKEY)
  })

  it("without any validator there is none to replace", () => {
    Keys.clear(chain.state)
    MaxAllowedUids.set(chain.state, ROOT, 0)
    expect(() => register()).toThrow("HotKeyNotRegisteredInSubNet")
  })
})

describe("registering on root is refused", () => {
  it("without a root, whoever calls", () => {
    NetworksAdded.remove(chain.state, ROOT)
    expect(() => rootRegister(chain, ROOT_ORIGIN, HOTKEY)).toThrow("RootNetworkDoesNotExist")
  })

  it("unless an account signs", () => {
    expect(() => rootRegister(chain, ROOT_ORIGIN, HOTKEY)).toThrow("BadOrigin")
  })

  it("when the block has seen its registrations, then when the interval has seen three times its target", () => {
    RegistrationsThisInterval.set(chain.state, ROOT, 6)
    expect(() => register()).toThrow("TooManyRegistrationsThisInterval")
    RegistrationsThisBlock.set(chain.state, ROOT, 5)
    expect(() => register()).toThrow("TooManyRegistrationsThisBlock")
    RegistrationsThisInterval.set(chain.state, ROOT, 5)
    RegistrationsThisBlock.set(chain.state, ROOT, 4)
    register()
  })

  it("for a validator of root, and for the account of a subnet", () => {
    seat(HOTKEY, 1n)
    expect(() => register()).toThrow("HotKeyAlreadyRegisteredInSubNet")
    expect(() => register(accountOfNetuid(netUid(3)))).toThrow("CannotUseSystemAccount")
  })
})
