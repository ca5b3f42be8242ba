import { describe, expect, it } from "vitest"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { netUid, ROOT } from "../state/primitives.js"
import {
  AutoParentDelegationEnabled,
  ChildkeyTake,
  MaxChildkeyTake,
  MinChildkeyTake,
  MinChildkeyTakePerSubnet,
  Owner,
  PendingChildKeyCooldown,
  TxChildkeyTakeRateLimit,
  Uids,
} from "../state/storage/subtensorModule.js"
import { callOf, resultOf } from "../state/testing/fundedChain.js"
import { atBlock } from "../subnets/testing/smallSubnet.js"
import { childrenCalls } from "./calls.js"

const SEVEN = netUid(7)
const NOW = 1_000n
const [COLDKEY, HOTKEY] = [accountOf(0xc0), accountOf(1)]
const SIGNED = signedBy(COLDKEY)

/** COLDKEY owns HOTKEY; takes go from 10 to 500 and may grow every 50 blocks. */
function chainWithHotkey(): Chain {
  const chain = atBlock(blankChain(childrenCalls), NOW)
  Owner.set(chain.state, HOTKEY, COLDKEY)
  MinChildkeyTake.set(chain.state, 10)
  MaxChildkeyTake.set(chain.state, 500)
  TxChildkeyTakeRateLimit.set(chain.state, 50n)
  return chain
}

const setTake = (take: number, hotkey = HOTKEY) =>
  callOf(SubtensorModuleCalls.set_childkey_take, { hotkey, netuid: SEVEN, take })

describe("set_childkey_take", () => {
  it("stores the take within its bounds, both included", () => {
    const chain = chainWithHotkey()
    MinChildkeyTakePerSubnet.set(chain.state, SEVEN, 20)
    expect(resultOf(chain, SIGNED, setTake(19))).toBe("SubtensorModule.InvalidChildkeyTake")
    expect(resultOf(chain, SIGNED, setTake(501))).toBe("SubtensorModule.InvalidChildkeyTake")
    expect(resultOf(chain, SIGNED, setTake(20))).toBe("ok")
    expect(resultOf(atBlock(chain, NOW + 50n), SIGNED, setTake(500))).toBe("ok")
    expect(ChildkeyTake.get(chain.state, HOTKEY, SEVEN)).toBe(500)
    expect(eventNames(chain)).toEqual(["SubtensorModule.ChildKeyTakeSet"])
  })

  it("limits how often it grows, but any setting starts the wait again", () => {
    const chain = chainWithHotkey()
    expect(resultOf(chain, SIGNED, setTake(100))).toBe("ok")
    expect(resultOf(atBlock(chain, NOW + 49n), SIGNED, setTake(101))).toBe(
      "SubtensorModule.TxChildkeyTakeRateLimitExceeded",
    )
    expect(resultOf(atBlock(chain, NOW + 49n), SIGNED, setTake(100))).toBe("ok")
    expect(resultOf(atBlock(chain, NOW + 60n), SIGNED, setTake(50))).toBe("ok")
    expect(resultOf(atBlock(chain, NOW + 109n), SIGNED, setTake(51))).toBe(
      "SubtensorModule.TxChildkeyTakeRateLimitExceeded",
    )
    expect(resultOf(atBlock(chain, NOW + 110n), SIGNED, setTake(51))).toBe("ok")
  })

  it("compares with the least take where the stored one is less", () => {
    const chain = chainWithHotkey()
    expect(resultOf(chain, SIGNED, setTake(10))).toBe("ok")
    MinChildkeyTake.set(chain.state, 30)
    expect(resultOf(chain, SIGNED, setTake(30))).toBe("ok")
    expect(resultOf(chain, SIGNED, setTake(31))).toBe("SubtensorModule.TxChildkeyTakeRateLimitExceeded")
  })

  it("is the owner's alone, before the take is looked at", () => {
    expect(resultOf(chainWithHotkey(), ROOT_ORIGIN, setTake(501))).toBe("BadOrigin")
    expect(resultOf(chainWithHotkey(), signedBy(HOTKEY), setTake(501))).toBe("SubtensorModule.NonAssociatedColdKey")
    expect(resultOf(chainWithHotkey(), SIGNED, setTake(100, accountOf(2)))).toBe("SubtensorModule.NonAssociatedColdKey")
  })
})

describe("set_auto_parent_delegation_enabled", () => {
  const say = (enabled: boolean) =>
    callOf(SubtensorModuleCalls.set_auto_parent_delegation_enabled, { hotkey: HOTKEY, enabled })

  it("is for the owner of a validator of root", () => {
    const chain = chainWithHotkey()
    expect(resultOf(chain, ROOT_ORIGIN, say(false))).toBe("BadOrigin")
    expect(resultOf(chain, signedBy(HOTKEY), say(false))).toBe("SubtensorModule.NonAssociatedColdKey")
    expect(resultOf(chain, SIGNED, say(false))).toBe("SubtensorModule.HotKeyNotRegisteredInSubNet")
    Uids.set(chain.state, SEVEN, HOTKEY, 0)
    expect(resultOf(chain, SIGNED, say(false))).toBe("SubtensorModule.HotKeyNotRegisteredInSubNet")
    Uids.set(chain.state, ROOT, HOTKEY, 0)
    expect(AutoParentDelegationEnabled.get(chain.state, HOTKEY)).toBe(true)
    expect(resultOf(chain, SIGNED, say(false))).toBe("ok")
    expect(AutoParentDelegationEnabled.get(chain.state, HOTKEY)).toBe(false)
    expect(eventNames(chain)).toEqual(["SubtensorModule.AutoParentDelegationEnabledSet"])
  })
})

describe("the setters of children", () => {
  it("are root's alone and store whatever they are given", () => {
    const chain = chainWithHotkey()
    const calls = [
      callOf(SubtensorModuleCalls.sudo_set_tx_childkey_take_rate_limit, { tx_rate_limit: 3n }),
      callOf(SubtensorModuleCalls.sudo_set_min_childkey_take, { take: 65_535 }),
      callOf(SubtensorModuleCalls.sudo_set_max_childkey_take, { take: 1 }),
      callOf(SubtensorModuleCalls.set_pending_childkey_cooldown, { cooldown: 4n }),
    ]
    for (const call of calls) expect(resultOf(chain, SIGNED, call)).toBe("BadOrigin")
    for (const call of calls) expect(resultOf(chain, ROOT_ORIGIN, call)).toBe("ok")
    const { state } = chain
    expect(TxChildkeyTakeRateLimit.get(state)).toBe(3n)
    expect(MinChildkeyTake.get(state)).toBe(65_535)
    expect(MaxChildkeyTake.get(state)).toBe(1)
    expect(PendingChildKeyCooldown.get(state)).toBe(4n)
    expect(eventNames(chain)).toEqual([
      "SubtensorModule.TxChildKeyTakeRateLimitSet",
      "SubtensorModule.MinChildKeyTakeSet",
      "SubtensorModule.MaxChildKeyTakeSet",
    ])
  })
})
