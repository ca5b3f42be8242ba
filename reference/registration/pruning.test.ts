import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { accountOf } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance } from "../state/primitives.js"
import {
  BlockAtRegistration,
  Emission,
  ImmuneOwnerUidsLimit,
  ImmunityPeriod,
  MinNonImmuneUids,
  OwnedHotkeys,
  SubnetOwnerHotkey,
} from "../state/storage/subtensorModule.js"
import { hotkeyOf, OWNER, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { type Candidate, immortalNeurons, isImmune, neuronToPrune, neuronToReplace } from "./pruning.js"

const candidate = (uid: number, emission: bigint, registeredAt: bigint, immune = false): Candidate => ({
  uid,
  emission,
  registeredAt,
  immune,
})

describe("the neuron to replace", () => {
  it("earned least; of equals it registered first; of these it has the lowest uid", () => {
    const [poor, young, old] = [candidate(0, 1n, 9n), candidate(1, 0n, 9n), candidate(2, 0n, 8n)]
    expect(neuronToReplace([poor, young, old], 0)).toBe(2)
    expect(neuronToReplace([poor, young], 0)).toBe(1)
    expect(neuronToReplace([candidate(5, 0n, 8n), candidate(4, 0n, 8n)], 0)).toBe(4)
  })

  it("is immune only if too few others are left", () => {
    const [immune, free, other] = [candidate(0, 0n, 0n, true), candidate(1, 5n, 0n), candidate(2, 6n, 0n)]
    expect(neuronToReplace([immune, free, other], 1)).toBe(1)
    expect(neuronToReplace([immune, free, other], 2)).toBe(0)
    expect(neuronToReplace([immune], 0)).toBe(0)
  })

  it("is none if too few are left and none is immune", () => {
    expect(neuronToReplace([candidate(1, 0n, 0n)], 1)).toBeUndefined()
    expect(neuronToReplace([], 0)).toBeUndefined()
  })

  it("does not depend on the order of the candidates", () => {
    const someone = fc.record({
      emission: fc.bigInt({ min: 0n, max: 2n }),
      registeredAt: fc.bigInt({ min: 0n, max: 2n }),
      immune: fc.boolean(),
    })
    const lists = fc
      .array(someone, { maxLength: 8 })
      .map((list) => list.map((each, uid) => ({ ...each, uid })))
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 4 }), ([list, shuffled], least) => {
        expect(neuronToReplace(shuffled, least)).toBe(neuronToReplace(list, least))
      }),
    )
  })
})

describe("on a subnet", () => {
  let chain: Chain
  beforeEach(() => {
    chain = smallSubnet(3)
    ImmunityPeriod.set(chain.state, SUBNET, 100)
    MinNonImmuneUids.set(chain.state, SUBNET, 0)
    Emission.set(chain.state, SUBNET, [5n, 4n, 3n].map(alphaBalance))
    OwnedHotkeys.set(chain.state, OWNER, [])
  })

  it("a neuron is immune for as many blocks as the period has", () => {
    BlockAtRegistration.set(chain.state, SUBNET, 0, 901n)
    BlockAtRegistration.set(chain.state, SUBNET, 1, 900n)
    expect([0, 1].map((uid) => isImmune(chain, SUBNET, uid))).toEqual([true, false])
  })

  it("an emission that is not stored counts as none", () => {
    expect(neuronToPrune(chain, SUBNET)).toBe(2)
    Emission.set(chain.state, SUBNET, [5n, 4n].map(alphaBalance))
    expect(neuronToPrune(chain, SUBNET)).toBe(2)
    Emission.set(chain.state, SUBNET, [alphaBalance(5n)])
    expect(neuronToPrune(chain, SUBNET)).toBe(1)
  })

  const immortalHotkeys = () => immortalNeurons(chain, SUBNET).map(({ hotkey }) => hotkey)

  it("the owner's first registered hotkeys are never replaced, as many as the limit says", () => {
    OwnedHotkeys.set(chain.state, OWNER, [hotkeyOf(2), hotkeyOf(1), accountOf(0x99)])
    expect(immortalHotkeys()).toEqual([hotkeyOf(1)])
    BlockAtRegistration.set(chain.state, SUBNET, 2, 0n)
    expect(immortalHotkeys()).toEqual([hotkeyOf(2)])
    expect(neuronToPrune(chain, SUBNET)).toBe(1)
    ImmuneOwnerUidsLimit.set(chain.state, SUBNET, 2)
    expect(immortalHotkeys()).toEqual([hotkeyOf(2), hotkeyOf(1)])
    expect(neuronToPrune(chain, SUBNET)).toBe(0)
  })

  it("the hotkey that the subnet is run with comes before them and pushes the last one out", () => {
    OwnedHotkeys.set(chain.state, OWNER, [hotkeyOf(1), hotkeyOf(2)])
    ImmuneOwnerUidsLimit.set(chain.state, SUBNET, 2)
    SubnetOwnerHotkey.set(chain.state, SUBNET, hotkeyOf(0))
    expect(immortalHotkeys()).toEqual([hotkeyOf(0), hotkeyOf(1)])
    SubnetOwnerHotkey.set(chain.state, SUBNET, accountOf(0x99))
    expect(immortalHotkeys()).toEqual([hotkeyOf(1), hotkeyOf(2)])
  })
})
