import { describe, expect, it } from "vitest"
import { resolveCredit } from "./balancesCredit.js"
import { accountOf, blankChain, eventNames } from "./blankChain.js"
import { BalancesCalls, SystemCalls } from "./calls.js"
import type { Chain } from "./chain.js"
import { dispatch } from "./dispatch.js"
import { ROOT_ORIGIN, signedBy } from "./origin.js"
import { taoBalance } from "./primitives.js"
import { TotalIssuance } from "./storage/balances.js"
import { Account } from "./storage/system.js"
import { stateCalls } from "./systemCalls.js"

const ALICE = accountOf(1)

function setBalance(chain: Chain, amount: bigint, origin = ROOT_ORIGIN): void {
  const values = { who: { type: "Id", value: ALICE }, new_free: amount }
  dispatch(chain, origin, { declaration: BalancesCalls.force_set_balance, arguments: values })
}

describe("Balances.force_set_balance", () => {
  it("issues what the account gets and rescinds what it loses", () => {
    const chain = blankChain(stateCalls)
    setBalance(chain, 2_000n)
    expect(TotalIssuance.get(chain.state)).toBe(2_000n)
    setBalance(chain, 1_500n)
    expect(TotalIssuance.get(chain.state)).toBe(1_500n)
    setBalance(chain, 1_500n)
    expect(eventNames(chain)).toEqual([
      "System.NewAccount",
      "Balances.Endowed",
      "Balances.Issued",
      "Balances.BalanceSet",
      "Balances.Rescinded",
      "Balances.BalanceSet",
      "Balances.BalanceSet",
    ])
  })

  it("below the existential deposit wipes the account out", () => {
    const chain = blankChain(stateCalls)
    setBalance(chain, 500n)
    setBalance(chain, 499n)
    expect(Account.has(chain.state, ALICE)).toBe(false)
    expect(TotalIssuance.get(chain.state)).toBe(0n)
    expect(eventNames(chain).slice(-3)).toEqual(["System.KilledAccount", "Balances.Rescinded", "Balances.BalanceSet"])
  })

  it("of a dead account to nothing endows it with nothing", () => {
    const chain = blankChain(stateCalls)
    setBalance(chain, 0n)
    expect(eventNames(chain)).toEqual(["Balances.Endowed", "Balances.BalanceSet"])
    expect(Account.has(chain.state, ALICE)).toBe(false)
  })

  it("is refused while something consumes the account that it would wipe out, and leaves no trace", () => {
    const chain = blankChain(stateCalls)
    setBalance(chain, 2_000n)
    Account.mutate(chain.state, ALICE, (account) => ({ ...account, consumers: 1 }))
    chain.takeEvents()
    expect(() => setBalance(chain, 0n)).toThrow("ConsumerRemaining")
    expect(Account.get(chain.state, ALICE).data.free).toBe(2_000n)
    expect(chain.events).toEqual([])
  })

  it("is root's alone, before the address is looked up", () => {
    const chain = blankChain(stateCalls)
    const elsewhere = {
      declaration: BalancesCalls.force_set_balance,
      arguments: { who: { type: "Index" }, new_free: 0n },
    }
    expect(() => dispatch(chain, signedBy(ALICE), elsewhere)).toThrow("BadOrigin")
    expect(() => dispatch(chain, ROOT_ORIGIN, elsewhere)).toThrow("CannotLookup")
  })
})

describe("System.set_storage", () => {
  const key = "0xc2261276cc9d1f8598ea4b6a74b15c2f57c875e4cff74148e4628f264b974c80"
  const call = { declaration: SystemCalls.set_storage, arguments: { items: [[key, "0xe803000000000000"]] } }

  it("writes raw values, which the rules read as if they had written them", () => {
    const chain = blankChain(stateCalls)
    dispatch(chain, ROOT_ORIGIN, call)
    expect(TotalIssuance.get(chain.state)).toBe(1_000n)
    expect(resolveCredit(chain, ALICE, { amount: taoBalance(1_000n) })).toBe(true)
  })

  it("is root's alone", () => {
    const chain = blankChain(stateCalls)
    expect(() => dispatch(chain, signedBy(ALICE), call)).toThrow("BadOrigin")
    expect(TotalIssuance.get(chain.state)).toBe(0n)
  })
})
