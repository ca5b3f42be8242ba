import { beforeEach, describe, expect, it } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { issue, resolveCredit } from "../state/balancesCredit.js"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { type AccountId, alphaBalance, type NetUid, netUid, ROOT, taoBalance } from "../state/primitives.js"
import {
  Burn,
  BurnIncreaseMult,
  ImmunityPeriod,
  MaxAllowedUids,
  MinNonImmuneUids,
  NetworkRegistrationAllowed,
  Owner,
  RAORecycledForRegistration,
  RegistrationsThisBlock,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetMechanism,
  SubnetTAO,
  SubnetTaoFlow,
  TotalStake,
  Uids,
} from "../state/storage/subtensorModule.js"
import { Account } from "../state/storage/system.js"
import { accountOfNetuid } from "../subnets/subnetAccount.js"
import { SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { burnedRegister } from "./burnedRegister.js"

const COLDKEY = accountOf(0xc0)
const HOTKEY = accountOf(0xd0)
const PRICE = 1_000_000_000n

let chain: Chain
beforeEach(() => {
  chain = smallSubnet(2)
  const { state } = chain
  Burn.set(state, SUBNET, taoBalance(PRICE))
  SubnetMechanism.set(state, SUBNET, 1)
  SubnetTAO.set(state, SUBNET, taoBalance(1_000_000_000_000n))
  SubnetAlphaIn.set(state, SUBNET, alphaBalance(1_000_000_000_000n))
  SubnetAlphaOut.set(state, SUBNET, alphaBalance(5_000n))
  ImmunityPeriod.set(state, SUBNET, 0)
  MinNonImmuneUids.set(state, SUBNET, 0)
  give(COLDKEY, 10n * PRICE)
  give(accountOfNetuid(SUBNET), 1_000n)
})

function give(account: AccountId, amount: bigint): void {
  resolveCredit(chain, account, issue(chain, taoBalance(amount)))
  chain.takeEvents()
}

function register(hotkey = HOTKEY, netuid: NetUid = SUBNET): void {
  burnedRegister(chain, signedBy(COLDKEY), netuid, hotkey)
}

describe("registering a hotkey", () => {
  it("makes it the next neuron, owned by the coldkey", () => {
    register()
    expect(Uids.get(chain.state, SUBNET, HOTKEY)).toBe(2)
    expect(Owner.get(chain.state, HOTKEY)).toBe(COLDKEY)
    expect(eventNames(chain).slice(-2)).toEqual([
      "SubtensorModule.RAORecycledForRegistrationSet",
      "SubtensorModule.NeuronRegistered",
    ])
  })

  it("moves the price to the subnet and burns the alpha that it buys", () => {
    register()
    const { state } = chain
    expect(Account.get(state, COLDKEY).data.free).toBe(9n * PRICE)
    expect(Account.get(state, accountOfNetuid(SUBNET)).data.free).toBe(1_000n + PRICE)
    expect(SubnetAlphaOut.get(state, SUBNET)).toBe(5_000n)
    expect(SubnetAlphaIn.get(state, SUBNET)).toBeLessThan(1_000_000_000_000n)
    expect(TotalStake.get(state)).toBe(PRICE)
    const fee = (PRICE * 33n) / 65_535n
    expect(SubnetTAO.get(state, SUBNET)).toBe(1_000_000_000_000n + PRICE - fee)
  })

  it("counts it and raises the price for the next one", () => {
    BurnIncreaseMult.set(chain.state, SUBNET, U64F64.fromInteger(2))
    register()
    const { state } = chain
    expect(RegistrationsThisBlock.get(state, SUBNET)).toBe(1)
    expect(RAORecycledForRegistration.get(state, SUBNET)).toBe(PRICE)
    expect(SubnetTaoFlow.get(state, SUBNET)).toBe(PRICE)
    expect(Burn.get(state, SUBNET)).toBe(2n * PRICE)
    register(accountOf(0xd1))
    expect(RAORecycledForRegistration.get(state, SUBNET)).toBe(3n * PRICE)
  })

  it("keeps the account alive: of a balance that is just the price less is moved, and the price counts", () => {
    Burn.set(chain.state, SUBNET, taoBalance(10n * PRICE))
    register()
    expect(Account.get(chain.state, COLDKEY).data.free).toBe(500n)
    expect(TotalStake.get(chain.state)).toBe(10n * PRICE - 500n)
    expect(RAORecycledForRegistration.get(chain.state, SUBNET)).toBe(10n * PRICE)
  })

  it("replaces a neuron on a full subnet", () => {
    MaxAllowedUids.set(chain.state, SUBNET, 2)
    register()
    expect(Uids.get(chain.state, SUBNET, HOTKEY)).toBe(0)
  })
})

describe("a registration is refused", () => {
  it("unless an account signs", () => {
    expect(() => burnedRegister(chain, ROOT_ORIGIN, SUBNET, HOTKEY)).toThrow("BadOrigin")
  })

  it("on root, and before that nothing is asked", () => {
    expect(() => register(HOTKEY, ROOT)).toThrow("RegistrationNotPermittedOnRootSubnet")
  })

  it("for what the subnet is before for who pays", () => {
    Burn.set(chain.state, SUBNET, taoBalance(100n * PRICE))
    expect(() => register(HOTKEY, netUid(9))).toThrow("SubnetNotExists")
    NetworkRegistrationAllowed.set(chain.state, SUBNET, false)
    expect(() => register()).toThrow("SubNetRegistrationDisabled")
    NetworkRegistrationAllowed.set(chain.state, SUBNET, true)
    expect(() => register()).toThrow("NotEnoughBalanceToStake")
  })

  it("for a hotkey that is a neuron already, whatever it costs", () => {
    register()
    Burn.set(chain.state, SUBNET, taoBalance(100n * PRICE))
    expect(() => register()).toThrow("HotKeyAlreadyRegisteredInSubNet")
  })

  it("for whose hotkey it is before for the lack of room", () => {
    MaxAllowedUids.set(chain.state, SUBNET, 0)
    expect(() => register(accountOfNetuid(netUid(5)))).toThrow("CannotUseSystemAccount")
    Owner.set(chain.state, HOTKEY, accountOf(0xee))
    expect(() => register()).toThrow("NonAssociatedColdKey")
    Owner.set(chain.state, HOTKEY, COLDKEY)
    expect(() => register()).toThrow("NoNeuronIdAvailable")
  })

  it("on a full subnet none of whose neurons may be replaced", () => {
    MaxAllowedUids.set(chain.state, SUBNET, 2)
    MinNonImmuneUids.set(chain.state, SUBNET, 2)
    expect(() => register()).toThrow("NoNeuronIdAvailable")
    MinNonImmuneUids.set(chain.state, SUBNET, 1)
    register()
  })
})
