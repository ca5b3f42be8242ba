import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { accountOf, eventNames } from "./blankChain.js"
import type { RuntimeCall } from "./call.js"
import { SystemCalls, UtilityCalls } from "./calls.js"
import { eventBytes } from "./event.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "./origin.js"
import { EnteredUntil } from "./storage/safeMode.js"
import { callOf, freeOf, fundedChain, resultOf, transferTo } from "./testing/fundedChain.js"

const [ALICE, BOB, CHARLIE] = [accountOf(1), accountOf(2), accountOf(3)]
const SIGNED = signedBy(ALICE)
const RICHES = 1_000_000n

const fine = transferTo(BOB, 1_000n)
const tooMuch = transferTo(BOB, RICHES + 1n)
const rootsAlone = callOf(SystemCalls.set_storage, { items: [] })

const batch = (...calls: readonly RuntimeCall[]) => callOf(UtilityCalls.batch, { calls })
const batchAll = (...calls: readonly RuntimeCall[]) => callOf(UtilityCalls.batch_all, { calls })
const forceBatch = (...calls: readonly RuntimeCall[]) => callOf(UtilityCalls.force_batch, { calls })
const ifElse = (main: RuntimeCall, fallback: RuntimeCall) => callOf(UtilityCalls.if_else, { main, fallback })

const richAlice = () => fundedChain(RICHES, ALICE, CHARLIE)
const utilityEvents = (chain: ReturnType<typeof richAlice>) =>
  eventNames(chain).filter((name) => name.startsWith("Utility."))
const lastEvent = (chain: ReturnType<typeof richAlice>) => chain.events.slice(-1).map(eventBytes)

describe("Utility.batch", () => {
  it("keeps what came before the first refusal, tells its place and error, and tries nothing after it", () => {
    const chain = richAlice()
    expect(resultOf(chain, SIGNED, batch(fine, tooMuch, fine))).toBe("ok")
    expect(freeOf(chain, BOB)).toBe(1_000n)
    expect(utilityEvents(chain)).toEqual(["Utility.ItemCompleted", "Utility.BatchInterrupted"])
    expect(lastEvent(chain)).toEqual(["0x0b00010000000700"])
  })

  it("is completed by its last call, and by none at all", () => {
    const chain = richAlice()
    expect(resultOf(chain, SIGNED, batch(fine, fine))).toBe("ok")
    expect(resultOf(chain, SIGNED, batch())).toBe("ok")
    expect(utilityEvents(chain)).toEqual([
      "Utility.ItemCompleted",
      "Utility.ItemCompleted",
      "Utility.BatchCompleted",
      "Utility.BatchCompleted",
    ])
  })
})

describe("Utility.batch_all", () => {
  it("does all or nothing", () => {
    const chain = richAlice()
    expect(resultOf(chain, SIGNED, batchAll(fine, tooMuch))).toBe("Token.FundsUnavailable")
    expect(freeOf(chain, ALICE)).toBe(RICHES)
    expect(chain.events).toEqual([])
    expect(resultOf(chain, SIGNED, batchAll(fine, fine))).toBe("ok")
    expect(freeOf(chain, BOB)).toBe(2_000n)
  })

  it("lets no other batch_all pass below it, not even behind another call", () => {
    const behind = callOf(UtilityCalls.if_else, { main: batchAll(), fallback: tooMuch })
    expect(resultOf(richAlice(), SIGNED, batchAll(behind))).toBe("Token.FundsUnavailable")
    const chain = richAlice()
    expect(resultOf(chain, SIGNED, batchAll(ifElse(batchAll(), fine)))).toBe("ok")
    expect(utilityEvents(chain)).toContain("Utility.IfElseFallbackCalled")
    expect(resultOf(richAlice(), ROOT_ORIGIN, batchAll(ifElse(batchAll(), rootsAlone)))).toBe("ok")
  })
})

describe("Utility.force_batch", () => {
  it("carries everything out that is not refused", () => {
    const chain = richAlice()
    expect(resultOf(chain, SIGNED, forceBatch(tooMuch, fine, rootsAlone))).toBe("ok")
    expect(freeOf(chain, BOB)).toBe(1_000n)
    expect(utilityEvents(chain)).toEqual([
      "Utility.ItemFailed",
      "Utility.ItemCompleted",
      "Utility.ItemFailed",
      "Utility.BatchCompletedWithErrors",
    ])
  })

  it("moves exactly what its accepted transfers say, whatever else is in it", () => {
    const amounts = fc.array(fc.bigInt(500n, RICHES), { maxLength: 8 })
    fc.assert(
      fc.property(amounts, (rao) => {
        const chain = richAlice()
        resultOf(chain, SIGNED, forceBatch(...rao.map((amount) => transferTo(BOB, amount))))
        const accepted = rao.reduce(
          ({ left, moved }, amount) =>
            amount <= left ? { left: left - amount, moved: moved + amount } : { left, moved },
          { left: RICHES, moved: 0n },
        )
        // Less than the existential deposit is lost with the account.
        expect(freeOf(chain, ALICE)).toBe(accepted.left < 500n ? 0n : accepted.left)
        expect(freeOf(chain, BOB)).toBe(accepted.moved)
      }),
      { numRuns: 50 },
    )
  })
})

describe("Utility.if_else", () => {
  it("tries the fallback only if the main call is refused, and tells why it was", () => {
    const chain = richAlice()
    expect(resultOf(chain, SIGNED, ifElse(fine, tooMuch))).toBe("ok")
    expect(utilityEvents(chain)).toEqual(["Utility.IfElseMainSuccess"])
    expect(resultOf(chain, SIGNED, ifElse(tooMuch, fine))).toBe("ok")
    expect(lastEvent(chain)).toEqual(["0x0b070700"])
    expect(freeOf(chain, BOB)).toBe(2_000n)
  })

  it("is refused with the fallback's error when both are", () => {
    expect(resultOf(richAlice(), SIGNED, ifElse(tooMuch, rootsAlone))).toBe("BadOrigin")
    expect(resultOf(richAlice(), SIGNED, ifElse(rootsAlone, tooMuch))).toBe("Token.FundsUnavailable")
  })
})

describe("every batch", () => {
  const none: Origin = { kind: "none" }
  const kinds = { batch, batchAll, forceBatch }

  it.each(Object.entries(kinds))("%s wants an origin and at most 10,922 calls", (_name, make) => {
    const remark = callOf(SystemCalls.set_storage, { items: [] })
    const calls = Array.from({ length: 10_923 }, () => remark)
    expect(resultOf(richAlice(), none, make(...calls))).toBe("BadOrigin")
    expect(resultOf(richAlice(), ROOT_ORIGIN, make(...calls))).toBe("Utility.TooManyCalls")
    expect(resultOf(richAlice(), ROOT_ORIGIN, make(...calls.slice(1)))).toBe("ok")
  })

  it("if_else wants an origin too", () => {
    expect(resultOf(richAlice(), none, ifElse(fine, fine))).toBe("BadOrigin")
  })

  it.each(Object.entries(kinds))("%s may not stand directly in another batch, unless root calls", (_name, make) => {
    expect(resultOf(richAlice(), SIGNED, batch(make()))).toBe("System.CallFiltered")
    expect(resultOf(richAlice(), SIGNED, forceBatch(fine, make()))).toBe("System.CallFiltered")
    expect(resultOf(richAlice(), ROOT_ORIGIN, batch(make()))).toBe("ok")
    const chain = richAlice()
    expect(resultOf(chain, SIGNED, ifElse(batch(make()), fine))).toBe("ok")
    expect(utilityEvents(chain)).toEqual(["Utility.IfElseFallbackCalled"])
  })
})

describe("safe mode", () => {
  it("lets root and a few calls pass, and filters the rest", () => {
    const chain = richAlice()
    EnteredUntil.set(chain.state, 100)
    expect(resultOf(chain, SIGNED, fine)).toBe("System.CallFiltered")
    expect(resultOf(chain, SIGNED, batch(fine))).toBe("System.CallFiltered")
    expect(resultOf(chain, ROOT_ORIGIN, batch())).toBe("ok")
    expect(resultOf(chain, SIGNED, rootsAlone)).toBe("BadOrigin")
    EnteredUntil.remove(chain.state)
    expect(resultOf(chain, SIGNED, fine)).toBe("ok")
  })
})
