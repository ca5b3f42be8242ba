import { beforeEach, describe, expect, it } from "vitest"
import { I96F32, U64F64 } from "../numbers/formats.js"
import { accountOf, eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { type AccountId, alphaBalance, type NetUid, netUid, ROOT, taoBalance } from "../state/primitives.js"
import {
  AutoParentDelegationEnabled,
  ChildKeys,
  Keys,
  LastEpochBlock,
  MinAllowedUids,
  NetworkImmunityPeriod,
  NetworkLastLockCost,
  NetworkMinLockCost,
  NetworkRateLimit,
  NetworkRegisteredAt,
  NetworkRegistrationStartBlock,
  NetworksAdded,
  Owner,
  SubnetAlphaIn,
  SubnetEmissionEnabled,
  SubnetIdentitiesV3,
  SubnetLimit,
  SubnetLocked,
  SubnetMechanism,
  SubnetMovingPrice,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetTAO,
  TokenSymbol,
  TotalStake,
} from "../state/storage/subtensorModule.js"
import { callOf, freeOf, fundedChain, resultOf } from "../state/testing/fundedChain.js"
import { alphaAtPrice } from "./newPool.js"
import { nextNetuid } from "./newSubnet.js"
import { accountOfNetuid } from "./subnetAccount.js"
import { atBlock } from "./testing/smallSubnet.js"

const TAO = 1_000_000_000n
const RICH = accountOf(0xc0)
const HOTKEY = accountOf(0xd0)
const IDENTITY = {
  subnet_name: "0x41",
  github_repo: "0x",
  subnet_contact: "0x",
  subnet_url: "0x",
  discord: "0x",
  description: "0x",
  logo_url: "0x",
  additional: "0x",
} as const

let chain: Chain
beforeEach(() => {
  chain = atBlock(fundedChain(10_000n * TAO, RICH), 5_000n)
  const { state } = chain
  NetworksAdded.set(state, ROOT, true)
  NetworkLastLockCost.set(state, taoBalance(100n * TAO))
  NetworkMinLockCost.set(state, taoBalance(100n * TAO))
  NetworkRateLimit.set(state, 10n)
  NetworkImmunityPeriod.set(state, 1_000n)
})

const register = (hotkey: AccountId = HOTKEY) =>
  resultOf(chain, signedBy(RICH), callOf(SubtensorModuleCalls.register_network, { hotkey }))

/** A subnet with a pool at price 1, registered in this block. */
function addSubnet(netuid: NetUid, registeredAt: bigint): void {
  const { state } = chain
  NetworksAdded.set(state, netuid, true)
  SubnetMechanism.set(state, netuid, 1)
  SubnetTAO.set(state, netuid, taoBalance(50n * TAO))
  SubnetAlphaIn.set(state, netuid, alphaBalance(50n * TAO))
  NetworkRegisteredAt.set(state, netuid, registeredAt)
}

describe("registering a subnet", () => {
  it("makes the payer its owner, the hotkey its first neuron, and what was paid its pool", () => {
    expect(register()).toBe("ok")
    const { state } = chain
    const netuid = netUid(1)
    expect(SubnetOwner.get(state, netuid)).toBe(RICH)
    expect(SubnetOwnerHotkey.get(state, netuid)).toBe(HOTKEY)
    expect(Keys.get(state, netuid, 0)).toBe(HOTKEY)
    expect(freeOf(chain, accountOfNetuid(netuid))).toBe(100n * TAO)
    expect(SubnetTAO.get(state, netuid)).toBe(100n * TAO)
    expect(SubnetLocked.get(state, netuid)).toBe(100n * TAO)
    expect(TotalStake.get(state)).toBe(100n * TAO)
    expect(LastEpochBlock.get(state, netuid)).toBe(4_999n)
    expect(eventNames(chain).at(-1)).toBe("SubtensorModule.NetworkAdded")
  })

  it("leaves its emission to be enabled", () => {
    register()
    expect(SubnetEmissionEnabled.get(chain.state, netUid(1))).toBe(false)
  })

  it("starts the pool at the median price of the others", () => {
    addSubnet(netUid(1), 4_990n)
    SubnetAlphaIn.set(chain.state, netUid(1), alphaBalance(200n * TAO))
    register()
    expect(SubnetAlphaIn.get(chain.state, netUid(2))).toBe(400n * TAO)
  })

  it("doubles the price of the next one and has it wait", () => {
    register()
    expect(register(accountOf(0xd1))).toBe("SubtensorModule.NetworkTxRateLimitExceeded")
    chain = atBlock(chain, 5_010n)
    expect(register(accountOf(0xd1))).toBe("ok")
    expect(NetworkLastLockCost.get(chain.state)).toBe(200n * TAO - 10n * ((100n * TAO) / 100_800n))
  })

  it("takes a little less from who has just the price, and counts the least price in the pool all the same", () => {
    NetworkMinLockCost.set(chain.state, taoBalance(10_000n * TAO))
    expect(register()).toBe("ok")
    expect(freeOf(chain, RICH)).toBe(500n)
    expect(SubnetLocked.get(chain.state, netUid(1))).toBe(10_000n * TAO - 500n)
    expect(SubnetTAO.get(chain.state, netUid(1))).toBe(10_000n * TAO)
  })

  it("makes root's validators parents of its hotkey, but for those who said no", () => {
    const [willing, unwilling] = [accountOf(0xe0), accountOf(0xe1)]
    for (const [uid, validator] of [willing, unwilling].entries()) {
      Keys.set(chain.state, ROOT, uid, validator)
      Owner.set(chain.state, validator, RICH)
    }
    AutoParentDelegationEnabled.set(chain.state, unwilling, false)
    register()
    const childrenOf = (parent: AccountId) => ChildKeys.get(chain.state, parent, netUid(1))
    expect(childrenOf(willing)).toEqual([[2n ** 64n - 1n, HOTKEY]])
    expect(childrenOf(unwilling)).toEqual([])
  })

  it("stores an identity, or refuses everything for one that is too long", () => {
    const withIdentity = (identity: { [Part in keyof typeof IDENTITY]: `0x${string}` }) =>
      callOf(SubtensorModuleCalls.register_network_with_identity, { hotkey: HOTKEY, identity })
    const tooLong = { ...IDENTITY, discord: `0x${"00".repeat(257)}` } as const
    expect(resultOf(chain, signedBy(RICH), withIdentity(tooLong))).toBe("SubtensorModule.InvalidIdentity")
    expect(NetworksAdded.has(chain.state, netUid(1))).toBe(false)
    expect(resultOf(chain, signedBy(RICH), withIdentity(IDENTITY))).toBe("ok")
    expect(SubnetIdentitiesV3.get(chain.state, netUid(1))).toEqual(IDENTITY)
  })
})

describe("where there is no room for another subnet", () => {
  beforeEach(() => {
    SubnetLimit.set(chain.state, 2)
    addSubnet(netUid(1), 100n)
    addSubnet(netUid(3), 200n)
    SubnetMovingPrice.set(chain.state, netUid(1), I96F32.fromBits(9n))
    SubnetMovingPrice.set(chain.state, netUid(3), I96F32.fromBits(8n))
    TokenSymbol.set(chain.state, netUid(3), "0xceb3")
  })

  it("the cheapest that is not immune goes, and its number is used again", () => {
    expect(register()).toBe("ok")
    expect(SubnetOwner.get(chain.state, netUid(3))).toBe(RICH)
    expect(NetworksAdded.keys(chain.state)).toEqual([0, 1, 3])
    expect(eventNames(chain)).toContain("SubtensorModule.NetworkRemoved")
  })

  it("of equals the one that was registered first goes", () => {
    SubnetMovingPrice.set(chain.state, netUid(3), I96F32.fromBits(9n))
    register()
    expect(SubnetOwner.get(chain.state, netUid(1))).toBe(RICH)
  })

  it("an immune one stays, and if all are immune nobody registers", () => {
    NetworkRegisteredAt.set(chain.state, netUid(3), 4_001n)
    NetworkRegisteredAt.set(chain.state, netUid(1), 4_001n)
    expect(register()).toBe("SubtensorModule.SubnetLimitReached")
    NetworkRegisteredAt.set(chain.state, netUid(1), 4_000n)
    expect(register()).toBe("ok")
    expect(SubnetOwner.get(chain.state, netUid(1))).toBe(RICH)
  })

  it("the new subnet inherits what dissolving leaves behind", () => {
    MinAllowedUids.set(chain.state, netUid(3), 17)
    register()
    expect(MinAllowedUids.get(chain.state, netUid(3))).toBe(17)
  })
})

describe("registering a subnet is refused", () => {
  it("unless an account signs", () => {
    const call = callOf(SubtensorModuleCalls.register_network, { hotkey: HOTKEY })
    expect(resultOf(chain, ROOT_ORIGIN, call)).toBe("BadOrigin")
  })

  it("with somebody else's hotkey, and with the account of a subnet", () => {
    Owner.set(chain.state, HOTKEY, accountOf(0xee))
    expect(register()).toBe("SubtensorModule.NonAssociatedColdKey")
    expect(register(accountOfNetuid(netUid(77)))).toBe("SubtensorModule.CannotUseSystemAccount")
  })

  it("before the block from which on subnets may be registered", () => {
    NetworkRegistrationStartBlock.set(chain.state, 5_001n)
    expect(register()).toBe("SubtensorModule.SubNetRegistrationDisabled")
  })

  it("for who cannot pay, after it is known that there is room", () => {
    NetworkMinLockCost.set(chain.state, taoBalance(10_001n * TAO))
    expect(register()).toBe("SubtensorModule.CannotAffordLockCost")
    SubnetLimit.set(chain.state, 0)
    expect(register()).toBe("SubtensorModule.SubnetLimitReached")
  })
})

describe("a new subnet", () => {
  it("has the lowest number that no network has, whatever is stored under it", () => {
    NetworksAdded.set(chain.state, netUid(1), false)
    NetworksAdded.set(chain.state, netUid(3), true)
    expect(nextNetuid(chain)).toBe(2)
  })

  it("has no alpha in its pool at a price of zero", () => {
    expect(alphaAtPrice(taoBalance(5n), U64F64.ZERO)).toBe(0n)
    expect(alphaAtPrice(taoBalance(5n), U64F64.fromInteger(2))).toBe(2n)
  })
})
