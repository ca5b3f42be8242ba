import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import { CrowdloanCalls, SystemCalls, UtilityCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { accountId } from "../state/primitives.js"
import { Contributions, Crowdloans, MaxContributions, NextCrowdloanId } from "../state/storage/crowdloan.js"
import { PreimageFor } from "../state/storage/preimage.js"
import { Account } from "../state/storage/system.js"
import { callOf, freeOf } from "../state/testing/fundedChain.js"
import { atBlock } from "../subnets/testing/smallSubnet.js"
import { fundsAccount } from "./crowdloans.js"
import {
  ALICE,
  BOB,
  CREATOR,
  contribute,
  create,
  crowdloanChain,
  NOW,
  result,
  SOONEST_END,
  TAO,
  TARGET,
} from "./testing/crowdloanChain.js"

let chain: Chain
beforeEach(() => {
  chain = crowdloanChain()
})

const id = { crowdloan_id: 0 }
const FUNDS = fundsAccount(0)
const crowdloan = () => Crowdloans.get(chain.state, 0)
const withdraw = (who = ALICE) => result(chain, who, CrowdloanCalls.withdraw, id)
const finalize = (who = CREATOR) => result(chain, who, CrowdloanCalls.finalize, id)
const refund = (who = CREATOR) => result(chain, who, CrowdloanCalls.refund, id)
const dissolve = (who = CREATOR) => result(chain, who, CrowdloanCalls.dissolve, id)

describe("the account with a crowdloan's funds", () => {
  it("is modl, bt/cloan, the number with its low byte first, and zeros", () => {
    expect(fundsAccount(0x0102)).toBe(accountId(`0x6d6f646c62742f636c6f616e0201${"00".repeat(18)}`))
  })
})

describe("starting a crowdloan", () => {
  it("puts the creator's deposit aside as the first contribution", () => {
    expect(create(chain)).toBe("ok")
    expect(freeOf(chain, FUNDS)).toBe(10n * TAO)
    expect(crowdloan()).toMatchObject({ raised: 10n * TAO, contributors_count: 1, finalized: false })
    expect(Contributions.get(chain.state, 0, CREATOR)).toBe(10n * TAO)
    expect(Account.get(chain.state, FUNDS).providers).toBe(2)
    expect(NextCrowdloanId.get(chain.state)).toBe(1)
    expect(eventNames(chain).at(-1)).toBe("Crowdloan.Created")
  })

  it("asks for a deposit, a cap above it, a least contribution, one purpose, and an end", () => {
    const call = callOf(SystemCalls.remark, { remark: "0x" })
    expect(create(chain, { deposit: 10n * TAO - 1n, cap: 0n })).toBe("Crowdloan.DepositTooLow")
    expect(create(chain, { cap: 10n * TAO, min_contribution: 0n })).toBe("Crowdloan.CapTooLow")
    const tooSmall = { min_contribution: TAO / 10n - 1n }
    expect(create(chain, { ...tooSmall })).toBe("Crowdloan.MinimumContributionTooLow")
    const create2 = (call2: typeof call | undefined, target_address: typeof TARGET | undefined, end = 0) =>
      result(chain, CREATOR, CrowdloanCalls.create, {
        deposit: 10n * TAO,
        min_contribution: TAO,
        cap: 100n * TAO,
        end,
        call: call2,
        target_address,
      })
    expect(create2(call, TARGET)).toBe("Crowdloan.InvalidFinalizationConfig")
    expect(create2(undefined, undefined)).toBe("Crowdloan.InvalidFinalizationConfig")
    expect(create2(call, undefined, Number(NOW))).toBe("Crowdloan.CannotEndInPast")
    expect(create(chain, { end: SOONEST_END - 1 })).toBe("Crowdloan.BlockDurationTooShort")
    expect(create(chain, { end: 433_001 })).toBe("Crowdloan.BlockDurationTooLong")
    expect(create(chain, { end: 433_000, deposit: 1_001n * TAO, cap: 2_000n * TAO })).toBe(
      "Crowdloan.InsufficientBalance",
    )
    NextCrowdloanId.set(chain.state, 2 ** 32 - 1)
    expect(create(chain)).toBe("Crowdloan.Overflow")
  })
})

describe("contributing", () => {
  beforeEach(() => {
    create(chain)
  })

  it("adds up, and counts a contributor once", () => {
    expect(contribute(chain, ALICE, 5n * TAO)).toBe("ok")
    expect(contribute(chain, ALICE, 6n * TAO)).toBe("ok")
    expect(Contributions.get(chain.state, 0, ALICE)).toBe(11n * TAO)
    expect(crowdloan()).toMatchObject({ raised: 21n * TAO, contributors_count: 2 })
  })

  it("takes no more than the cap leaves, though it be less than the least contribution", () => {
    contribute(chain, ALICE, 89n * TAO + TAO / 2n)
    expect(contribute(chain, BOB, TAO)).toBe("ok")
    expect(Contributions.get(chain.state, 0, BOB)).toBe(TAO / 2n)
    expect(contribute(chain, BOB, TAO)).toBe("Crowdloan.CapRaised")
  })

  it("takes no more of one contributor than the most", () => {
    MaxContributions.set(chain.state, 0, 20n * TAO)
    contribute(chain, ALICE, 15n * TAO)
    expect(contribute(chain, ALICE, 15n * TAO)).toBe("ok")
    expect(Contributions.get(chain.state, 0, ALICE)).toBe(20n * TAO)
    expect(contribute(chain, ALICE, TAO)).toBe("Crowdloan.MaxContributionReached")
  })

  it("is refused too late, too little, to the 501st, and to who has too little", () => {
    expect(result(chain, ALICE, CrowdloanCalls.contribute, { crowdloan_id: 9, amount: TAO })).toBe(
      "Crowdloan.InvalidCrowdloanId",
    )
    expect(contribute(chain, ALICE, TAO - 1n)).toBe("Crowdloan.ContributionTooLow")
    expect(contribute(chain, accountOf(0x77), TAO)).toBe("Crowdloan.InsufficientBalance")
    const full = crowdloan()
    if (full) Crowdloans.set(chain.state, 0, { ...full, contributors_count: 500 })
    expect(contribute(chain, ALICE, TAO)).toBe("Crowdloan.MaxContributorsReached")
    chain = atBlock(chain, BigInt(SOONEST_END))
    expect(contribute(chain, ALICE, 0n)).toBe("Crowdloan.ContributionPeriodEnded")
  })
})

describe("withdrawing", () => {
  beforeEach(() => {
    create(chain)
    contribute(chain, ALICE, 5n * TAO)
  })

  it("gives a contributor everything back", () => {
    expect(withdraw()).toBe("ok")
    expect(freeOf(chain, ALICE)).toBe(1_000n * TAO)
    expect(crowdloan()).toMatchObject({ raised: 10n * TAO, contributors_count: 1 })
    expect(withdraw()).toBe("Crowdloan.NoContribution")
  })

  it("leaves the creator's deposit", () => {
    expect(withdraw(CREATOR)).toBe("Crowdloan.DepositCannotBeWithdrawn")
    contribute(chain, CREATOR, 3n * TAO)
    expect(withdraw(CREATOR)).toBe("ok")
    expect(Contributions.get(chain.state, 0, CREATOR)).toBe(10n * TAO)
    expect(crowdloan()).toMatchObject({ raised: 15n * TAO, contributors_count: 2 })
  })
})

describe("finalizing", () => {
  it("sends what was raised to the target, once all is raised, on the creator's word", () => {
    create(chain)
    expect(finalize(ALICE)).toBe("Crowdloan.InvalidOrigin")
    expect(finalize()).toBe("Crowdloan.CapNotRaised")
    contribute(chain, ALICE, 90n * TAO)
    expect(finalize()).toBe("ok")
    expect(freeOf(chain, TARGET)).toBe(100n * TAO)
    expect(finalize()).toBe("Crowdloan.AlreadyFinalized")
    expect(withdraw()).toBe("Crowdloan.AlreadyFinalized")
    expect(refund()).toBe("Crowdloan.AlreadyFinalized")
  })

  it("dispatches the call as the creator's, and is refused as the call is", () => {
    const call = callOf(CrowdloanCalls.withdraw, { crowdloan_id: 5 })
    create(chain, { call, target_address: undefined, cap: 11n * TAO })
    contribute(chain, ALICE, TAO)
    expect(finalize()).toBe("Crowdloan.InvalidCrowdloanId")
    expect(crowdloan()?.finalized).toBe(false)
  })

  it("needs the call's bytes, where they are many", () => {
    const remarks = Array.from({ length: 5 }, () => callOf(SystemCalls.remark, { remark: `0x${"00".repeat(40)}` }))
    const call = callOf(UtilityCalls.batch, { calls: remarks })
    create(chain, { call, target_address: undefined, cap: 11n * TAO })
    expect(PreimageFor.entries(chain.state)).toHaveLength(1)
    contribute(chain, ALICE, TAO)
    PreimageFor.clear(chain.state)
    expect(finalize()).toBe("Crowdloan.CallUnavailable")
  })

  it("needs one purpose", () => {
    create(chain, { cap: 11n * TAO })
    contribute(chain, ALICE, TAO)
    const full = crowdloan()
    if (full) Crowdloans.set(chain.state, 0, { ...full, target_address: undefined })
    expect(finalize()).toBe("Crowdloan.InvalidFinalizationConfig")
  })
})

describe("refunding", () => {
  beforeEach(() => {
    create(chain)
    contribute(chain, ALICE, 5n * TAO)
    contribute(chain, BOB, 6n * TAO)
  })

  it("gives everybody back what they put in, but the creator", () => {
    expect(refund(ALICE)).toBe("Crowdloan.InvalidOrigin")
    expect(refund()).toBe("ok")
    expect([ALICE, BOB].map((who) => freeOf(chain, who))).toEqual([1_000n * TAO, 1_000n * TAO])
    expect(crowdloan()).toMatchObject({ raised: 10n * TAO, contributors_count: 1 })
    expect(eventNames(chain).at(-1)).toBe("Crowdloan.AllRefunded")
  })

  it("reaches fifty contributors at once, in the order of their accounts", () => {
    const many = Array.from({ length: 49 }, (_, place) => accountOf(place + 1))
    for (const who of many) Contributions.set(chain.state, 0, who, 1_000_000n)
    const full = crowdloan()
    if (full) Crowdloans.set(chain.state, 0, { ...full, contributors_count: 52 })
    expect(refund()).toBe("ok")
    expect(eventNames(chain).at(-1)).toBe("Crowdloan.PartiallyRefunded")
    expect(Contributions.entriesUnder(chain.state, 0).map(([who]) => who)).toEqual([BOB, CREATOR])
    expect(refund()).toBe("ok")
    expect(eventNames(chain).at(-1)).toBe("Crowdloan.AllRefunded")
  })
})

describe("dissolving", () => {
  it("gives the deposit back and leaves nothing, once nobody else contributes", () => {
    const remarks = Array.from({ length: 5 }, () => callOf(SystemCalls.remark, { remark: `0x${"00".repeat(40)}` }))
    create(chain, { call: callOf(UtilityCalls.batch, { calls: remarks }), target_address: undefined })
    contribute(chain, ALICE, 5n * TAO)
    expect(dissolve()).toBe("Crowdloan.NotReadyToDissolve")
    withdraw()
    expect(dissolve(ALICE)).toBe("Crowdloan.InvalidOrigin")
    expect(dissolve()).toBe("ok")
    expect(freeOf(chain, CREATOR)).toBe(1_000n * TAO)
    expect(Account.has(chain.state, FUNDS)).toBe(false)
    expect(crowdloan()).toBeUndefined()
    expect(Contributions.entries(chain.state)).toEqual([])
    expect(PreimageFor.entries(chain.state)).toEqual([])
  })

  it("is refused where the creator's contribution is gone", () => {
    create(chain)
    Contributions.remove(chain.state, 0, CREATOR)
    expect(dissolve()).toBe("Crowdloan.NoContribution")
  })
})

describe("changing a crowdloan", () => {
  beforeEach(() => {
    create(chain)
    contribute(chain, ALICE, 20n * TAO)
  })
  const setLeast = (new_min_contribution: bigint) =>
    result(chain, CREATOR, CrowdloanCalls.update_min_contribution, { ...id, new_min_contribution })
  const setMost = (new_max_contribution: bigint | undefined) =>
    result(chain, CREATOR, CrowdloanCalls.set_max_contribution, { ...id, new_max_contribution })

  it("moves the cap, down to what was raised", () => {
    const setCap = (new_cap: bigint) => result(chain, CREATOR, CrowdloanCalls.update_cap, { ...id, new_cap })
    expect(setCap(30n * TAO - 1n)).toBe("Crowdloan.CapTooLow")
    expect(setCap(30n * TAO)).toBe("ok")
    expect(finalize()).toBe("ok")
  })

  it("moves the end to a valid one, counted from now", () => {
    const setEnd = (new_end: number) => result(chain, CREATOR, CrowdloanCalls.update_end, { ...id, new_end })
    expect(setEnd(SOONEST_END - 1)).toBe("Crowdloan.BlockDurationTooShort")
    expect(setEnd(SOONEST_END + 1)).toBe("ok")
    expect(crowdloan()?.end).toBe(SOONEST_END + 1)
  })

  it("keeps the least contribution at or below the most, and the most above what the creator put in", () => {
    expect(setLeast(TAO / 10n - 1n)).toBe("Crowdloan.MinimumContributionTooLow")
    expect(setMost(10n * TAO - 1n)).toBe("Crowdloan.MaximumContributionTooLow")
    expect(setMost(10n * TAO)).toBe("ok")
    expect(setLeast(10n * TAO + 1n)).toBe("Crowdloan.MinimumContributionTooHigh")
    expect(setLeast(10n * TAO)).toBe("ok")
    expect(setMost(undefined)).toBe("ok")
    expect(MaxContributions.has(chain.state, 0)).toBe(false)
    expect(setLeast(11n * TAO)).toBe("ok")
    expect(setMost(10n * TAO)).toBe("Crowdloan.MaximumContributionTooLow")
  })

  it("is the creator's alone, of a crowdloan that is there", () => {
    const values = { ...id, new_cap: TAO }
    expect(result(chain, ALICE, CrowdloanCalls.update_cap, values)).toBe("Crowdloan.InvalidOrigin")
    expect(result(chain, CREATOR, CrowdloanCalls.update_cap, { ...values, crowdloan_id: 3 })).toBe(
      "Crowdloan.InvalidCrowdloanId",
    )
  })
})
