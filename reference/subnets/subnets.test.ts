import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { accountOf, blankChain } from "../state/blankChain.js"
import { accountId, netUid, netUidStorageIndex, ROOT } from "../state/primitives.js"
import { MechanismCountCurrent, NetworksAdded, SubnetOwnerHotkey } from "../state/storage/subtensorModule.js"
import { subnetExists, subnetNetuids } from "./existence.js"
import {
  ensureMechanismExists,
  mechanismOfStorageIndex,
  mechanismStorageIndex,
  netuidOfStorageIndex,
  storageIndicesOf,
} from "./mechanismIndex.js"
import { hotkeyOfUid, neuronsOf, ownerUid, requiredUidOfHotkey, subnetworkSize } from "./neurons.js"
import { accountOfNetuid, netuidOfSubnetAccount, subnetAccountId } from "./subnetAccount.js"
import { hotkeyOf, SUBNET, smallSubnet } from "./testing/smallSubnet.js"

const netuids = fc.integer({ min: 0, max: 65_535 }).map(netUid)

describe("networks", () => {
  it("exist if they are stored as true, root like any other", () => {
    const chain = blankChain()
    NetworksAdded.set(chain.state, SUBNET, true)
    NetworksAdded.set(chain.state, netUid(2), false)
    expect([ROOT, SUBNET, netUid(2)].map((netuid) => subnetExists(chain, netuid))).toEqual([false, true, false])
  })

  it("are gone through by the low byte of their number, also those stored as false", () => {
    const chain = blankChain()
    for (const netuid of [2, 1, 256, 0, 257]) NetworksAdded.set(chain.state, netUid(netuid), netuid !== 2)
    expect(subnetNetuids(chain)).toEqual([0, 256, 1, 257, 2])
  })
})

describe("the account of a network", () => {
  it("is modl, subtensr, the number with the low byte first, and zeros", () => {
    expect(accountOfNetuid(netUid(0x0102))).toBe(`0x6d6f646c73756274656e73720201${"00".repeat(18)}`)
  })

  it("names its network, whether that exists or not", () => {
    fc.assert(fc.property(netuids, (netuid) => netuidOfSubnetAccount(accountOfNetuid(netuid)) === netuid))
  })

  it("is no other account: each byte outside the number counts", () => {
    const account = accountOfNetuid(SUBNET)
    for (const byte of [0, 4, 11, 14, 31]) {
      const place = 2 + 2 * byte
      const changed = `${account.slice(2, place)}ff${account.slice(place + 2)}`
      expect(netuidOfSubnetAccount(accountId(`0x${changed}`))).toBeUndefined()
    }
  })

  it("is there for root and for stored networks alone", () => {
    const chain = blankChain()
    NetworksAdded.set(chain.state, SUBNET, false)
    expect(subnetAccountId(chain, ROOT)).toBe(accountOfNetuid(ROOT))
    expect(subnetAccountId(chain, SUBNET)).toBe(accountOfNetuid(SUBNET))
    expect(subnetAccountId(chain, netUid(2))).toBeUndefined()
  })
})

describe("the storage index of a mechanism", () => {
  it("is the netuid plus 4096 for each mechanism, and gives the netuid back", () => {
    const valid = fc.record({
      netuid: fc.integer({ min: 0, max: 4095 }),
      mechanism: fc.integer({ min: 0, max: 15 }),
    })
    fc.assert(
      fc.property(valid, ({ netuid, mechanism }) => {
        const index = mechanismStorageIndex(netUid(netuid), mechanism)
        expect(index).toBe(netuid + 4096 * mechanism)
        expect(netuidOfStorageIndex(index)).toBe(netuid)
      }),
    )
  })

  it("is 65535 from mechanism 16 on", () => {
    expect(mechanismStorageIndex(netUid(3), 15)).toBe(61_443)
    expect(mechanismStorageIndex(netUid(3), 16)).toBe(65_535)
    expect(mechanismStorageIndex(netUid(3), 255)).toBe(65_535)
  })

  it("names a mechanism only if the subnet has it", () => {
    const chain = smallSubnet(0)
    MechanismCountCurrent.set(chain.state, SUBNET, 2)
    expect(mechanismOfStorageIndex(chain, netUidStorageIndex(4097))).toEqual({ netuid: SUBNET, mechanism: 1 })
    expect(() => mechanismOfStorageIndex(chain, netUidStorageIndex(8193))).toThrow("MechanismDoesNotExist")
    expect(() => ensureMechanismExists(chain, netUid(2), 0)).toThrow("MechanismDoesNotExist")
    expect(storageIndicesOf(chain, SUBNET)).toEqual([1, 4097])
  })
})

describe("neurons", () => {
  it("are counted, and found by uid and by hotkey", () => {
    const chain = smallSubnet(3)
    expect(subnetworkSize(chain, SUBNET)).toBe(3)
    expect(hotkeyOfUid(chain, SUBNET, 2)).toBe(hotkeyOf(2))
    expect(hotkeyOfUid(chain, SUBNET, 3)).toBeUndefined()
    expect(requiredUidOfHotkey(chain, SUBNET, hotkeyOf(1))).toBe(1)
    expect(() => requiredUidOfHotkey(chain, SUBNET, accountOf(0x99))).toThrow("HotKeyNotRegisteredInSubNet")
    expect(neuronsOf(chain, SUBNET)).toEqual([0, 1, 2].map((uid) => ({ uid, hotkey: hotkeyOf(uid) })))
  })

  it("include the owner's if its hotkey is set and registered", () => {
    const chain = smallSubnet(2)
    expect(ownerUid(chain, SUBNET)).toBeUndefined()
    SubnetOwnerHotkey.set(chain.state, SUBNET, accountOf(0x99))
    expect(ownerUid(chain, SUBNET)).toBeUndefined()
    SubnetOwnerHotkey.set(chain.state, SUBNET, hotkeyOf(1))
    expect(ownerUid(chain, SUBNET)).toBe(1)
  })
})
