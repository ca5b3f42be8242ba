import { beforeEach, describe, expect, it } from "vitest"
import { addProvider } from "./accounts.js"
import { reserve, unreserve } from "./balancesReserve.js"
import { accountOf, eventNames } from "./blankChain.js"
import type { Chain } from "./chain.js"
import { taoBalance } from "./primitives.js"
import { Account } from "./storage/system.js"
import { fundedChain } from "./testing/fundedChain.js"

const WHO = accountOf(0x11)
const account = () => Account.get(chain.state, WHO)

let chain: Chain
beforeEach(() => {
  chain = fundedChain(10_000n, WHO)
})

describe("reserving", () => {
  it("keeps rao in the account where nothing moves them, and the account needed", () => {
    reserve(chain, WHO, taoBalance(4_000n))
    expect(account().data).toMatchObject({ free: 6_000n, reserved: 4_000n })
    expect(account().consumers).toBe(1)
    expect(eventNames(chain)).toEqual(["Balances.Reserved"])
  })

  it("of nothing does nothing", () => {
    reserve(chain, WHO, taoBalance(0n))
    expect(eventNames(chain)).toEqual([])
  })

  it("takes what is free and not frozen", () => {
    Account.mutate(chain.state, WHO, (before) => ({ ...before, data: { ...before.data, frozen: 9_000n } }))
    expect(() => reserve(chain, WHO, taoBalance(10_001n))).toThrow("Balances.InsufficientBalance")
    expect(() => reserve(chain, WHO, taoBalance(1_001n))).toThrow("Balances.LiquidityRestrictions")
    reserve(chain, WHO, taoBalance(1_000n))
  })

  it("does not fit where too much is reserved", () => {
    Account.mutate(chain.state, WHO, (before) => ({ ...before, data: { ...before.data, reserved: 2n ** 64n - 1n } }))
    expect(() => reserve(chain, WHO, taoBalance(1n))).toThrow("Arithmetic.Overflow")
  })

  it("may leave less than an account needs only where another reason keeps it alive", () => {
    expect(() => reserve(chain, WHO, taoBalance(9_501n))).toThrow("ConsumerRemaining")
    chain = fundedChain(10_000n, WHO)
    addProvider(chain, WHO)
    reserve(chain, WHO, taoBalance(10_000n))
    expect(account().data).toMatchObject({ free: 0n, reserved: 10_000n })
  })
})

describe("freeing what is reserved", () => {
  it("gives back at most what there is", () => {
    reserve(chain, WHO, taoBalance(4_000n))
    unreserve(chain, WHO, taoBalance(1_000n))
    expect(account().data).toMatchObject({ free: 7_000n, reserved: 3_000n })
    unreserve(chain, WHO, taoBalance(9_000n))
    expect(account().data).toMatchObject({ free: 10_000n, reserved: 0n })
    expect(account().consumers).toBe(0)
  })

  it("of nothing, and in an account that holds nothing, does nothing", () => {
    unreserve(chain, WHO, taoBalance(0n))
    unreserve(chain, accountOf(0x99), taoBalance(5n))
    expect(eventNames(chain)).toEqual([])
  })
})
