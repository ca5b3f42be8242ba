import { describe, expect, it } from "vitest"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import { Chain } from "../state/chain.js"
import { dispatch } from "../state/dispatch.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import {
  Delegates,
  MaxDelegateTake,
  MinDelegateTake,
  Owner,
  TxDelegateTakeRateLimit,
} from "../state/storage/subtensorModule.js"
import { stakingCalls } from "./calls.js"
import { decreaseTake, delegateTakeGuards, increaseTake } from "./delegateTake.js"

const [COLDKEY, STRANGER, HOTKEY] = [accountOf(1), accountOf(2), accountOf(3)]
const DEFAULT_TAKE = 11_796

/** A chain that guards takes, where COLDKEY owns HOTKEY, which is no delegate yet; takes go from 100 to 18%. */
function chainWithHotkey(): Chain {
  const blank = blankChain(stakingCalls)
  const { state } = blank
  const chain = new Chain({ ...blank.fork, guards: delegateTakeGuards }, state, { ...blank.block, number: 1_000n })
  Owner.set(state, HOTKEY, COLDKEY)
  MinDelegateTake.set(state, 100)
  TxDelegateTakeRateLimit.set(state, 300n)
  return chain
}

function change(name: "increase_take" | "decrease_take", chain: Chain, take: number, signer = COLDKEY): void {
  const declaration = SubtensorModuleCalls[name]
  dispatch(chain, signedBy(signer), { declaration, arguments: { hotkey: HOTKEY, take } })
}

const increase = (chain: Chain, take: number, signer = COLDKEY) => change("increase_take", chain, take, signer)
const decrease = (chain: Chain, take: number, signer = COLDKEY) => change("decrease_take", chain, take, signer)

const takeOf = ({ state }: Chain) => Delegates.get(state, HOTKEY)
const inBlock = (chain: Chain, number: bigint) => new Chain(chain.fork, chain.state, { ...chain.block, number })

describe("a take", () => {
  it("is lowered and raised again, but never to what it is", () => {
    const chain = chainWithHotkey()
    decrease(chain, 5_000)
    expect(takeOf(chain)).toBe(5_000)
    expect(() => decrease(chain, 5_000)).toThrow("SubtensorModule.DelegateTakeTooLow")
    const later = inBlock(chain, 1_301n)
    expect(() => increase(later, 5_000)).toThrow("SubtensorModule.DelegateTakeTooLow")
    increase(later, 5_001)
    expect(takeOf(later)).toBe(5_001)
    expect([...eventNames(chain), ...eventNames(later)]).toEqual([
      "SubtensorModule.TakeDecreased",
      "SubtensorModule.TakeIncreased",
    ])
  })

  it("that was never written may be lowered by raising it and raised by lowering it", () => {
    const lower = chainWithHotkey()
    increase(lower, 100)
    expect(takeOf(lower)).toBe(100)
    const higher = chainWithHotkey()
    MaxDelegateTake.set(higher.state, 20_000)
    decrease(higher, DEFAULT_TAKE + 1)
    expect(takeOf(higher)).toBe(DEFAULT_TAKE + 1)
  })

  it("waits to be raised for more blocks than the limit, after either change; lowering never waits", () => {
    const chain = chainWithHotkey()
    decrease(chain, 5_000)
    decrease(chain, 4_000)
    expect(() => increase(inBlock(chain, 1_300n), 6_000)).toThrow("SubtensorModule.DelegateTxRateLimitExceeded")
    increase(inBlock(chain, 1_301n), 6_000)
    expect(() => increase(inBlock(chain, 1_601n), 7_000)).toThrow("SubtensorModule.DelegateTxRateLimitExceeded")
    decrease(inBlock(chain, 1_601n), 3_000)
  })

  it("does not wait for a limit of zero, nor after a change in block 0", () => {
    const unlimited = chainWithHotkey()
    TxDelegateTakeRateLimit.set(unlimited.state, 0n)
    increase(unlimited, 200)
    increase(unlimited, 300)
    const first = inBlock(chainWithHotkey(), 0n)
    increase(first, 200)
    increase(inBlock(first, 1n), 300)
    expect(takeOf(first)).toBe(300)
  })

  it("is out of bounds before anybody asks whose hotkey it is", () => {
    const chain = chainWithHotkey()
    Owner.remove(chain.state, HOTKEY)
    for (const set of [increase, decrease]) {
      expect(() => set(chain, 99, STRANGER)).toThrow("SubtensorModule.DelegateTakeTooLow")
      expect(() => set(chain, DEFAULT_TAKE + 1, STRANGER)).toThrow("SubtensorModule.DelegateTakeTooHigh")
      expect(() => set(chain, 100, STRANGER)).toThrow("SubtensorModule.HotKeyAccountNotExists")
    }
    Owner.set(chain.state, HOTKEY, COLDKEY)
    for (const set of [increase, decrease]) {
      expect(() => set(chain, 100, STRANGER)).toThrow("SubtensorModule.NonAssociatedColdKey")
    }
  })

  it("is within bounds by the rules themselves too, which ask last", () => {
    const chain = chainWithHotkey()
    const asked = { coldkey: COLDKEY, hotkey: HOTKEY }
    expect(() => increaseTake(chain, { ...asked, take: DEFAULT_TAKE + 1 })).toThrow("DelegateTakeTooHigh")
    expect(() => decreaseTake(chain, { ...asked, take: 99 })).toThrow("DelegateTakeTooLow")
  })

  it("is no matter of the chain's authority", () => {
    const declaration = SubtensorModuleCalls.increase_take
    const call = { declaration, arguments: { hotkey: HOTKEY, take: 100 } }
    expect(() => dispatch(chainWithHotkey(), ROOT_ORIGIN, call)).toThrow("BadOrigin")
  })
})
