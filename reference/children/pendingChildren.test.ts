import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { laterBlock } from "../coinbase/testing/laterBlock.js"
import { U64 } from "../numbers/integers.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { netUid } from "../state/primitives.js"
import {
  ChildKeys,
  ChildkeyTake,
  LastEpochBlock,
  MinChildkeyTake,
  MinChildkeyTakePerSubnet,
  NetworksAdded,
  ParentKeys,
  PendingChildKeys,
  SubtokenEnabled,
} from "../state/storage/subtensorModule.js"
import { childkeyTake } from "./childkeyTake.js"
import { setChildrenIfConsistent, setPendingChildrenAfterEpochs } from "./pendingChildren.js"
import { type Edge, relationsOf } from "./relations.js"

const SEVEN = netUid(7)
const NOW = 1_000n
const [PARENT, CHILD, OTHER] = [accountOf(1), accountOf(2), accountOf(3)]

/** Subnet 7 has used an epoch slot in block 1000; children wait until their block has passed. */
function chainWithPending(cooldownBlock: bigint, children: readonly Edge[]): Chain {
  const chain = laterBlock(blankChain(), NOW)
  NetworksAdded.set(chain.state, SEVEN, true)
  SubtokenEnabled.set(chain.state, SEVEN, true)
  LastEpochBlock.set(chain.state, SEVEN, NOW)
  PendingChildKeys.set(chain.state, SEVEN, PARENT, [children, cooldownBlock])
  return chain
}

describe("families", () => {
  it("leave the hotkey itself out, take the last of several entries, and are in order of the hotkeys' bytes", () => {
    const edges: readonly Edge[] = [
      [1n, OTHER],
      [2n, PARENT],
      [3n, CHILD],
      [4n, OTHER],
    ]
    expect(relationsOf(PARENT, edges, []).children).toEqual([
      [3n, CHILD],
      [4n, OTHER],
    ])
  })

  it("may not give children more than everything", () => {
    expect(relationsOf(PARENT, [[U64.MAX, CHILD]], []).children).toHaveLength(1)
    const tooMuch: readonly Edge[] = [
      [U64.MAX, CHILD],
      [1n, OTHER],
    ]
    expect(() => relationsOf(PARENT, tooMuch, [])).toThrow("SubtensorModule.ProportionOverflow")
  })

  it("may not have a hotkey that is both parent and child; too large a sum is told first", () => {
    expect(() => relationsOf(PARENT, [[1n, CHILD]], [[1n, CHILD]])).toThrow("SubtensorModule.ChildParentInconsistency")
    const both: readonly Edge[] = [
      [U64.MAX, CHILD],
      [1n, OTHER],
    ]
    expect(() => relationsOf(PARENT, both, [[1n, CHILD]])).toThrow("SubtensorModule.ProportionOverflow")
  })

  it("are stored on both sides alike, whatever was set before, and never as empty lists", () => {
    const hotkey = fc.integer({ min: 1, max: 5 }).map(accountOf)
    const edges = fc.array(fc.tuple(fc.bigInt(0n, U64.MAX / 4n), hotkey), { maxLength: 4 })
    fc.assert(
      fc.property(fc.array(fc.tuple(hotkey, edges), { maxLength: 10 }), (settings) => {
        const chain = blankChain()
        for (const [parent, children] of settings) setChildrenIfConsistent(chain, SEVEN, parent, children)
        const flat = (entries: readonly (readonly [readonly [string, number], readonly Edge[]])[], flip: boolean) =>
          entries
            .flatMap(([[of], list]) =>
              list.map(([share, relative]) => `${flip ? relative : of} ${flip ? of : relative} ${share}`),
            )
            .sort()
        const byParent = ChildKeys.entries(chain.state)
        const byChild = ParentKeys.entries(chain.state)
        expect(flat(byChild, true)).toEqual(flat(byParent, false))
        expect([...byParent, ...byChild].every(([, list]) => list.length > 0)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe("pending children", () => {
  it("are set once their block has passed, and told of as they were pending", () => {
    const chain = chainWithPending(NOW - 1n, [[5n, CHILD]])
    setPendingChildrenAfterEpochs(chain)
    expect(ChildKeys.get(chain.state, PARENT, SEVEN)).toEqual([[5n, CHILD]])
    expect(ParentKeys.get(chain.state, CHILD, SEVEN)).toEqual([[5n, PARENT]])
    expect(PendingChildKeys.has(chain.state, SEVEN, PARENT)).toBe(false)
    expect(eventNames(chain)).toEqual(["SubtensorModule.SetChildren"])
  })

  it("wait in their block itself", () => {
    const chain = chainWithPending(NOW, [[5n, CHILD]])
    setPendingChildrenAfterEpochs(chain)
    expect(ChildKeys.has(chain.state, PARENT, SEVEN)).toBe(false)
    expect(PendingChildKeys.has(chain.state, SEVEN, PARENT)).toBe(true)
  })

  it("do not wait on a subnet that has not been started", () => {
    const chain = chainWithPending(NOW + 50n, [[5n, CHILD]])
    SubtokenEnabled.set(chain.state, SEVEN, false)
    setPendingChildrenAfterEpochs(chain)
    expect(ChildKeys.has(chain.state, PARENT, SEVEN)).toBe(true)
  })

  it("wait for a block in which the subnet uses an epoch slot", () => {
    const chain = chainWithPending(NOW - 1n, [[5n, CHILD]])
    LastEpochBlock.set(chain.state, SEVEN, NOW - 1n)
    setPendingChildrenAfterEpochs(chain)
    expect(PendingChildKeys.has(chain.state, SEVEN, PARENT)).toBe(true)
  })

  it("are forgotten where they would make families inconsistent", () => {
    const chain = chainWithPending(NOW - 1n, [[5n, CHILD]])
    ParentKeys.set(chain.state, PARENT, SEVEN, [[1n, CHILD]])
    setPendingChildrenAfterEpochs(chain)
    expect(ChildKeys.has(chain.state, PARENT, SEVEN)).toBe(false)
    expect(PendingChildKeys.has(chain.state, SEVEN, PARENT)).toBe(false)
    expect(eventNames(chain)).toEqual([])
  })

  it("replace those of before, who lose their parent", () => {
    const chain = chainWithPending(NOW - 1n, [[5n, CHILD]])
    setChildrenIfConsistent(chain, SEVEN, PARENT, [[9n, OTHER]])
    setPendingChildrenAfterEpochs(chain)
    expect(ParentKeys.has(chain.state, OTHER, SEVEN)).toBe(false)
  })
})

describe("childkey take", () => {
  it("is what the hotkey set, but no less than the chain's and the subnet's least", () => {
    const chain = blankChain()
    ChildkeyTake.set(chain.state, PARENT, SEVEN, 50)
    MinChildkeyTake.set(chain.state, 10)
    expect(childkeyTake(chain, PARENT, SEVEN)).toBe(50)
    MinChildkeyTakePerSubnet.set(chain.state, SEVEN, 70)
    expect(childkeyTake(chain, PARENT, SEVEN)).toBe(70)
    MinChildkeyTake.set(chain.state, 80)
    expect(childkeyTake(chain, PARENT, SEVEN)).toBe(80)
  })
})
