import { describe, expect, it } from "vitest"
import { laterBlock } from "../coinbase/testing/laterBlock.js"
import { U64F64 } from "../numbers/formats.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { dispatch } from "../state/dispatch.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { alphaBalance, netUid } from "../state/primitives.js"
import * as storage from "../state/storage/subtensorModule.js"
import { setRejectLockedAlpha } from "./acceptLockedAlpha.js"
import { locksCalls } from "./calls.js"
import { lockStake } from "./lockStake.js"
import { moveLock } from "./moveLock.js"
import { setPerpetualLock } from "./perpetualLock.js"

const SEVEN = netUid(7)
const [COLDKEY, OWNER] = [accountOf(1), accountOf(2)]
const [HOTKEY, SISTER, FOREIGN] = [accountOf(3), accountOf(4), accountOf(5)]
const LOCKED = 6_000_000n
const DAY = 7_200n

/** COLDKEY locked 6 million of its 10 million alpha rao to HOTKEY, whose owner has SISTER too, but not FOREIGN. */
function chainWithLock(): Chain {
  const chain = blankChain(locksCalls)
  for (const hotkey of [HOTKEY, SISTER]) storage.Owner.set(chain.state, hotkey, OWNER)
  storage.Owner.set(chain.state, FOREIGN, COLDKEY)
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, SEVEN, alphaBalance(10_000_000n))
  lockStake(chain, COLDKEY, SEVEN, HOTKEY, alphaBalance(LOCKED))
  return chain
}

const lockOn = ({ state }: Chain, hotkey: typeof HOTKEY) => storage.Lock.get(state, COLDKEY, SEVEN, hotkey)
const decayingOn = ({ state }: Chain, hotkey: typeof HOTKEY) => storage.DecayingHotkeyLock.get(state, SEVEN, hotkey)
const perpetualOn = ({ state }: Chain, hotkey: typeof HOTKEY) => storage.HotkeyLock.get(state, SEVEN, hotkey)

describe("locking more", () => {
  it("drops what is left of a sum once it counts as none, as on the chain", () => {
    const chain = chainWithLock()
    const spent = { locked_mass: alphaBalance(60n), conviction: U64F64.ZERO, last_update: chain.blockNumber }
    storage.DecayingHotkeyLock.set(chain.state, SEVEN, HOTKEY, spent)
    lockStake(chain, COLDKEY, SEVEN, HOTKEY, alphaBalance(1_000n))
    expect(decayingOn(chain, HOTKEY)?.locked_mass).toBe(1_000n)
    expect(lockOn(chain, HOTKEY)?.locked_mass).toBe(LOCKED + 1_000n)
  })
})

describe("moving a lock", () => {
  it("takes it and its conviction to another hotkey of the same owner, as of this block", () => {
    const chain = laterBlock(chainWithLock(), 1n + DAY)
    moveLock(chain, COLDKEY, SISTER, SEVEN)
    const moved = lockOn(chain, SISTER)
    expect(lockOn(chain, HOTKEY)).toBeUndefined()
    expect(moved?.locked_mass).toBeLessThan(LOCKED)
    expect(moved?.conviction).toBeGreaterThan(0n)
    expect(moved?.last_update).toBe(1n + DAY)
    expect(decayingOn(chain, HOTKEY)).toBeUndefined()
    expect(decayingOn(chain, SISTER)).toEqual(moved)
    expect(storage.LockingColdkeys.has(chain.state, SEVEN, HOTKEY, COLDKEY)).toBe(false)
    expect(storage.LockingColdkeys.has(chain.state, SEVEN, SISTER, COLDKEY)).toBe(true)
    expect(eventNames(chain)).toEqual(["SubtensorModule.LockMoved"])
  })

  it("begins conviction anew with a hotkey of another owner", () => {
    const chain = laterBlock(chainWithLock(), 1n + DAY)
    moveLock(chain, COLDKEY, FOREIGN, SEVEN)
    expect(lockOn(chain, FOREIGN)?.conviction).toBe(0n)
    expect(lockOn(chain, FOREIGN)?.locked_mass).toBeGreaterThan(0n)
  })

  it("gives all conviction at once on the hotkey of the subnet's owner", () => {
    const chain = laterBlock(chainWithLock(), 1n + DAY)
    storage.SubnetOwnerHotkey.set(chain.state, SEVEN, FOREIGN)
    moveLock(chain, COLDKEY, FOREIGN, SEVEN)
    const moved = lockOn(chain, FOREIGN)
    expect(moved?.conviction).toBe(U64F64.fromInteger(moved?.locked_mass ?? 0n))
    expect(storage.DecayingOwnerLock.get(chain.state, SEVEN)).toEqual(moved)
  })

  it("to the hotkey where it is rolls it forward and loses nothing", () => {
    const chain = laterBlock(chainWithLock(), 1n + DAY)
    moveLock(chain, COLDKEY, HOTKEY, SEVEN)
    expect(lockOn(chain, HOTKEY)?.conviction).toBeGreaterThan(0n)
    expect(decayingOn(chain, HOTKEY)).toEqual(lockOn(chain, HOTKEY))
  })

  it("lets a lock go that counts as none by now", () => {
    const chain = laterBlock(chainWithLock(), 1n + 100_000n * DAY)
    moveLock(chain, COLDKEY, SISTER, SEVEN)
    expect([HOTKEY, SISTER].map((hotkey) => lockOn(chain, hotkey))).toEqual([undefined, undefined])
    expect(eventNames(chain)).toEqual(["SubtensorModule.LockMoved"])
  })

  it("asks for the hotkey's account first and for a lock second", () => {
    const chain = blankChain()
    expect(() => moveLock(chain, COLDKEY, SISTER, SEVEN)).toThrow("SubtensorModule.HotKeyAccountNotExists")
    storage.Owner.set(chain.state, SISTER, OWNER)
    expect(() => moveLock(chain, COLDKEY, SISTER, SEVEN)).toThrow("SubtensorModule.NoExistingLock")
  })
})

describe("a perpetual lock", () => {
  it("does not decay, and gains conviction all the same", () => {
    const chain = chainWithLock()
    setPerpetualLock(chain, COLDKEY, SEVEN, true)
    const later = laterBlock(chain, 1n + 100n * DAY)
    setPerpetualLock(later, COLDKEY, SEVEN, true)
    expect(lockOn(later, HOTKEY)?.locked_mass).toBe(LOCKED)
    expect(lockOn(later, HOTKEY)?.conviction).toBeGreaterThan(U64F64.fromInteger(LOCKED / 4n))
  })

  it("goes from one sum to the other and back, rolled forward on the way", () => {
    const chain = chainWithLock()
    setPerpetualLock(chain, COLDKEY, SEVEN, true)
    expect(storage.DecayingLock.get(chain.state, COLDKEY, SEVEN)).toBe(false)
    expect(decayingOn(chain, HOTKEY)).toBeUndefined()
    expect(perpetualOn(chain, HOTKEY)).toEqual(lockOn(chain, HOTKEY))
    const later = laterBlock(chain, 1n + DAY)
    setPerpetualLock(later, COLDKEY, SEVEN, false)
    expect(storage.DecayingLock.has(later.state, COLDKEY, SEVEN)).toBe(false)
    expect(perpetualOn(later, HOTKEY)).toBeUndefined()
    expect(decayingOn(later, HOTKEY)).toEqual(lockOn(later, HOTKEY))
    expect(lockOn(later, HOTKEY)?.last_update).toBe(1n + DAY)
  })

  it("can be asked for before there is a lock, on any subnet; what is locked then does not decay", () => {
    const chain = blankChain()
    setPerpetualLock(chain, COLDKEY, SEVEN, true)
    setPerpetualLock(chain, COLDKEY, SEVEN, true)
    expect(eventNames(chain)).toEqual(Array(2).fill("SubtensorModule.PerpetualLockUpdated"))
    storage.Owner.set(chain.state, HOTKEY, OWNER)
    increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, SEVEN, alphaBalance(LOCKED))
    lockStake(chain, COLDKEY, SEVEN, HOTKEY, alphaBalance(LOCKED))
    expect(perpetualOn(chain, HOTKEY)?.locked_mass).toBe(LOCKED)
  })

  it("is in no sum once it has decayed to none", () => {
    const chain = laterBlock(chainWithLock(), 1n + 100_000n * DAY)
    setPerpetualLock(chain, COLDKEY, SEVEN, true)
    expect(lockOn(chain, HOTKEY)).toBeUndefined()
    expect([decayingOn(chain, HOTKEY), perpetualOn(chain, HOTKEY)]).toEqual([undefined, undefined])
  })
})

describe("rejecting locked alpha", () => {
  it("sets the first flag of an account and leaves the others", () => {
    const chain = blankChain()
    setRejectLockedAlpha(chain, COLDKEY, false)
    expect(storage.AccountFlags.get(chain.state, COLDKEY)).toBe(1n)
    setRejectLockedAlpha(chain, COLDKEY, true)
    expect(storage.AccountFlags.has(chain.state, COLDKEY)).toBe(false)
    storage.AccountFlags.set(chain.state, COLDKEY, 6n)
    setRejectLockedAlpha(chain, COLDKEY, false)
    expect(storage.AccountFlags.get(chain.state, COLDKEY)).toBe(7n)
    setRejectLockedAlpha(chain, COLDKEY, true)
    expect(storage.AccountFlags.get(chain.state, COLDKEY)).toBe(6n)
    expect(eventNames(chain)).toEqual(Array(4).fill("SubtensorModule.RejectLockedAlphaUpdated"))
  })
})

describe("the calls of locks", () => {
  it("act for the coldkey that signs", () => {
    const chain = chainWithLock()
    const sign = (call: Parameters<typeof dispatch>[2]) => dispatch(chain, signedBy(COLDKEY), call)
    const { lock_stake, move_lock, set_perpetual_lock, set_reject_locked_alpha } = SubtensorModuleCalls
    sign({ declaration: lock_stake, arguments: { hotkey: HOTKEY, netuid: SEVEN, amount: alphaBalance(1_000n) } })
    sign({ declaration: set_perpetual_lock, arguments: { netuid: SEVEN, enabled: true } })
    sign({ declaration: move_lock, arguments: { destination_hotkey: SISTER, netuid: SEVEN } })
    sign({ declaration: set_reject_locked_alpha, arguments: { enabled: false } })
    expect(lockOn(chain, SISTER)?.locked_mass).toBe(LOCKED + 1_000n)
    expect(perpetualOn(chain, SISTER)?.locked_mass).toBe(LOCKED + 1_000n)
    expect(storage.AccountFlags.get(chain.state, COLDKEY)).toBe(1n)
  })

  it("are refused to the chain's authority", () => {
    const chain = blankChain(locksCalls)
    const call = { declaration: SubtensorModuleCalls.set_reject_locked_alpha, arguments: { enabled: true } }
    expect(() => dispatch(chain, ROOT_ORIGIN, call)).toThrow("BadOrigin")
  })
})
