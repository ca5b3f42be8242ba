import { describe, expect, it } from "vitest"
import { I96F32 } from "../numbers/formats.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet, stakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { alphaBalance, netUid, ROOT } from "../state/primitives.js"
import {
  NetworksAdded,
  NumRootClaim,
  NumStakingColdkeys,
  RootClaimable,
  RootClaimableThreshold,
  RootClaimed,
  RootClaimType,
  StakingColdkeys,
  StakingHotkeys,
  SubnetOwner,
} from "../state/storage/subtensorModule.js"
import { callOf, resultOf } from "../state/testing/fundedChain.js"
import { rootCalls } from "./calls.js"
import type { ClaimType } from "./rootClaim.js"

const [SEVEN, EIGHT] = [netUid(7), netUid(8)]
const [HOTKEY, COLDKEY, OWNER] = [accountOf(1), accountOf(2), accountOf(3)]
const SIGNED = signedBy(COLDKEY)

/** COLDKEY has 1000 rao with HOTKEY on root, and is owed 500 alpha rao each of subnets 7 and 8, which it keeps. */
function chainWithClaims(): Chain {
  const chain = blankChain(rootCalls)
  const { state } = chain
  for (const netuid of [ROOT, SEVEN, EIGHT]) NetworksAdded.set(state, netuid, true)
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, ROOT, alphaBalance(1_000n))
  StakingHotkeys.set(state, COLDKEY, [HOTKEY])
  RootClaimType.set(state, COLDKEY, { type: "Keep", value: undefined })
  const half = I96F32.fromBits(I96F32.ONE / 2n)
  RootClaimable.set(state, HOTKEY, [
    [7, half],
    [8, half],
  ])
  for (const netuid of [SEVEN, EIGHT]) RootClaimableThreshold.set(state, netuid, I96F32.fromInteger(10n))
  return chain
}

const claim = (...subnets: readonly number[]) => callOf(SubtensorModuleCalls.claim_root, { subnets })
const setType = (new_root_claim_type: ClaimType) =>
  callOf(SubtensorModuleCalls.set_root_claim_type, { new_root_claim_type })
const keepOn = (...subnets: readonly number[]): ClaimType => ({ type: "KeepSubnets", value: { subnets } })

describe("claim_root", () => {
  it("claims what is owed of the named subnets and of no others", () => {
    const chain = chainWithClaims()
    expect(resultOf(chain, SIGNED, claim(7))).toBe("ok")
    expect(stakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, SEVEN)).toBe(500n)
    expect(stakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, EIGHT)).toBe(0n)
    expect(RootClaimed.get(chain.state, SEVEN, HOTKEY, COLDKEY)).toBe(500n)
    expect(eventNames(chain).slice(-1)).toEqual(["SubtensorModule.RootClaimed"])
  })

  it("gives nothing the second time", () => {
    const chain = chainWithClaims()
    resultOf(chain, SIGNED, claim(7, 8))
    expect(resultOf(chain, SIGNED, claim(7, 8))).toBe("ok")
    expect(stakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, SEVEN)).toBe(500n)
  })

  it("counts whoever calls among those that stake on root, once", () => {
    const chain = chainWithClaims()
    resultOf(chain, signedBy(OWNER), claim(7))
    resultOf(chain, signedBy(OWNER), claim(7))
    expect(StakingColdkeys.get(chain.state, OWNER)).toBe(0n)
    expect(NumStakingColdkeys.get(chain.state)).toBe(1n)
  })

  it("wants one to five subnets, each of which counts once", () => {
    const chain = chainWithClaims()
    expect(resultOf(chain, ROOT_ORIGIN, claim())).toBe("BadOrigin")
    expect(resultOf(chain, SIGNED, claim())).toBe("SubtensorModule.InvalidSubnetNumber")
    expect(resultOf(chain, SIGNED, claim(1, 2, 3, 4, 5, 6))).toBe("SubtensorModule.InvalidSubnetNumber")
    expect(NumStakingColdkeys.get(chain.state)).toBe(0n)
    expect(resultOf(chain, SIGNED, claim(1, 2, 3, 4, 5, 5, 5))).toBe("ok")
  })
})

describe("set_root_claim_type", () => {
  it("stores the type, its subnets in order and once each", () => {
    const chain = chainWithClaims()
    expect(resultOf(chain, SIGNED, setType(keepOn(300, 7, 8, 7)))).toBe("ok")
    expect(RootClaimType.get(chain.state, COLDKEY)).toEqual(keepOn(7, 8, 300))
    expect(StakingColdkeys.get(chain.state, COLDKEY)).toBe(0n)
    expect(eventNames(chain)).toEqual(["SubtensorModule.RootClaimTypeSet"])
    expect(resultOf(chain, SIGNED, setType({ type: "Swap", value: undefined }))).toBe("ok")
    expect(RootClaimType.get(chain.state, COLDKEY).type).toBe("Swap")
  })

  it("refuses to keep on no subnet", () => {
    expect(resultOf(chainWithClaims(), ROOT_ORIGIN, setType(keepOn()))).toBe("BadOrigin")
    expect(resultOf(chainWithClaims(), SIGNED, setType(keepOn()))).toBe("SubtensorModule.InvalidSubnetNumber")
  })
})

describe("the setters of root claims", () => {
  const setCount = (new_value: bigint) => callOf(SubtensorModuleCalls.sudo_set_num_root_claims, { new_value })
  const setThreshold = (new_value: bigint) =>
    callOf(SubtensorModuleCalls.sudo_set_root_claim_threshold, { netuid: SEVEN, new_value })

  it("let root alone say for how many coldkeys a block claims, up to 50", () => {
    const chain = chainWithClaims()
    expect(resultOf(chain, SIGNED, setCount(51n))).toBe("BadOrigin")
    expect(resultOf(chain, ROOT_ORIGIN, setCount(51n))).toBe("SubtensorModule.InvalidNumRootClaim")
    expect(resultOf(chain, ROOT_ORIGIN, setCount(50n))).toBe("ok")
    expect(NumRootClaim.get(chain.state)).toBe(50n)
    expect(chain.events).toEqual([])
  })

  it("let root and the subnet's owner set its threshold, up to 10,000,000 alpha rao", () => {
    const chain = chainWithClaims()
    SubnetOwner.set(chain.state, SEVEN, OWNER)
    expect(resultOf(chain, SIGNED, setThreshold(10_000_001n))).toBe("BadOrigin")
    for (const origin of [ROOT_ORIGIN, signedBy(OWNER)]) {
      expect(resultOf(chain, origin, setThreshold(10_000_001n))).toBe("SubtensorModule.InvalidRootClaimThreshold")
      expect(resultOf(chain, origin, setThreshold(10_000_000n))).toBe("ok")
    }
    expect(RootClaimableThreshold.get(chain.state, SEVEN)).toBe(10_000_000n * I96F32.ONE)
    expect(chain.events).toEqual([])
  })
})
