import { describe, expect, test } from "vitest"
import { U64 } from "../../numbers/integers.js"
import { accountOf, blankRaoChain, eventNames } from "../../state/blankChain.js"
import { Chain } from "../../state/chain.js"
import { dispatch } from "../../state/dispatch.js"
import { ROOT_ORIGIN, signedBy } from "../../state/origin.js"
import { alphaBalance, netUid, ROOT } from "../../state/primitives.js"
import { SubtensorModuleCalls } from "../../state/rao/calls.js"
import { attempt, type ErrorName } from "../../state/refusal.js"
import {
  ChildKeys,
  ChildkeyTake,
  MaxChildkeyTake,
  MinChildkeyTake,
  NetworksAdded,
  Owner,
  ParentKeys,
  PendingChildKeys,
  StakeThreshold,
  SubnetOwnerHotkey,
  TotalHotkeyAlpha,
  TransactionKeyLastBlock,
  TxChildkeyTakeRateLimit,
} from "../../state/storage/subtensorModule.js"
import type { Edge } from "../relations.js"
import { childrenCalls } from "./calls.js"
import { childkeyTake } from "./childkeyTake.js"
import { setPendingChildren } from "./pendingChildren.js"

const SUBNET = netUid(1)
const COLDKEY = accountOf(1)
const PARENT = accountOf(2)
const ANN = accountOf(3)
const BOB = accountOf(4)
const STRANGER = accountOf(5)
const HALF = 2n ** 63n

/** A chain at work on block 1000, with a subnet and a parent that has stake enough for children. */
function family(): Chain {
  const blank = blankRaoChain(childrenCalls)
  const chain = new Chain(blank.fork, blank.state, { ...blank.block, number: 1_000n })
  for (const netuid of [ROOT, SUBNET]) NetworksAdded.set(chain.state, netuid, true)
  Owner.set(chain.state, PARENT, COLDKEY)
  StakeThreshold.set(chain.state, 1_000n)
  TotalHotkeyAlpha.set(chain.state, PARENT, SUBNET, alphaBalance(1_000n))
  return chain
}

/** The same chain some blocks later. */
function later(chain: Chain, blocks: bigint): Chain {
  return new Chain(chain.fork, chain.state, { ...chain.block, number: chain.blockNumber + blocks })
}

function ask(chain: Chain, children: readonly Edge[], netuid = SUBNET, hotkey = PARENT, coldkey = COLDKEY): void {
  const values = { hotkey, netuid, children }
  dispatch(chain, signedBy(coldkey), { declaration: SubtensorModuleCalls.set_children, arguments: values })
}

function askTake(chain: Chain, take: number, coldkey = COLDKEY): void {
  const values = { hotkey: PARENT, netuid: SUBNET, take }
  dispatch(chain, signedBy(coldkey), { declaration: SubtensorModuleCalls.set_childkey_take, arguments: values })
}

function errorOf(run: () => void): ErrorName | "accepted" {
  const outcome = attempt(run)
  return outcome.ok ? "accepted" : outcome.error
}

describe("asking for children", () => {
  test("keeps them for 7200 blocks as they were asked for, whatever was waiting", () => {
    const chain = family()
    PendingChildKeys.set(chain.state, SUBNET, PARENT, [[[5n, STRANGER]], 3n])
    ask(chain, [
      [HALF, BOB],
      [1n, ANN],
    ])
    const [children, cooldownBlock] = PendingChildKeys.get(chain.state, SUBNET, PARENT)
    expect(children).toEqual([
      [HALF, BOB],
      [1n, ANN],
    ])
    expect(cooldownBlock).toBe(8_200n)
    expect(TransactionKeyLastBlock.get(chain.state, PARENT, SUBNET, 0)).toBe(1_000n)
    expect(eventNames(chain)).toEqual(["SubtensorModule.SetChildrenScheduled"])
  })

  test("is refused by the rate, the subnet, the owner, the list and the stake, in this order", () => {
    const tooMany = [6, 7, 8, 9, 10].map((byte): Edge => [U64.MAX, accountOf(byte)])
    const errors = [
      (chain: Chain) => {
        ask(chain, [])
        ask(later(chain, 149n), [], SUBNET, PARENT, STRANGER)
      },
      (chain: Chain) => ask(chain, [], ROOT, PARENT, STRANGER),
      (chain: Chain) => ask(chain, [], netUid(7), PARENT, STRANGER),
      (chain: Chain) => ask(chain, [...tooMany, [1n, PARENT]], SUBNET, PARENT, STRANGER),
      (chain: Chain) => ask(chain, [...tooMany, [1n, PARENT]]),
      (chain: Chain) => ask(chain, [...tooMany.slice(1), [1n, PARENT]]),
      (chain: Chain) =>
        ask(chain, [
          [U64.MAX, ANN],
          [1n, ANN],
        ]),
      (chain: Chain) => {
        StakeThreshold.set(chain.state, 1_001n)
        ask(chain, [
          [1n, ANN],
          [1n, ANN],
        ])
      },
      (chain: Chain) => {
        StakeThreshold.set(chain.state, 1_001n)
        ask(chain, [[1n, ANN]])
      },
    ].map((each) => {
      const chain = family()
      return errorOf(() => each(chain))
    })
    expect(errors).toEqual([
      "SubtensorModule.TxRateLimitExceeded",
      "SubtensorModule.RegistrationNotPermittedOnRootSubnet",
      "SubtensorModule.SubNetworkDoesNotExist",
      "SubtensorModule.NonAssociatedColdKey",
      "SubtensorModule.TooManyChildren",
      "SubtensorModule.InvalidChild",
      "SubtensorModule.ProportionOverflow",
      "SubtensorModule.DuplicateChild",
      "SubtensorModule.NotEnoughStakeToSetChildkeys",
    ])
  })

  test("needs no stake for an empty list, nor for the hotkey that the subnet is run with", () => {
    const chain = family()
    StakeThreshold.set(chain.state, 1_001n)
    expect(errorOf(() => ask(chain, []))).toBe("accepted")
    SubnetOwnerHotkey.set(chain.state, SUBNET, PARENT)
    expect(errorOf(() => ask(later(chain, 150n), [[1n, ANN]]))).toBe("accepted")
  })

  test("may name a parent as a child", () => {
    const chain = family()
    ParentKeys.set(chain.state, PARENT, SUBNET, [[1n, ANN]])
    expect(errorOf(() => ask(chain, [[1n, ANN]]))).toBe("accepted")
  })

  test("and for a take needs a signature", () => {
    const chain = family()
    const children = { hotkey: PARENT, netuid: SUBNET, children: [] }
    const take = { hotkey: PARENT, netuid: SUBNET, take: 1 }
    const errors = [
      () => dispatch(chain, ROOT_ORIGIN, { declaration: SubtensorModuleCalls.set_children, arguments: children }),
      () => dispatch(chain, ROOT_ORIGIN, { declaration: SubtensorModuleCalls.set_childkey_take, arguments: take }),
    ].map(errorOf)
    expect(errors).toEqual(["BadOrigin", "BadOrigin"])
  })
})

describe("children that have waited", () => {
  test("take the place of those of before, on both sides, once their block has passed", () => {
    const chain = family()
    ChildKeys.set(chain.state, PARENT, SUBNET, [[9n, ANN]])
    ParentKeys.set(chain.state, ANN, SUBNET, [
      [9n, PARENT],
      [8n, STRANGER],
    ])
    ParentKeys.set(chain.state, BOB, SUBNET, [[7n, STRANGER]])
    PendingChildKeys.set(chain.state, SUBNET, PARENT, [[[HALF, BOB]], 1_000n])
    setPendingChildren(chain, SUBNET)
    expect(ChildKeys.get(chain.state, PARENT, SUBNET)).toEqual([[9n, ANN]])
    const next = later(chain, 1n)
    setPendingChildren(next, SUBNET)
    expect(ChildKeys.get(chain.state, PARENT, SUBNET)).toEqual([[HALF, BOB]])
    expect(ParentKeys.get(chain.state, ANN, SUBNET)).toEqual([[8n, STRANGER]])
    expect(ParentKeys.get(chain.state, BOB, SUBNET)).toEqual([
      [7n, STRANGER],
      [HALF, PARENT],
    ])
    expect(PendingChildKeys.has(chain.state, SUBNET, PARENT)).toBe(false)
    expect(eventNames(next)).toEqual(["SubtensorModule.SetChildren"])
  })

  test("leave empty lists in storage", () => {
    const chain = family()
    ChildKeys.set(chain.state, PARENT, SUBNET, [[9n, ANN]])
    ParentKeys.set(chain.state, ANN, SUBNET, [[9n, PARENT]])
    PendingChildKeys.set(chain.state, SUBNET, PARENT, [[], 999n])
    setPendingChildren(chain, SUBNET)
    expect(ChildKeys.has(chain.state, PARENT, SUBNET)).toBe(true)
    expect(ParentKeys.has(chain.state, ANN, SUBNET)).toBe(true)
    expect(ParentKeys.get(chain.state, ANN, SUBNET)).toEqual([])
  })
})

describe("a childkey take", () => {
  test("is what was set, whatever the least is", () => {
    const chain = family()
    askTake(chain, 100)
    MinChildkeyTake.set(chain.state, 200)
    expect(childkeyTake(chain, PARENT, SUBNET)).toBe(100)
    expect(eventNames(chain)).toEqual(["SubtensorModule.ChildKeyTakeSet"])
  })

  test("waits from the last change, up or down", () => {
    const chain = family()
    TxChildkeyTakeRateLimit.set(chain.state, 10n)
    askTake(chain, 100)
    expect(errorOf(() => askTake(later(chain, 9n), 50))).toBe("SubtensorModule.TxChildkeyTakeRateLimitExceeded")
    expect(errorOf(() => askTake(later(chain, 10n), 50))).toBe("accepted")
    expect(ChildkeyTake.get(chain.state, PARENT, SUBNET)).toBe(50)
  })

  test("is refused to who does not own the hotkey, and above the greatest", () => {
    const chain = family()
    const above = MaxChildkeyTake.get(chain.state) + 1
    expect(errorOf(() => askTake(chain, above, STRANGER))).toBe("SubtensorModule.NonAssociatedColdKey")
    expect(errorOf(() => askTake(chain, above))).toBe("SubtensorModule.InvalidChildkeyTake")
  })
})
