import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { accountOf } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, netUidStorageIndex } from "../state/primitives.js"
import {
  Active,
  AssociatedEvmAddress,
  BlockAtRegistration,
  Bonds,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  IsNetworkMember,
  Keys,
  LastUpdate,
  MechanismCountCurrent,
  StakeWeight,
  SubnetOwnerHotkey,
  SubnetworkN,
  Uids,
  ValidatorPermit,
  ValidatorTrust,
  Weights,
} from "../state/storage/subtensorModule.js"
import { hotkeyOf, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { appendNeuron, clearNeuron, replaceNeuron } from "./neuronSlots.js"

const INDEX = netUidStorageIndex(SUBNET)
const SECOND = netUidStorageIndex(SUBNET + 4096)
const NEWCOMER = accountOf(0x77)

function keysAndUidsAgree({ state }: Chain): void {
  const keys = Keys.entriesUnder(state, SUBNET)
  const uids = Uids.entriesUnder(state, SUBNET)
  expect(new Map(uids.map(([hotkey, uid]) => [uid, hotkey]))).toEqual(new Map(keys))
  expect(uids.length).toBe(keys.length)
  expect(keys.map(([uid]) => uid).sort((a, b) => a - b)).toEqual(
    Array.from({ length: SubnetworkN.get(state, SUBNET) }, (_, uid) => uid),
  )
}

describe("a neuron that is added", () => {
  it("gets the next uid, an element in every list and an entry in every map", () => {
    const chain = smallSubnet(2)
    const { state } = chain
    MechanismCountCurrent.set(state, SUBNET, 2)
    expect(appendNeuron(chain, SUBNET, NEWCOMER)).toBe(2)
    expect(SubnetworkN.get(state, SUBNET)).toBe(3)
    expect(Active.get(state, SUBNET)).toEqual([true, true, true])
    for (const item of [Emission, Consensus, Dividends, ValidatorTrust, ValidatorPermit]) {
      expect(item.get(state, SUBNET)).toHaveLength(3)
    }
    expect(Incentive.get(state, INDEX)).toHaveLength(3)
    expect(Incentive.get(state, SECOND)).toHaveLength(1)
    expect(LastUpdate.get(state, INDEX)).toEqual([1n, 1n, 1_000n])
    expect(LastUpdate.get(state, SECOND)).toEqual([0n, 0n, 1_000n])
    expect(StakeWeight.has(state, SUBNET)).toBe(false)
    expect(BlockAtRegistration.get(state, SUBNET, 2)).toBe(1_000n)
    expect(IsNetworkMember.get(state, NEWCOMER, SUBNET)).toBe(true)
    keysAndUidsAgree(chain)
  })
})

describe("a neuron that is replaced", () => {
  it("leaves its uid to the newcomer, who begins anew", () => {
    const chain = smallSubnet(3)
    const { state } = chain
    Active.set(state, SUBNET, [true, false, true])
    AssociatedEvmAddress.set(state, SUBNET, 1, [`0x${"ab".repeat(20)}`, 3n])
    replaceNeuron(chain, SUBNET, 1, NEWCOMER)
    expect(Keys.get(state, SUBNET, 1)).toBe(NEWCOMER)
    expect(IsNetworkMember.has(state, hotkeyOf(1), SUBNET)).toBe(false)
    expect(AssociatedEvmAddress.has(state, SUBNET, 1)).toBe(false)
    expect(Active.get(state, SUBNET)).toEqual([true, true, true])
    expect(BlockAtRegistration.get(state, SUBNET, 1)).toBe(1_000n)
    expect(LastUpdate.get(state, INDEX)).toEqual([1n, 1_000n, 1n])
    keysAndUidsAgree(chain)
  })

  it("stays if it is the hotkey that the subnet is run with", () => {
    const chain = smallSubnet(2)
    SubnetOwnerHotkey.set(chain.state, SUBNET, hotkeyOf(1))
    const mark = chain.state.mark()
    replaceNeuron(chain, SUBNET, 1, NEWCOMER)
    expect(chain.state.mark()).toBe(mark)
  })
})

describe("clearing a neuron", () => {
  it("sets its element of every list to zero and writes lists that are too short", () => {
    const chain = smallSubnet(2)
    const { state } = chain
    Emission.set(state, SUBNET, [7n, 8n].map(alphaBalance))
    Consensus.set(state, SUBNET, [7, 8])
    Incentive.set(state, INDEX, [7, 8])
    Dividends.set(state, SUBNET, [7, 8])
    ValidatorTrust.set(state, SUBNET, [7, 8])
    ValidatorPermit.set(state, SUBNET, [true, true])
    clearNeuron(chain, SUBNET, 1)
    expect(Emission.get(state, SUBNET)).toEqual([7n, 0n])
    for (const item of [Consensus, Dividends, ValidatorTrust]) expect(item.get(state, SUBNET)).toEqual([7, 0])
    expect(Incentive.get(state, INDEX)).toEqual([7, 0])
    expect(ValidatorPermit.get(state, SUBNET)).toEqual([true, false])
    expect(StakeWeight.has(state, SUBNET)).toBe(true)
    expect(StakeWeight.get(state, SUBNET)).toEqual([])
  })

  it("removes its weights and bonds, zeroes weights for it, and leaves bonds in it, in every mechanism", () => {
    const chain = smallSubnet(3)
    const { state } = chain
    MechanismCountCurrent.set(state, SUBNET, 2)
    for (const index of [INDEX, SECOND]) {
      for (const uid of [0, 1]) {
        const row: [number, number][] = [
          [0, 5],
          [1, 6],
          [2, 7],
        ]
        Weights.set(state, index, uid, row)
        Bonds.set(state, index, uid, row)
      }
    }
    clearNeuron(chain, SUBNET, 1)
    for (const index of [INDEX, SECOND]) {
      expect(Weights.has(state, index, 1)).toBe(false)
      expect(Bonds.has(state, index, 1)).toBe(false)
      expect(Weights.get(state, index, 0)).toEqual([
        [0, 5],
        [1, 0],
        [2, 7],
      ])
      expect(Bonds.get(state, index, 0)).toContainEqual([1, 6])
    }
  })
})

describe("keys and uids", () => {
  it("stay each other's inverse, however neurons come and go", () => {
    const moves = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { maxLength: 12 })
    fc.assert(
      fc.property(moves, (places) => {
        const chain = smallSubnet(1)
        places.forEach((place, move) => {
          const newcomer = accountOf(0x80 + move)
          if (place === null) appendNeuron(chain, SUBNET, newcomer)
          else replaceNeuron(chain, SUBNET, place % SubnetworkN.get(chain.state, SUBNET), newcomer)
          keysAndUidsAgree(chain)
        })
      }),
      { numRuns: 40 },
    )
  })
})
