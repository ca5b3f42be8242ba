import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addConsumer } from "./accounts.js"
import { reducibleBalance, transfer, withdraw } from "./balances.js"
import { changeBalance, upgradeAccount } from "./balancesAccount.js"
import { dropCredit, issue, resolveCredit, splitCredit } from "./balancesCredit.js"
import { accountOf, blankChain, eventNames } from "./blankChain.js"
import type { Chain } from "./chain.js"
import { type AccountId, taoBalance } from "./primitives.js"
import { TotalIssuance } from "./storage/balances.js"
import { Account } from "./storage/system.js"

const ALICE = accountOf(1)
const BOB = accountOf(2)
const DEPOSIT = 500n
const U64_MAX = 2n ** 64n - 1n

function chainWith(balances: readonly (readonly [AccountId, bigint])[]): Chain {
  const chain = blankChain()
  for (const [who, amount] of balances) resolveCredit(chain, who, issue(chain, taoBalance(amount)))
  chain.takeEvents()
  return chain
}

function free(chain: Chain, who: AccountId): bigint {
  return Account.get(chain.state, who).data.free
}

function give(chain: Chain, who: AccountId, change: { reserved?: bigint; frozen?: bigint }): void {
  changeBalance(chain, who, (balance) => ({ ...balance, ...change }))
  chain.takeEvents()
}

describe("a transfer", () => {
  it("moves the amount and says so", () => {
    const chain = chainWith([
      [ALICE, 2_000n],
      [BOB, 1_000n],
    ])
    transfer(chain, ALICE, BOB, taoBalance(700n), "Preserve")
    expect([free(chain, ALICE), free(chain, BOB)]).toEqual([1_300n, 1_700n])
    expect(eventNames(chain)).toEqual(["Balances.Transfer"])
  })

  it("gives birth to the destination, which needs the existential deposit", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    expect(() => transfer(chain, ALICE, BOB, taoBalance(DEPOSIT - 1n), "Preserve")).toThrow("Token.BelowMinimum")
    transfer(chain, ALICE, BOB, taoBalance(DEPOSIT), "Preserve")
    expect(eventNames(chain)).toEqual(["System.NewAccount", "Balances.Endowed", "Balances.Transfer"])
    expect(Account.get(chain.state, BOB)).toMatchObject({ providers: 1, data: { free: DEPOSIT, flags: 1n << 127n } })
  })

  it("reaps an expendable source that keeps less than the existential deposit, and loses the dust", () => {
    const chain = chainWith([
      [ALICE, 2_000n],
      [BOB, 1_000n],
    ])
    transfer(chain, ALICE, BOB, taoBalance(1_501n), "Expendable")
    expect(Account.has(chain.state, ALICE)).toBe(false)
    expect(TotalIssuance.get(chain.state)).toBe(3_000n - 499n)
    expect(eventNames(chain)).toEqual(["System.KilledAccount", "Balances.DustLost", "Balances.Transfer"])
  })

  it("that takes all leaves no dust", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    transfer(chain, ALICE, BOB, taoBalance(2_000n), "Expendable")
    expect(TotalIssuance.get(chain.state)).toBe(2_000n)
    expect(eventNames(chain)).not.toContain("Balances.DustLost")
  })

  it("does not reap a source that is preserved", () => {
    const chain = chainWith([
      [ALICE, 2_000n],
      [BOB, 1_000n],
    ])
    expect(() => transfer(chain, ALICE, BOB, taoBalance(1_501n), "Preserve")).toThrow("Token.NotExpendable")
    transfer(chain, ALICE, BOB, taoBalance(1_500n), "Preserve")
    expect(free(chain, ALICE)).toBe(DEPOSIT)
  })

  it("is refused for the first of its reasons", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    expect(() => transfer(chain, ALICE, BOB, taoBalance(2_001n), "Expendable")).toThrow("Arithmetic.Underflow")
    TotalIssuance.set(chain.state, taoBalance(10_000n))
    expect(() => transfer(chain, ALICE, BOB, taoBalance(2_001n), "Expendable")).toThrow("Token.FundsUnavailable")
    give(chain, ALICE, { frozen: 1_000n })
    expect(() => transfer(chain, ALICE, BOB, taoBalance(1_001n), "Expendable")).toThrow("Token.Frozen")
  })

  it("may not overflow the destination", () => {
    const chain = chainWith([
      [ALICE, 2_000n],
      [BOB, 1_000n],
    ])
    Account.mutate(chain.state, BOB, (account) => ({ ...account, data: { ...account.data, free: U64_MAX } }))
    expect(() => transfer(chain, ALICE, BOB, taoBalance(1n), "Preserve")).toThrow("Arithmetic.Overflow")
    Account.mutate(chain.state, BOB, (account) => ({
      ...account,
      data: { ...account.data, free: 500n, reserved: U64_MAX },
    }))
    expect(() => transfer(chain, ALICE, BOB, taoBalance(1n), "Preserve")).toThrow("Arithmetic.Overflow")
  })

  it("to itself is checked and does nothing", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    expect(() => transfer(chain, ALICE, ALICE, taoBalance(1_501n), "Preserve")).toThrow("Token.NotExpendable")
    transfer(chain, ALICE, ALICE, taoBalance(1_000n), "Preserve")
    expect(free(chain, ALICE)).toBe(2_000n)
    expect(chain.events).toEqual([])
  })

  it("of nothing from a dead account endows it with nothing", () => {
    const chain = blankChain()
    transfer(chain, ALICE, BOB, taoBalance(0n), "Expendable")
    expect(Account.has(chain.state, ALICE)).toBe(false)
    expect(eventNames(chain)).toEqual(["Balances.Endowed", "Balances.Transfer"])
  })

  it("neither makes nor destroys TAO but for the dust", () => {
    const amount = fc.bigInt({ min: 0n, max: 3_000n })
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.constantFrom("Preserve" as const, "Expendable" as const),
        (a, b, moved, preservation) => {
          const chain = chainWith([
            [ALICE, DEPOSIT + a],
            [BOB, DEPOSIT + b],
          ])
          try {
            transfer(chain, ALICE, BOB, taoBalance(moved), preservation)
          } catch {
            expect(chain.events).toEqual([])
          }
          expect(free(chain, ALICE) + free(chain, BOB)).toBe(TotalIssuance.get(chain.state))
          expect(1_000n + a + b - TotalIssuance.get(chain.state)).toBeLessThan(DEPOSIT)
        },
      ),
    )
  })
})

describe("what can leave an account", () => {
  it("is everything, or all but the existential deposit if the account must live on", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    expect(reducibleBalance(chain, ALICE, "Expendable")).toBe(2_000n)
    expect(reducibleBalance(chain, ALICE, "Preserve")).toBe(1_500n)
    addConsumer(chain, ALICE)
    expect(reducibleBalance(chain, ALICE, "Expendable")).toBe(1_500n)
  })

  it("is nothing of an account that is not there", () => {
    expect(reducibleBalance(blankChain(), ALICE, "Preserve")).toBe(0n)
  })

  it("stops at what is frozen beyond the reserve, unless forced", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    give(chain, ALICE, { reserved: 300n, frozen: 1_200n })
    expect(reducibleBalance(chain, ALICE, "Expendable")).toBe(1_100n)
    expect(reducibleBalance(chain, ALICE, "Expendable", "Force")).toBe(1_500n)
    give(chain, ALICE, { frozen: 600n })
    expect(reducibleBalance(chain, ALICE, "Preserve")).toBe(1_500n)
  })
})

describe("a withdrawal", () => {
  it("leaves a credit, and is not issued any more once the credit is dropped", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    const credit = withdraw(chain, ALICE, taoBalance(700n), "Preserve", "Polite")
    expect(credit.amount).toBe(700n)
    expect(TotalIssuance.get(chain.state)).toBe(2_000n)
    dropCredit(chain, credit)
    expect(TotalIssuance.get(chain.state)).toBe(1_300n)
    expect(eventNames(chain)).toEqual(["Balances.Withdraw"])
  })

  it("is refused beyond what can leave", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    expect(() => withdraw(chain, ALICE, taoBalance(1_501n), "Preserve", "Polite")).toThrow("Token.FundsUnavailable")
  })
})

describe("a credit", () => {
  it("is issued as far as the issuance fits, with an event only if it is something", () => {
    const chain = blankChain()
    TotalIssuance.set(chain.state, taoBalance(U64_MAX - 3n))
    expect(issue(chain, taoBalance(10n)).amount).toBe(3n)
    expect(issue(chain, taoBalance(10n)).amount).toBe(0n)
    expect(eventNames(chain)).toEqual(["Balances.Issued"])
  })

  it("splits into a part and the rest", () => {
    const credit = { amount: taoBalance(10n) }
    expect(splitCredit(credit, taoBalance(4n)).map(({ amount }) => amount)).toEqual([4n, 6n])
    expect(splitCredit(credit, taoBalance(11n)).map(({ amount }) => amount)).toEqual([10n, 0n])
  })

  it("stays in hand when the account would be below the existential deposit or overflow", () => {
    const chain = blankChain()
    expect(resolveCredit(chain, ALICE, { amount: taoBalance(499n) })).toBe(false)
    expect(resolveCredit(chain, ALICE, { amount: taoBalance(500n) })).toBe(true)
    expect(resolveCredit(chain, ALICE, { amount: taoBalance(U64_MAX) })).toBe(false)
    expect(eventNames(chain)).toEqual(["System.NewAccount", "Balances.Endowed", "Balances.Deposit"])
  })

  it("of nothing is deposited with an event in an account that lives, and refused by one that does not", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    expect(resolveCredit(chain, BOB, { amount: taoBalance(0n) })).toBe(false)
    expect(resolveCredit(chain, ALICE, { amount: taoBalance(0n) })).toBe(true)
    expect(eventNames(chain)).toEqual(["Balances.Deposit"])
  })
})

describe("a reserve or a freeze", () => {
  it("consumes the account", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    give(chain, ALICE, { reserved: 100n })
    expect(Account.get(chain.state, ALICE).consumers).toBe(1)
    give(chain, ALICE, { frozen: 100n })
    expect(Account.get(chain.state, ALICE).consumers).toBe(1)
    give(chain, ALICE, { reserved: 0n, frozen: 0n })
    expect(Account.get(chain.state, ALICE).consumers).toBe(0)
  })

  it("keeps an account that has no free balance", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    give(chain, ALICE, { reserved: 100n })
    Account.mutate(chain.state, ALICE, (account) => ({ ...account, providers: 2 }))
    changeBalance(chain, ALICE, (balance) => ({ ...balance, free: 0n }))
    expect(Account.get(chain.state, ALICE)).toMatchObject({ providers: 1, data: { free: 0n, reserved: 100n } })
  })

  it("gets a consumer that a poked storage lacks", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    Account.mutate(chain.state, ALICE, (account) => ({ ...account, data: { ...account.data, reserved: 100n } }))
    changeBalance(chain, ALICE, (balance) => ({ ...balance, free: 3_000n }))
    expect(Account.get(chain.state, ALICE).consumers).toBe(1)
  })
})

describe("an account of the oldest kind", () => {
  function oldAccount(chain: Chain, data: { free: bigint; reserved: bigint; frozen: bigint }, providers: number): void {
    Account.set(chain.state, ALICE, { nonce: 7, consumers: 0, providers, sufficients: 0, data: { ...data, flags: 0n } })
  }

  it("is upgraded before its balance changes", () => {
    const chain = blankChain()
    oldAccount(chain, { free: 2_000n, reserved: 0n, frozen: 0n }, 1)
    changeBalance(chain, ALICE, (balance) => ({ ...balance, free: 3_000n }))
    expect(Account.get(chain.state, ALICE)).toMatchObject({ consumers: 0, data: { free: 3_000n, flags: 1n << 127n } })
    expect(eventNames(chain)).toEqual(["Balances.Upgraded"])
  })

  it("gets the consumer of its reserve", () => {
    const chain = blankChain()
    oldAccount(chain, { free: 2_000n, reserved: 100n, frozen: 0n }, 1)
    upgradeAccount(chain, ALICE)
    expect(Account.get(chain.state, ALICE)).toMatchObject({ nonce: 7, consumers: 1, data: { free: 2_000n } })
    upgradeAccount(chain, ALICE)
    expect(Account.get(chain.state, ALICE).consumers).toBe(1)
  })

  it.each([
    [10n, 500n],
    [700n, 700n],
  ])("with a reserve, %s rao and no provider gets one, and at least the existential deposit", (before, after) => {
    const chain = blankChain()
    oldAccount(chain, { free: before, reserved: 100n, frozen: 0n }, 0)
    upgradeAccount(chain, ALICE)
    expect(Account.get(chain.state, ALICE)).toMatchObject({ providers: 1, consumers: 1, data: { free: after } })
  })
})
