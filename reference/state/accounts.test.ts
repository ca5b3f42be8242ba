import { describe, expect, it } from "vitest"
import { addConsumer, addProvider, canRemoveProvider, removeConsumer, removeProvider } from "./accounts.js"
import { accountOf, blankChain, eventNames } from "./blankChain.js"
import { Account } from "./storage/system.js"

const ALICE = accountOf(1)

describe("providers of an account", () => {
  it("bring the account to life once", () => {
    const chain = blankChain()
    addProvider(chain, ALICE)
    addProvider(chain, ALICE)
    expect(Account.get(chain.state, ALICE).providers).toBe(2)
    expect(eventNames(chain)).toEqual(["System.NewAccount"])
  })

  it("let the account die with the last of them", () => {
    const chain = blankChain()
    addProvider(chain, ALICE)
    addProvider(chain, ALICE)
    removeProvider(chain, ALICE)
    expect(Account.has(chain.state, ALICE)).toBe(true)
    removeProvider(chain, ALICE)
    expect(Account.has(chain.state, ALICE)).toBe(false)
    expect(eventNames(chain)).toEqual(["System.NewAccount", "System.KilledAccount"])
  })

  it("may not all go while something consumes the account", () => {
    const chain = blankChain()
    addProvider(chain, ALICE)
    addConsumer(chain, ALICE)
    expect(canRemoveProvider(chain, ALICE)).toBe(false)
    expect(() => removeProvider(chain, ALICE)).toThrow("ConsumerRemaining")
    addProvider(chain, ALICE)
    expect(canRemoveProvider(chain, ALICE)).toBe(true)
    removeProvider(chain, ALICE)
    removeConsumer(chain, ALICE)
    removeProvider(chain, ALICE)
    expect(Account.has(chain.state, ALICE)).toBe(false)
  })

  it("of a dead account take nothing with them", () => {
    const chain = blankChain()
    removeProvider(chain, ALICE)
    expect(Account.has(chain.state, ALICE)).toBe(false)
    expect(chain.events).toEqual([])
  })

  it("leave a self-sufficient account alive", () => {
    const chain = blankChain()
    addProvider(chain, ALICE)
    Account.mutate(chain.state, ALICE, (account) => ({ ...account, sufficients: 1 }))
    removeProvider(chain, ALICE)
    expect(Account.get(chain.state, ALICE)).toMatchObject({ providers: 0, sufficients: 1 })
    addProvider(chain, ALICE)
    expect(eventNames(chain)).toEqual(["System.NewAccount"])
  })

  it("count as one when there are none, so that an account poked into storage can die", () => {
    const chain = blankChain()
    Account.set(chain.state, ALICE, Account.get(chain.state, ALICE))
    removeProvider(chain, ALICE)
    expect(Account.has(chain.state, ALICE)).toBe(false)
  })
})

describe("consumers of an account", () => {
  it("need a provider", () => {
    expect(() => addConsumer(blankChain(), ALICE)).toThrow("NoProviders")
  })

  it("are sixteen at most", () => {
    const chain = blankChain()
    addProvider(chain, ALICE)
    for (let n = 0; n < 16; n++) addConsumer(chain, ALICE)
    expect(() => addConsumer(chain, ALICE)).toThrow("TooManyConsumers")
    expect(Account.get(chain.state, ALICE).consumers).toBe(16)
  })

  it("cannot be fewer than none", () => {
    const chain = blankChain()
    addProvider(chain, ALICE)
    removeConsumer(chain, ALICE)
    expect(Account.get(chain.state, ALICE).consumers).toBe(0)
  })
})
