import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import { CrowdloanCalls, SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, netUid, ROOT, taoBalance } from "../state/primitives.js"
import { CurrentCrowdloanId } from "../state/storage/crowdloan.js"
import { Proxies } from "../state/storage/proxy.js"
import {
  AccumulatedLeaseDividends,
  Delegates,
  NetworkLastLockCost,
  NetworkMinLockCost,
  NetworksAdded,
  NextSubnetLeaseId,
  Owner,
  SubnetLeaseShares,
  SubnetLeases,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetUidToLeaseId,
} from "../state/storage/subtensorModule.js"
import { Account } from "../state/storage/system.js"
import { callOf, freeOf } from "../state/testing/fundedChain.js"
import { atBlock } from "../subnets/testing/smallSubnet.js"
import { fundsAccount } from "./crowdloans.js"
import { leaseAccount } from "./leaseAccounts.js"
import { ALICE, BOB, CREATOR, contribute, create, crowdloanChain, result, TAO } from "./testing/crowdloanChain.js"

const COLDKEY = leaseAccount("coldkey", 0)
const HOTKEY = leaseAccount("hotkey", 0)
const SUBNET = netUid(1)
/** What the beneficiary's proxy costs the lease. */
const DEPOSIT = 93_000_000n

let chain: Chain
beforeEach(() => {
  chain = crowdloanChain()
  NetworksAdded.set(chain.state, ROOT, true)
  NetworkLastLockCost.set(chain.state, taoBalance(60n * TAO))
  NetworkMinLockCost.set(chain.state, taoBalance(60n * TAO))
})

/** Raises 100 TAO, of which Alice gives 30 and Bob 60, for a lease until a block, and finalizes it. */
function lease(endBlock: number | undefined = 2_000): string {
  const call = callOf(SubtensorModuleCalls.register_leased_network, { emissions_share: 30, end_block: endBlock })
  create(chain, { call, target_address: undefined })
  contribute(chain, ALICE, 30n * TAO)
  contribute(chain, BOB, 60n * TAO)
  return result(chain, CREATOR, CrowdloanCalls.finalize, { crowdloan_id: 0 })
}

const terminate = (who = CREATOR, hotkey = accountOf(0x55), lease_id = 0) =>
  result(chain, who, SubtensorModuleCalls.terminate_lease, { lease_id, hotkey })

describe("leasing a subnet", () => {
  it("registers it with what was raised, owned by a key that nobody has", () => {
    expect(lease()).toBe("ok")
    expect(SubnetOwner.get(chain.state, SUBNET)).toBe(COLDKEY)
    expect(SubnetOwnerHotkey.get(chain.state, SUBNET)).toBe(HOTKEY)
    expect(SubnetUidToLeaseId.get(chain.state, SUBNET)).toBe(0)
    expect(SubnetLeases.get(chain.state, 0)).toMatchObject({
      beneficiary: CREATOR,
      emissions_share: 30,
      end_block: 2_000,
      cost: 60n * TAO + DEPOSIT,
    })
    expect(Delegates.get(chain.state, HOTKEY)).toBe(0)
    expect(CurrentCrowdloanId.has(chain.state)).toBe(false)
  })

  it("gives contributors shares and what the registration left over, and the beneficiary the rest", () => {
    lease()
    const leftover = 40n * TAO - DEPOSIT
    const shares = SubnetLeaseShares.entriesUnder(chain.state, 0)
    expect(shares.map(([who]) => who)).toEqual([ALICE, BOB])
    expect(shares[0]?.[1]).toBe((30n << 64n) / 100n)
    const refundOf = (percent: bigint) => (((percent << 64n) / 100n) * leftover) >> 64n
    expect(freeOf(chain, ALICE)).toBe(970n * TAO + refundOf(30n))
    expect(freeOf(chain, BOB)).toBe(940n * TAO + refundOf(60n))
    expect(freeOf(chain, CREATOR)).toBe(990n * TAO + leftover - refundOf(30n) - refundOf(60n))
    expect(freeOf(chain, COLDKEY)).toBe(0n)
    expect(freeOf(chain, fundsAccount(0))).toBe(0n)
  })

  it("lets the beneficiary act for the lease's coldkey, which has a deposit reserved", () => {
    lease()
    const proxy = { delegate: CREATOR, proxy_type: "SubnetLeaseBeneficiary", delay: 0 }
    expect(Proxies.get(chain.state, COLDKEY)).toEqual([[proxy], DEPOSIT])
    expect(Account.get(chain.state, COLDKEY).data.reserved).toBe(DEPOSIT)
  })

  it("is refused as a call of its own, even to who signs as a creator", () => {
    const values = { emissions_share: 30, end_block: undefined }
    const { register_leased_network } = SubtensorModuleCalls
    expect(result(chain, CREATOR, register_leased_network, values)).toBe("Crowdloan.InvalidCrowdloanId")
    create(chain)
    CurrentCrowdloanId.set(chain.state, 0)
    expect(result(chain, ALICE, register_leased_network, values)).toBe("SubtensorModule.InvalidLeaseBeneficiary")
  })

  it("may not end in the past, and leaves nothing behind when it is refused", () => {
    expect(lease(1_000)).toBe("SubtensorModule.LeaseCannotEndInThePast")
    expect(CurrentCrowdloanId.has(chain.state)).toBe(false)
    expect(freeOf(chain, fundsAccount(0))).toBe(100n * TAO)
  })

  it("is refused when the cap does not cover the cost, and when the numbers of leases are used up", () => {
    NetworkMinLockCost.set(chain.state, taoBalance(101n * TAO))
    expect(lease()).toBe("SubtensorModule.CannotAffordLockCost")
    NextSubnetLeaseId.set(chain.state, 2 ** 32 - 1)
    expect(result(chain, CREATOR, CrowdloanCalls.finalize, { crowdloan_id: 0 })).toBe("SubtensorModule.Overflow")
  })

  it("is refused when nothing is left for the proxy's deposit", () => {
    NetworkMinLockCost.set(chain.state, taoBalance(100n * TAO))
    expect(lease()).toBe("Balances.InsufficientBalance")
  })
})

describe("ending a lease", () => {
  beforeEach(() => {
    Owner.set(chain.state, accountOf(0x55), CREATOR)
  })

  it("makes the beneficiary the owner, frees the deposit, and leaves what was gathered with nobody", () => {
    lease()
    AccumulatedLeaseDividends.set(chain.state, 0, alphaBalance(7n))
    chain = atBlock(chain, 2_000n)
    expect(terminate()).toBe("ok")
    expect(SubnetOwner.get(chain.state, SUBNET)).toBe(CREATOR)
    expect(SubnetOwnerHotkey.get(chain.state, SUBNET)).toBe(accountOf(0x55))
    expect(SubnetLeases.get(chain.state, 0)).toBeUndefined()
    expect(SubnetLeaseShares.entries(chain.state)).toEqual([])
    expect(AccumulatedLeaseDividends.has(chain.state, 0)).toBe(false)
    expect(Proxies.has(chain.state, COLDKEY)).toBe(false)
    expect(freeOf(chain, COLDKEY)).toBe(DEPOSIT)
    expect(eventNames(chain).at(-1)).toBe("SubtensorModule.SubnetLeaseTerminated")
  })

  it("leaves the subnet's number pointing to the lease", () => {
    lease()
    chain = atBlock(chain, 2_000n)
    terminate()
    expect(SubnetUidToLeaseId.get(chain.state, SUBNET)).toBe(0)
  })

  it("asks for the lease, its beneficiary, an end, its coming, and the beneficiary's hotkey, in this order", () => {
    lease()
    expect(terminate(ALICE, accountOf(0x66), 9)).toBe("SubtensorModule.LeaseDoesNotExist")
    expect(terminate(ALICE, accountOf(0x66))).toBe("SubtensorModule.ExpectedBeneficiaryOrigin")
    chain = atBlock(chain, 1_999n)
    expect(terminate(CREATOR, accountOf(0x66))).toBe("SubtensorModule.LeaseHasNotEnded")
    chain = atBlock(chain, 2_000n)
    expect(terminate(CREATOR, accountOf(0x66))).toBe("SubtensorModule.BeneficiaryDoesNotOwnHotkey")
    Proxies.remove(chain.state, COLDKEY)
    expect(terminate()).toBe("Proxy.NotFound")
  })

  it("is not possible for a lease without an end", () => {
    const call = callOf(SubtensorModuleCalls.register_leased_network, { emissions_share: 30, end_block: undefined })
    create(chain, { call, target_address: undefined })
    contribute(chain, BOB, 90n * TAO)
    result(chain, CREATOR, CrowdloanCalls.finalize, { crowdloan_id: 0 })
    chain = atBlock(chain, 1_000_000n)
    expect(terminate()).toBe("SubtensorModule.LeaseHasNoEndBlock")
  })
})

describe("the keys of a lease", () => {
  it("are hashes of a text and the lease's number: these of lease 0 are the chain's own", () => {
    expect(leaseAccount("coldkey", 0)).toBe("0x7fa9a44897c4e39223a9a45b3da830b2b923a7654f7e810e5db169e50d2eb471")
    expect(leaseAccount("hotkey", 0)).toBe("0xa1eb3571088a08653ee5a8a22e00bdc8cb0c993caa767dbd7fac8d585d6496f6")
    expect(leaseAccount("coldkey", 1)).not.toBe(leaseAccount("coldkey", 0))
  })
})
