import { describe, expect, it } from "vitest"
import { accountOf, eventNames } from "./blankChain.js"
import { derivativeAccountId } from "./callAs.js"
import { SubtensorModuleCalls, SystemCalls, UtilityCalls } from "./calls.js"
import { eventBytes } from "./event.js"
import { ROOT_ORIGIN, signedBy } from "./origin.js"
import { hash, netUid } from "./primitives.js"
import { EnteredUntil } from "./storage/safeMode.js"
import { ColdkeySwapAnnouncements } from "./storage/subtensorModule.js"
import { callOf, freeOf, fundedChain, resultOf, transferTo } from "./testing/fundedChain.js"

const [ALICE, BOB, CHARLIE] = [accountOf(1), accountOf(2), accountOf(3)]
const SIGNED = signedBy(ALICE)
const rootsAlone = callOf(SystemCalls.set_storage, { items: [] })
const asAlice = { type: "system", value: { type: "Signed", value: ALICE } } as const
const asNobody = { type: "system", value: { type: "None", value: undefined } } as const
const asAuthorized = { type: "system", value: { type: "Authorized", value: undefined } } as const
const asRoot = { type: "system", value: { type: "Root", value: undefined } } as const
const weight = { ref_time: 0n, proof_size: 0n }

describe("Utility.as_derivative", () => {
  it("calls as another account for each signer and each number", () => {
    const accounts = [ALICE, BOB].flatMap((who) => [0, 1, 256, 65_535].map((index) => derivativeAccountId(who, index)))
    expect(new Set(accounts).size).toBe(8)
  })

  it("spends what that account has, and not what the signer has", () => {
    const derivative = derivativeAccountId(ALICE, 3)
    const chain = fundedChain(10_000n, derivative, CHARLIE)
    const call = callOf(UtilityCalls.as_derivative, { index: 3, call: transferTo(BOB, 9_000n) })
    expect(resultOf(chain, SIGNED, call)).toBe("ok")
    expect(freeOf(chain, derivative)).toBe(1_000n)
    expect(resultOf(chain, signedBy(BOB), call)).toBe("Token.FundsUnavailable")
  })

  it("needs a signature, and hands filters on", () => {
    const chain = fundedChain(10_000n, ALICE)
    const inner = callOf(UtilityCalls.batch_all, { calls: [] })
    const call = callOf(UtilityCalls.as_derivative, { index: 0, call: inner })
    expect(resultOf(chain, ROOT_ORIGIN, call)).toBe("BadOrigin")
    expect(resultOf(chain, SIGNED, call)).toBe("ok")
    expect(resultOf(chain, SIGNED, callOf(UtilityCalls.batch_all, { calls: [call] }))).toBe("System.CallFiltered")
    expect(resultOf(chain, SIGNED, callOf(UtilityCalls.batch, { calls: [call] }))).toBe("ok")
  })
})

describe("Utility.dispatch_as", () => {
  const dispatchAs = (as_origin: typeof asAlice | typeof asNobody | typeof asAuthorized | typeof asRoot) =>
    callOf(UtilityCalls.dispatch_as, { as_origin, call: transferTo(BOB, 2_000n) })

  it("calls as any origin and tells what came of it", () => {
    const chain = fundedChain(10_000n, ALICE)
    expect(resultOf(chain, ROOT_ORIGIN, dispatchAs(asAlice))).toBe("ok")
    expect(freeOf(chain, BOB)).toBe(2_000n)
    expect(chain.takeEvents().slice(-1).map(eventBytes)).toEqual(["0x0b0500"])
    for (const origin of [asNobody, asAuthorized, asRoot]) {
      expect(resultOf(chain, ROOT_ORIGIN, dispatchAs(origin))).toBe("ok")
      expect(chain.takeEvents().map(eventBytes)).toEqual(["0x0b050102"])
    }
  })

  it("passes filters and guards by", () => {
    const chain = fundedChain(10_000n, ALICE)
    EnteredUntil.set(chain.state, 100)
    ColdkeySwapAnnouncements.set(chain.state, ALICE, [0, hash(`0x${"00".repeat(32)}`)])
    expect(resultOf(chain, ROOT_ORIGIN, dispatchAs(asAlice))).toBe("ok")
    expect(freeOf(chain, BOB)).toBe(2_000n)
  })

  it("is root's alone", () => {
    expect(resultOf(fundedChain(10_000n, ALICE), SIGNED, dispatchAs(asAlice))).toBe("BadOrigin")
  })
})

describe("Utility.dispatch_as_fallible", () => {
  const fallible = (rao: bigint) =>
    callOf(UtilityCalls.dispatch_as_fallible, { as_origin: asAlice, call: transferTo(BOB, rao) })

  it("is refused with what the inner call is refused with", () => {
    const chain = fundedChain(10_000n, ALICE, CHARLIE)
    expect(resultOf(chain, SIGNED, fallible(2_000n))).toBe("BadOrigin")
    expect(resultOf(chain, ROOT_ORIGIN, fallible(10_001n))).toBe("Token.FundsUnavailable")
    expect(chain.events).toEqual([])
    expect(resultOf(chain, ROOT_ORIGIN, fallible(2_000n))).toBe("ok")
    expect(eventNames(chain).slice(-1)).toEqual(["Utility.DispatchedAs"])
  })
})

describe("Utility.with_weight", () => {
  it("calls as root, and only for root", () => {
    const chain = fundedChain(10_000n, ALICE)
    const call = callOf(UtilityCalls.with_weight, { call: rootsAlone, weight })
    expect(resultOf(chain, SIGNED, call)).toBe("BadOrigin")
    expect(resultOf(chain, ROOT_ORIGIN, call)).toBe("ok")
    const signersAlone = callOf(SubtensorModuleCalls.start_call, { netuid: netUid(1) })
    expect(resultOf(chain, ROOT_ORIGIN, callOf(UtilityCalls.with_weight, { call: signersAlone, weight }))).not.toBe(
      "ok",
    )
  })
})
