import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U64 } from "../numbers/integers.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, type NetUid, netUid } from "../state/primitives.js"
import * as storage from "../state/storage/subtensorModule.js"
import {
  blocksUntilNextAutoEpoch,
  currentEpochWithLookahead,
  epochsDeferredThisBlock,
  nextEpochStartBlock,
  shouldRunEpoch,
} from "./epochSchedule.js"
import { drainPending } from "./pendingEmission.js"
import { laterBlock } from "./testing/laterBlock.js"

const SEVEN = netUid(7)
const NOW = 1_000n

/** A chain in block 1000 with subnets of tempo 360 whose last slots were this many blocks ago. */
function chainWithAges(ages: readonly number[]): Chain {
  const chain = laterBlock(blankChain(), NOW)
  ages.forEach((age, index) => {
    const netuid = netUid(index + 1)
    storage.Tempo.set(chain.state, netuid, 360)
    storage.LastEpochBlock.set(chain.state, netuid, NOW - BigInt(age))
    storage.PendingServerEmission.set(chain.state, netuid, alphaBalance(5n))
  })
  return chain
}

const subnetsOf = (ages: readonly number[]): readonly NetUid[] => ages.map((_, index) => netUid(index + 1))

describe("an epoch is due", () => {
  const chainWith = (prepare: (chain: Chain) => void) => {
    const chain = laterBlock(blankChain(), NOW)
    storage.Tempo.set(chain.state, SEVEN, 360)
    storage.LastEpochBlock.set(chain.state, SEVEN, NOW)
    prepare(chain)
    return shouldRunEpoch(chain, SEVEN)
  }

  it.each([
    ["when its tempo has passed", true, ({ state }: Chain) => storage.LastEpochBlock.set(state, SEVEN, NOW - 360n)],
    ["not a block earlier", false, ({ state }: Chain) => storage.LastEpochBlock.set(state, SEVEN, NOW - 359n)],
    ["in the block it was triggered for", true, ({ state }: Chain) => storage.PendingEpochAt.set(state, SEVEN, NOW)],
    ["not before that block", false, ({ state }: Chain) => storage.PendingEpochAt.set(state, SEVEN, NOW + 1n)],
    ["50401 blocks after the last", true, ({ state }: Chain) => storage.BlocksSinceLastStep.set(state, SEVEN, 50_401n)],
    ["not at 50400", false, ({ state }: Chain) => storage.BlocksSinceLastStep.set(state, SEVEN, 50_400n)],
  ])("%s", (_, due, prepare) => {
    expect(chainWith(prepare)).toBe(due)
  })

  it("never with tempo 0, whatever else holds", () => {
    const due = chainWith(({ state }) => {
      storage.Tempo.set(state, SEVEN, 0)
      storage.PendingEpochAt.set(state, SEVEN, 1n)
      storage.BlocksSinceLastStep.set(state, SEVEN, 60_000n)
    })
    expect(due).toBe(false)
  })

  it("and then commitments belong to the epoch after the last", () => {
    const chain = chainWithAges([360, 359])
    storage.SubnetEpochIndex.set(chain.state, netUid(1), 8n)
    storage.SubnetEpochIndex.set(chain.state, netUid(2), 8n)
    expect(currentEpochWithLookahead(chain, netUid(1))).toBe(9n)
    expect(currentEpochWithLookahead(chain, netUid(2))).toBe(8n)
  })
})

describe("the next epoch", () => {
  it("comes a tempo after the last slot, or now if that has passed", () => {
    const chain = chainWithAges([100, 700])
    expect(blocksUntilNextAutoEpoch(chain, netUid(1), 360)).toBe(260n)
    expect(blocksUntilNextAutoEpoch(chain, netUid(2), 360)).toBe(0n)
    expect(blocksUntilNextAutoEpoch(chain, netUid(1), 0)).toBe(U64.MAX)
  })

  it("is expected at the trigger, if that is earlier", () => {
    const chain = chainWithAges([100])
    expect(nextEpochStartBlock(chain, netUid(1))).toBe(1_260n)
    storage.PendingEpochAt.set(chain.state, netUid(1), 1_100n)
    expect(nextEpochStartBlock(chain, netUid(1))).toBe(1_100n)
    storage.PendingEpochAt.set(chain.state, netUid(1), 1_300n)
    expect(nextEpochStartBlock(chain, netUid(1))).toBe(1_260n)
    storage.Tempo.set(chain.state, netUid(1), 0)
    expect(nextEpochStartBlock(chain, netUid(1))).toBeUndefined()
  })
})

describe("the epochs of a block", () => {
  it("are at most as many as the cap; the others are deferred to the next block", () => {
    const ages = fc.array(fc.integer({ min: 300, max: 420 }), { maxLength: 12 })
    fc.assert(
      fc.property(ages, fc.nat(5), (ageList, cap) => {
        const chain = chainWithAges(ageList)
        const subnets = subnetsOf(ageList)
        storage.MaxEpochsPerBlock.set(chain.state, cap)
        const due = subnets.filter((netuid) => shouldRunEpoch(chain, netuid))
        const deferred = epochsDeferredThisBlock(chain, subnets)
        const drained = drainPending(chain, subnets).map(({ netuid }) => netuid)
        expect(drained).toEqual(due.slice(0, cap))
        expect([...deferred]).toEqual(due.slice(cap))
        for (const netuid of deferred) {
          expect(storage.PendingEpochAt.get(chain.state, netuid)).toBe(NOW + 1n)
          expect(storage.PendingServerEmission.get(chain.state, netuid)).toBe(5n)
          expect(storage.SubnetEpochIndex.get(chain.state, netuid)).toBe(0n)
        }
        for (const netuid of drained) {
          expect(storage.LastEpochBlock.get(chain.state, netuid)).toBe(NOW)
          expect(storage.SubnetEpochIndex.get(chain.state, netuid)).toBe(1n)
          expect(storage.BlocksSinceLastStep.get(chain.state, netuid)).toBe(0n)
          expect(storage.PendingServerEmission.get(chain.state, netuid)).toBe(0n)
        }
        expect(eventNames(chain)).toEqual(due.slice(cap).map(() => "SubtensorModule.EpochDeferred"))
      }),
      { numRuns: 100 },
    )
  })

  it("count a block for every subnet", () => {
    const chain = chainWithAges([0, 0])
    drainPending(chain, subnetsOf([0, 0]))
    expect(storage.BlocksSinceLastStep.get(chain.state, netUid(2))).toBe(1n)
  })

  it("are taken in order of the raw keys and given out in order of the numbers", () => {
    const chain = laterBlock(blankChain(), NOW)
    const [one, big] = [netUid(1), netUid(256)]
    for (const netuid of [one, big]) storage.Tempo.set(chain.state, netuid, 360)
    storage.MaxEpochsPerBlock.set(chain.state, 2)
    expect(drainPending(chain, [big, one]).map(({ netuid }) => netuid)).toEqual([one, big])
  })

  it("skip a subnet with a doubled hotkey: its slot is used, its emission stays, the cap is not touched", () => {
    const chain = chainWithAges([360, 360])
    storage.MaxEpochsPerBlock.set(chain.state, 1)
    for (const uid of [0, 1]) storage.Keys.set(chain.state, netUid(1), uid, accountOf(9))
    expect(drainPending(chain, subnetsOf([0, 0])).map(({ netuid }) => netuid)).toEqual([2])
    expect(eventNames(chain)).toEqual(["SubtensorModule.EpochSkipped"])
    expect(storage.LastEpochBlock.get(chain.state, netUid(1))).toBe(NOW)
    expect(storage.SubnetEpochIndex.get(chain.state, netUid(1))).toBe(1n)
    expect(storage.BlocksSinceLastStep.get(chain.state, netUid(1))).toBe(1n)
    expect(storage.PendingServerEmission.get(chain.state, netUid(1))).toBe(5n)
  })
})
