import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "./blankChain.js"
import { SafeModeCalls, SystemCalls } from "./calls.js"
import type { Chain } from "./chain.js"
import { ROOT_ORIGIN, signedBy } from "./origin.js"
import { exitSafeModeInTime } from "./safeMode.js"
import { EnteredUntil } from "./storage/safeMode.js"
import { callOf, fundedChain, resultOf, transferTo } from "./testing/fundedChain.js"

const [ALICE, BOB] = [accountOf(1), accountOf(2)]

let chain: Chain
let now: number
beforeEach(() => {
  chain = fundedChain(10_000n, ALICE)
  now = Number(chain.blockNumber)
})

const byRoot = (declaration: typeof SafeModeCalls.force_enter) => resultOf(chain, ROOT_ORIGIN, callOf(declaration, {}))
const byAlice = (declaration: typeof SafeModeCalls.force_enter) =>
  resultOf(chain, signedBy(ALICE), callOf(declaration, {}))

describe("safe mode", () => {
  it("is root's to enter for a day, to extend by half a day and to leave", () => {
    expect(byRoot(SafeModeCalls.force_extend)).toBe("SafeMode.Exited")
    expect(byRoot(SafeModeCalls.force_enter)).toBe("ok")
    expect(EnteredUntil.get(chain.state)).toBe(now + 7_200)
    expect(byRoot(SafeModeCalls.force_enter)).toBe("SafeMode.Entered")
    expect(byRoot(SafeModeCalls.force_extend)).toBe("ok")
    expect(EnteredUntil.get(chain.state)).toBe(now + 10_800)
    expect(byRoot(SafeModeCalls.force_exit)).toBe("ok")
    expect(byRoot(SafeModeCalls.force_exit)).toBe("SafeMode.Exited")
    expect(eventNames(chain)).toEqual(["SafeMode.Entered", "SafeMode.Extended", "SafeMode.Exited"])
  })

  it("is for nobody else, with no deposit named", () => {
    expect(byAlice(SafeModeCalls.force_enter)).toBe("BadOrigin")
    expect(byAlice(SafeModeCalls.enter)).toBe("SafeMode.NotConfigured")
    expect(byAlice(SafeModeCalls.extend)).toBe("SafeMode.Exited")
    byRoot(SafeModeCalls.force_enter)
    expect(byAlice(SafeModeCalls.enter)).toBe("SafeMode.Entered")
    expect(byAlice(SafeModeCalls.extend)).toBe("SafeMode.NotConfigured")
    const deposit = { account: ALICE, block: 1 }
    expect(resultOf(chain, signedBy(ALICE), callOf(SafeModeCalls.release_deposit, deposit))).toBe("SafeMode.NoDeposit")
    expect(resultOf(chain, ROOT_ORIGIN, callOf(SafeModeCalls.force_release_deposit, deposit))).toBe(
      "SafeMode.NoDeposit",
    )
    expect(resultOf(chain, ROOT_ORIGIN, callOf(SafeModeCalls.force_slash_deposit, deposit))).toBe("SafeMode.NoDeposit")
  })

  it("stops transfers, but neither root nor calls of System", () => {
    byRoot(SafeModeCalls.force_enter)
    expect(resultOf(chain, signedBy(ALICE), transferTo(BOB, 1_000n))).toBe("System.CallFiltered")
    expect(resultOf(chain, signedBy(ALICE), callOf(SystemCalls.set_storage, { items: [] }))).toBe("BadOrigin")
  })

  it("is over in the first block after its last", () => {
    EnteredUntil.set(chain.state, now)
    exitSafeModeInTime(chain)
    expect(EnteredUntil.get(chain.state)).toBe(now)
    EnteredUntil.set(chain.state, now - 1)
    exitSafeModeInTime(chain)
    expect(EnteredUntil.get(chain.state)).toBeUndefined()
    expect(eventNames(chain)).toEqual(["SafeMode.Exited"])
  })
})
