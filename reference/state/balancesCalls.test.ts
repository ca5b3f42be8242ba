import { describe, expect, it } from "vitest"
import { accountOf, eventNames } from "./blankChain.js"
import type { RuntimeCall } from "./call.js"
import { BalancesCalls } from "./calls.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "./origin.js"
import { InactiveIssuance, TotalIssuance } from "./storage/balances.js"
import { TotalIssuance as EmittedIssuance } from "./storage/subtensorModule.js"
import { Account } from "./storage/system.js"
import { addressOf, callOf, freeOf, fundedChain, resultOf, transferTo } from "./testing/fundedChain.js"

const [ALICE, BOB] = [accountOf(1), accountOf(2)]
const SIGNED = signedBy(ALICE)
const nowhere = { type: "Raw", value: "0x00" } as const
const keepAlive = (value: bigint) => callOf(BalancesCalls.transfer_keep_alive, { dest: addressOf(BOB), value })
const all = (keep_alive: boolean) => callOf(BalancesCalls.transfer_all, { dest: addressOf(BOB), keep_alive })
const burn = (value: bigint, keep_alive: boolean) => callOf(BalancesCalls.burn, { value, keep_alive })
const force = (value: bigint) =>
  callOf(BalancesCalls.force_transfer, { source: addressOf(ALICE), dest: addressOf(BOB), value })
const unreserve = (amount: bigint) => callOf(BalancesCalls.force_unreserve, { who: addressOf(ALICE), amount })
const upgrade = callOf(BalancesCalls.upgrade_accounts, { who: [ALICE] })
const adjust = (direction: "Increase" | "Decrease", delta: bigint) =>
  callOf(BalancesCalls.force_adjust_total_issuance, { direction, delta })

const richAlice = () => fundedChain(10_000n, ALICE)

describe("who may call what", () => {
  const cases: readonly (readonly [name: string, call: RuntimeCall, right: Origin, wrong: Origin])[] = [
    ["transfer_allow_death", transferTo(BOB, 500n), SIGNED, ROOT_ORIGIN],
    ["transfer_keep_alive", keepAlive(500n), SIGNED, ROOT_ORIGIN],
    ["transfer_all", all(true), SIGNED, ROOT_ORIGIN],
    ["burn", burn(500n, true), SIGNED, ROOT_ORIGIN],
    ["upgrade_accounts", upgrade, SIGNED, ROOT_ORIGIN],
    ["force_transfer", force(500n), ROOT_ORIGIN, SIGNED],
    ["force_unreserve", unreserve(500n), ROOT_ORIGIN, SIGNED],
    ["force_adjust_total_issuance", adjust("Increase", 1n), ROOT_ORIGIN, SIGNED],
  ]

  it.each(cases)("%s", (_name, call, right, wrong) => {
    expect(resultOf(richAlice(), right, call)).toBe("ok")
    expect(resultOf(richAlice(), wrong, call)).toBe("BadOrigin")
  })

  it("accounts are found by nothing but themselves, after the origin was checked", () => {
    const elsewhere = [
      callOf(BalancesCalls.transfer_allow_death, { dest: nowhere, value: 20_000n }),
      callOf(BalancesCalls.transfer_keep_alive, { dest: nowhere, value: 20_000n }),
      callOf(BalancesCalls.transfer_all, { dest: nowhere, keep_alive: true }),
    ]
    for (const call of elsewhere) {
      expect(resultOf(richAlice(), SIGNED, call)).toBe("CannotLookup")
      expect(resultOf(richAlice(), ROOT_ORIGIN, call)).toBe("BadOrigin")
    }
    const forced = { source: nowhere, dest: addressOf(BOB), value: 500n }
    expect(resultOf(richAlice(), ROOT_ORIGIN, callOf(BalancesCalls.force_transfer, forced))).toBe("CannotLookup")
    const unreserved = { who: nowhere, amount: 1n }
    expect(resultOf(richAlice(), ROOT_ORIGIN, callOf(BalancesCalls.force_unreserve, unreserved))).toBe("CannotLookup")
  })
})

describe("a transfer", () => {
  it("may reap its source, whose dust is lost", () => {
    const chain = richAlice()
    expect(resultOf(chain, SIGNED, transferTo(BOB, 9_600n))).toBe("ok")
    expect(Account.has(chain.state, ALICE)).toBe(false)
    expect(TotalIssuance.get(chain.state)).toBe(9_600n)
    expect(eventNames(chain)).toEqual([
      "System.KilledAccount",
      "Balances.DustLost",
      "System.NewAccount",
      "Balances.Endowed",
      "Balances.Transfer",
    ])
  })

  it("that keeps its source alive leaves it the existential deposit", () => {
    expect(resultOf(richAlice(), SIGNED, keepAlive(9_501n))).toBe("Token.NotExpendable")
    expect(resultOf(richAlice(), SIGNED, keepAlive(9_500n))).toBe("ok")
  })

  it("tells what is missing at the source before what is wrong at the destination", () => {
    expect(resultOf(richAlice(), SIGNED, transferTo(BOB, 499n))).toBe("Token.BelowMinimum")
    expect(resultOf(fundedChain(10_000n, accountOf(5)), SIGNED, transferTo(BOB, 499n))).toBe("Token.FundsUnavailable")
    expect(resultOf(richAlice(), SIGNED, transferTo(BOB, 10_001n))).toBe("Arithmetic.Underflow")
  })

  it("of all takes the account's life, or leaves it the existential deposit", () => {
    const dying = richAlice()
    expect(resultOf(dying, SIGNED, all(false))).toBe("ok")
    expect(freeOf(dying, BOB)).toBe(10_000n)
    const living = richAlice()
    expect(resultOf(living, SIGNED, all(true))).toBe("ok")
    expect(freeOf(living, ALICE)).toBe(500n)
    expect(resultOf(living, SIGNED, all(true))).toBe("ok")
    expect(freeOf(living, BOB)).toBe(9_500n)
  })

  it("by force is paid by any account", () => {
    const chain = richAlice()
    expect(resultOf(chain, ROOT_ORIGIN, force(10_000n))).toBe("ok")
    expect(freeOf(chain, BOB)).toBe(10_000n)
  })
})

describe("Balances.burn", () => {
  it("takes the amount out of the currency's issuance, and out of that alone", () => {
    const chain = richAlice()
    const emitted = EmittedIssuance.get(chain.state)
    expect(resultOf(chain, SIGNED, burn(1_000n, true))).toBe("ok")
    expect(freeOf(chain, ALICE)).toBe(9_000n)
    expect(TotalIssuance.get(chain.state)).toBe(9_000n)
    expect(EmittedIssuance.get(chain.state)).toBe(emitted)
    expect(eventNames(chain)).toEqual(["Balances.Burned"])
  })

  it("is refused for more than can leave", () => {
    expect(resultOf(richAlice(), SIGNED, burn(9_501n, true))).toBe("Token.FundsUnavailable")
    expect(resultOf(richAlice(), SIGNED, burn(10_000n, false))).toBe("ok")
    expect(resultOf(richAlice(), SIGNED, burn(10_001n, false))).toBe("Token.FundsUnavailable")
  })

  it("is refused for more than is issued", () => {
    const chain = richAlice()
    expect(resultOf(chain, ROOT_ORIGIN, adjust("Decrease", 9_000n))).toBe("ok")
    expect(resultOf(chain, SIGNED, burn(1_001n, false))).toBe("Arithmetic.Overflow")
    expect(resultOf(chain, SIGNED, burn(1_000n, false))).toBe("ok")
  })
})

describe("Balances.force_unreserve", () => {
  it("frees what is reserved and no more", () => {
    const chain = richAlice()
    Account.mutate(chain.state, ALICE, (account) => ({
      ...account,
      consumers: 1,
      data: { ...account.data, reserved: 300n },
    }))
    expect(resultOf(chain, ROOT_ORIGIN, unreserve(1_000n))).toBe("ok")
    expect(Account.get(chain.state, ALICE)).toMatchObject({ consumers: 0, data: { free: 10_300n, reserved: 0n } })
  })
})

describe("Balances.force_adjust_total_issuance", () => {
  it("moves the issuance, within u64", () => {
    const chain = richAlice()
    expect(resultOf(chain, ROOT_ORIGIN, adjust("Increase", 5n))).toBe("ok")
    expect(TotalIssuance.get(chain.state)).toBe(10_005n)
    expect(resultOf(chain, ROOT_ORIGIN, adjust("Decrease", 20_000n))).toBe("ok")
    expect(TotalIssuance.get(chain.state)).toBe(0n)
    expect(resultOf(chain, ROOT_ORIGIN, adjust("Increase", 2n ** 64n - 1n))).toBe("ok")
    expect(resultOf(chain, ROOT_ORIGIN, adjust("Increase", 1n))).toBe("ok")
    expect(TotalIssuance.get(chain.state)).toBe(2n ** 64n - 1n)
  })

  it("is refused for nothing, and below what is out of use", () => {
    const chain = richAlice()
    expect(resultOf(chain, ROOT_ORIGIN, adjust("Increase", 0n))).toBe("Balances.DeltaZero")
    InactiveIssuance.set(chain.state, 9_000n)
    expect(resultOf(chain, ROOT_ORIGIN, adjust("Decrease", 1_001n))).toBe("Balances.IssuanceDeactivated")
    expect(resultOf(chain, ROOT_ORIGIN, adjust("Decrease", 1_000n))).toBe("ok")
  })
})
