import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U64 } from "../numbers/integers.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { alphaBalance, netUid, ROOT } from "../state/primitives.js"
import {
  ChildKeys,
  NetworksAdded,
  Owner,
  ParentKeys,
  PendingChildKeyCooldown,
  PendingChildKeys,
  StakeThreshold,
  SubnetOwnerHotkey,
  SubtokenEnabled,
  TransactionKeyLastBlock,
} from "../state/storage/subtensorModule.js"
import { callOf, resultOf } from "../state/testing/fundedChain.js"
import { atBlock } from "../subnets/testing/smallSubnet.js"
import { childrenCalls } from "./calls.js"
import type { Edge } from "./relations.js"

const SEVEN = netUid(7)
const NOW = 1_000n
const COLDKEY = accountOf(0xc0)
const PARENT = accountOf(1)
const child = (number: number) => accountOf(0x10 + number)
const SIGNED = signedBy(COLDKEY)
const ONE_CHILD: readonly Edge[] = [[5n, child(1)]]

/** COLDKEY owns PARENT; subnet 7 has been started. */
function chainWithParent(): Chain {
  const chain = atBlock(blankChain(childrenCalls), NOW)
  const { state } = chain
  for (const netuid of [ROOT, SEVEN]) NetworksAdded.set(state, netuid, true)
  SubtokenEnabled.set(state, SEVEN, true)
  Owner.set(state, PARENT, COLDKEY)
  return chain
}

const setChildren = (children: readonly Edge[], netuid = SEVEN, hotkey = PARENT) =>
  callOf(SubtensorModuleCalls.set_children, { hotkey, netuid, children })

describe("set_children", () => {
  it("keeps the children, as they were asked for, until the cooldown is over", () => {
    const chain = chainWithParent()
    PendingChildKeyCooldown.set(chain.state, 100n)
    const children: readonly Edge[] = [
      [5n, child(2)],
      [6n, child(1)],
    ]
    expect(resultOf(chain, SIGNED, setChildren(children))).toBe("ok")
    expect(PendingChildKeys.get(chain.state, SEVEN, PARENT)).toEqual([children, NOW + 100n])
    expect(ChildKeys.has(chain.state, PARENT, SEVEN)).toBe(false)
    expect(TransactionKeyLastBlock.get(chain.state, PARENT, SEVEN, 0)).toBe(NOW)
    expect(eventNames(chain)).toEqual(["SubtensorModule.SetChildrenScheduled"])
  })

  it("sets them at once on a subnet that has not been started", () => {
    const chain = chainWithParent()
    SubtokenEnabled.set(chain.state, SEVEN, false)
    expect(resultOf(chain, SIGNED, setChildren(ONE_CHILD))).toBe("ok")
    expect(ChildKeys.get(chain.state, PARENT, SEVEN)).toEqual(ONE_CHILD)
    expect(ParentKeys.get(chain.state, child(1), SEVEN)).toEqual([[5n, PARENT]])
    expect(PendingChildKeys.has(chain.state, SEVEN, PARENT)).toBe(false)
    expect(eventNames(chain)).toEqual(["SubtensorModule.SetChildren"])
  })

  it("puts what was pending aside", () => {
    const chain = chainWithParent()
    PendingChildKeys.set(chain.state, SEVEN, PARENT, [ONE_CHILD, 7n])
    expect(resultOf(chain, SIGNED, setChildren([]))).toBe("ok")
    expect(PendingChildKeys.get(chain.state, SEVEN, PARENT)[0]).toEqual([])
  })

  it("may be called every 150 blocks, on each subnet", () => {
    const chain = chainWithParent()
    NetworksAdded.set(chain.state, netUid(8), true)
    expect(resultOf(chain, SIGNED, setChildren(ONE_CHILD))).toBe("ok")
    expect(resultOf(chain, SIGNED, setChildren(ONE_CHILD, netUid(8)))).toBe("ok")
    expect(resultOf(atBlock(chain, NOW + 149n), SIGNED, setChildren([]))).toBe("SubtensorModule.TxRateLimitExceeded")
    expect(resultOf(atBlock(chain, NOW + 150n), SIGNED, setChildren([]))).toBe("ok")
  })

  it("refuses more than five children, and shares of more than everything", () => {
    const children = (count: number, share: bigint) =>
      Array.from({ length: count }, (_, number): Edge => [share, child(number)])
    expect(resultOf(chainWithParent(), SIGNED, setChildren(children(5, U64.MAX / 5n)))).toBe("ok")
    expect(resultOf(chainWithParent(), SIGNED, setChildren(children(6, U64.MAX)))).toBe(
      "SubtensorModule.TooManyChildren",
    )
    expect(resultOf(chainWithParent(), SIGNED, setChildren(children(5, U64.MAX)))).toBe(
      "SubtensorModule.ProportionOverflow",
    )
  })

  it("asks for stake at the prices of now, unless the subnet is run with the hotkey or the list is empty", () => {
    const chain = chainWithParent()
    StakeThreshold.set(chain.state, 1_000n)
    expect(resultOf(chain, SIGNED, setChildren(ONE_CHILD))).toBe("SubtensorModule.NotEnoughStakeToSetChildkeys")
    const owned = chainWithParent()
    StakeThreshold.set(owned.state, 1_000n)
    SubnetOwnerHotkey.set(owned.state, SEVEN, PARENT)
    expect(resultOf(owned, SIGNED, setChildren(ONE_CHILD))).toBe("ok")
    increaseStakeForHotkeyAndColdkeyOnSubnet(chain, PARENT, accountOf(9), ROOT, alphaBalance(999n))
    expect(resultOf(chain, SIGNED, setChildren(ONE_CHILD))).toBe("SubtensorModule.NotEnoughStakeToSetChildkeys")
    increaseStakeForHotkeyAndColdkeyOnSubnet(chain, PARENT, accountOf(9), ROOT, alphaBalance(1n))
    expect(resultOf(chain, SIGNED, setChildren(ONE_CHILD))).toBe("ok")
    const poor = chainWithParent()
    StakeThreshold.set(poor.state, 1_000n)
    expect(resultOf(poor, SIGNED, setChildren([]))).toBe("ok")
  })

  it("tells the first of all that is wrong", () => {
    const chain = chainWithParent()
    StakeThreshold.set(chain.state, 1n)
    ParentKeys.set(chain.state, PARENT, SEVEN, [[1n, child(3)]])
    TransactionKeyLastBlock.set(chain.state, PARENT, ROOT, 0, NOW)
    const parentAsChild: readonly Edge[] = [[1n, child(3)]]
    const tooLarge: readonly Edge[] = [
      [U64.MAX, child(3)],
      [1n, child(4)],
    ]
    const many = Array.from({ length: 5 }, (_, number): Edge => [U64.MAX, child(number)])
    const steps = [
      [ROOT_ORIGIN, setChildren([], ROOT, accountOf(2)), "BadOrigin"],
      [SIGNED, setChildren([], ROOT), "SubtensorModule.TxRateLimitExceeded"],
      [SIGNED, setChildren([], ROOT, accountOf(2)), "SubtensorModule.RegistrationNotPermittedOnRootSubnet"],
      [SIGNED, setChildren([], netUid(9), accountOf(2)), "SubtensorModule.SubnetNotExists"],
      [SIGNED, setChildren([...ONE_CHILD, ...ONE_CHILD], SEVEN, accountOf(2)), "SubtensorModule.NonAssociatedColdKey"],
      [
        SIGNED,
        setChildren([
          [1n, PARENT],
          [1n, PARENT],
        ]),
        "SubtensorModule.DuplicateChild",
      ],
      [SIGNED, setChildren([[1n, PARENT], ...many]), "SubtensorModule.InvalidChild"],
      [SIGNED, setChildren([...many, [1n, child(9)]]), "SubtensorModule.TooManyChildren"],
      [SIGNED, setChildren(tooLarge), "SubtensorModule.ProportionOverflow"],
      [SIGNED, setChildren(parentAsChild), "SubtensorModule.ChildParentInconsistency"],
      [SIGNED, setChildren(ONE_CHILD), "SubtensorModule.NotEnoughStakeToSetChildkeys"],
    ] as const
    for (const [origin, call, error] of steps) expect(resultOf(chain, origin, call)).toBe(error)
    expect(chain.events).toEqual([])
  })

  it("refuses while the stored family is not consistent itself", () => {
    const chain = chainWithParent()
    ChildKeys.set(chain.state, PARENT, SEVEN, ONE_CHILD)
    ParentKeys.set(chain.state, PARENT, SEVEN, ONE_CHILD)
    expect(resultOf(chain, SIGNED, setChildren([]))).toBe("SubtensorModule.ChildParentInconsistency")
  })

  it("keeps both directions of families alike on a subnet that has not been started, whatever is asked", () => {
    const hotkey = fc.integer({ min: 1, max: 6 })
    const edges = fc.array(fc.tuple(fc.bigInt(0n, U64.MAX / 3n), hotkey.map(child)), { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.tuple(hotkey, edges), { maxLength: 12 }), (settings) => {
        const chain = chainWithParent()
        SubtokenEnabled.set(chain.state, SEVEN, false)
        settings.forEach(([parent, children], index) => {
          Owner.set(chain.state, child(parent), COLDKEY)
          const block = atBlock(chain, NOW + 150n * BigInt(index))
          resultOf(block, SIGNED, setChildren(children, SEVEN, child(parent)))
        })
        const down = ChildKeys.entries(chain.state).flatMap(([[of], list]) =>
          list.map(([share, relative]) => `${of} ${relative} ${share}`),
        )
        const up = ParentKeys.entries(chain.state).flatMap(([[of], list]) =>
          list.map(([share, relative]) => `${relative} ${of} ${share}`),
        )
        expect(up.sort()).toEqual(down.sort())
        for (const [, list] of ChildKeys.entries(chain.state)) expect(list.length).toBeLessThanOrEqual(5)
      }),
      { numRuns: 60 },
    )
  })
})
