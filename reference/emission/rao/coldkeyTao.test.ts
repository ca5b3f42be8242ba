import { describe, expect, test } from "vitest"
import { accountOf, blankRaoChain, eventNames } from "../../state/blankChain.js"
import { taoBalance } from "../../state/primitives.js"
import { attempt } from "../../state/refusal.js"
import { TotalIssuance } from "../../state/storage/balances.js"
import { coldkeyBalance } from "../tao.js"
import { addBalanceToColdkey, removeBalanceFromColdkey, takeAllFromColdkey } from "./coldkeyTao.js"

const COLDKEY = accountOf(1)

function chainWith(rao: bigint) {
  const chain = blankRaoChain()
  addBalanceToColdkey(chain, COLDKEY, taoBalance(rao))
  return chain
}

describe("TAO that is added to a coldkey's account", () => {
  test("is issued, and makes the account where there was none", () => {
    const chain = chainWith(500n)
    expect(coldkeyBalance(chain, COLDKEY)).toBe(500n)
    expect(TotalIssuance.get(chain.state)).toBe(500n)
    expect(eventNames(chain)).toEqual(["System.NewAccount", "Balances.Endowed", "Balances.Deposit"])
  })

  test("is lost where the account would stay below the existential deposit, though an event comes", () => {
    const chain = chainWith(499n)
    expect(coldkeyBalance(chain, COLDKEY)).toBe(0n)
    expect(TotalIssuance.get(chain.state)).toBe(0n)
    expect(eventNames(chain)).toEqual(["Balances.Deposit"])
  })

  test("stops at the largest u64", () => {
    const chain = chainWith(2n ** 64n - 10n)
    addBalanceToColdkey(chain, COLDKEY, taoBalance(20n))
    expect(coldkeyBalance(chain, COLDKEY)).toBe(2n ** 64n - 1n)
    addBalanceToColdkey(chain, COLDKEY, taoBalance(20n))
    expect(TotalIssuance.get(chain.state)).toBe(2n ** 64n - 1n)
  })
})

describe("TAO that is taken out of a coldkey's account", () => {
  test("leaves issuance, and as much in the account as keeps it alive", () => {
    const chain = chainWith(10_000n)
    expect(removeBalanceFromColdkey(chain, COLDKEY, taoBalance(4_000n))).toBe(4_000n)
    expect(removeBalanceFromColdkey(chain, COLDKEY, taoBalance(6_000n))).toBe(5_500n)
    expect(TotalIssuance.get(chain.state)).toBe(500n)
  })

  test("is refused where nothing can leave, unless nothing was to", () => {
    const chain = chainWith(500n)
    expect(removeBalanceFromColdkey(chain, COLDKEY, taoBalance(0n))).toBe(0n)
    const refused = attempt(() => removeBalanceFromColdkey(chain, COLDKEY, taoBalance(1n)))
    expect(refused).toEqual({ ok: false, error: "SubtensorModule.ZeroBalanceAfterWithdrawn" })
  })

  test("may be all of it where the account is to end", () => {
    const chain = chainWith(10_000n)
    expect(takeAllFromColdkey(chain, COLDKEY, taoBalance(0n))).toBe(0n)
    const tooMuch = attempt(() => takeAllFromColdkey(chain, COLDKEY, taoBalance(10_001n)))
    expect(tooMuch).toEqual({ ok: false, error: "SubtensorModule.BalanceWithdrawalError" })
    expect(takeAllFromColdkey(chain, COLDKEY, taoBalance(10_000n))).toBe(10_000n)
    expect(TotalIssuance.get(chain.state)).toBe(0n)
    expect(eventNames(chain).at(-1)).toBe("Balances.Withdraw")
  })
})
