import { describe, expect, test } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { accountOf, blankChain } from "../state/blankChain.js"
import { Chain } from "../state/chain.js"
import { alphaBalance, netUid } from "../state/primitives.js"
import { refuse } from "../state/refusal.js"
import {
  DecayingHotkeyLock,
  DecayingLock,
  HotkeyLock,
  Lock,
  LockingColdkeys,
} from "../state/storage/subtensorModule.js"
import { availableToUnstake, ensureAvailableToUnstake, totalColdkeyAlphaOnSubnet } from "./availability.js"
import { cleanupLockIfZero, currentLocked, forceReduceLock } from "./heldLock.js"

const SUBNET = netUid(1)
const [COLDKEY, HOTKEY, OTHER_HOTKEY] = [accountOf(1), accountOf(2), accountOf(3)]
const LOCKED = { locked_mass: alphaBalance(1_000_000n), conviction: U64F64.fromInteger(400_000n), last_update: 0n }

/** A chain at a block on which the coldkey has locked 1,000,000 alpha rao since block 0, alone on its hotkey. */
function chainAt(block: bigint, perpetual = false): Chain {
  const blank = blankChain()
  const chain = new Chain(blank.fork, blank.state, { ...blank.block, number: block })
  Lock.set(chain.state, COLDKEY, SUBNET, HOTKEY, LOCKED)
  LockingColdkeys.set(chain.state, SUBNET, HOTKEY, COLDKEY, undefined)
  const aggregate = perpetual ? HotkeyLock : DecayingHotkeyLock
  aggregate.set(chain.state, SUBNET, HOTKEY, LOCKED)
  if (perpetual) DecayingLock.set(chain.state, COLDKEY, SUBNET, false)
  return chain
}

describe("what a coldkey can unstake", () => {
  test("is its stake with all its hotkeys less what is locked now", () => {
    const chain = chainAt(0n)
    increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, SUBNET, alphaBalance(700_000n))
    increaseStakeForHotkeyAndColdkeyOnSubnet(chain, OTHER_HOTKEY, COLDKEY, SUBNET, alphaBalance(500_000n))
    expect(totalColdkeyAlphaOnSubnet(chain, COLDKEY, SUBNET)).toBe(1_200_000n)
    expect(availableToUnstake(chain, COLDKEY, SUBNET)).toBe(200_000n)
    ensureAvailableToUnstake(chain, COLDKEY, SUBNET, alphaBalance(200_000n))
    expect(() => ensureAvailableToUnstake(chain, COLDKEY, SUBNET, alphaBalance(200_001n))).toThrow(
      refuse("SubtensorModule.StakeUnavailable"),
    )
  })

  test("is nothing where less is staked than locked, and all where nothing is locked", () => {
    const chain = chainAt(0n)
    expect(availableToUnstake(chain, COLDKEY, SUBNET)).toBe(0n)
    expect(currentLocked(chain, OTHER_HOTKEY, SUBNET)).toBe(0n)
  })

  test("grows as a lock decays, and does not where it is perpetual", () => {
    expect(currentLocked(chainAt(934_866n), COLDKEY, SUBNET)).toBe(367_879n)
    expect(currentLocked(chainAt(934_866n, true), COLDKEY, SUBNET)).toBe(1_000_000n)
  })
})

describe("a lock that is brought up to date", () => {
  test("is written with its aggregate, which loses as much", () => {
    const chain = chainAt(934_866n)
    cleanupLockIfZero(chain, COLDKEY, SUBNET)
    const lock = Lock.get(chain.state, COLDKEY, SUBNET, HOTKEY)
    expect(lock?.last_update).toBe(934_866n)
    expect(lock?.locked_mass).toBe(367_879n)
    const aggregate = DecayingHotkeyLock.get(chain.state, SUBNET, HOTKEY)
    expect(aggregate?.locked_mass).toBe(367_879n)
    expect(aggregate?.last_update).toBe(934_866n)
    // The lock gained conviction, of which the aggregate, losing only, hears nothing.
    expect(lock?.conviction).toBeGreaterThan(LOCKED.conviction)
    expect(aggregate?.conviction).toBe(LOCKED.conviction)
  })

  test("rolls its aggregate by itself where it lost nothing", () => {
    const chain = chainAt(934_866n, true)
    cleanupLockIfZero(chain, COLDKEY, SUBNET)
    const lock = Lock.get(chain.state, COLDKEY, SUBNET, HOTKEY)
    expect(HotkeyLock.get(chain.state, SUBNET, HOTKEY)).toEqual(lock)
  })

  test("disappears once it counts as none", () => {
    const chain = chainAt(934_866n * 30n)
    cleanupLockIfZero(chain, COLDKEY, SUBNET)
    expect(Lock.has(chain.state, COLDKEY, SUBNET, HOTKEY)).toBe(false)
    expect(LockingColdkeys.has(chain.state, SUBNET, HOTKEY, COLDKEY)).toBe(false)
    expect(DecayingHotkeyLock.has(chain.state, SUBNET, HOTKEY)).toBe(false)
  })

  test("is nothing to do without a lock", () => {
    const chain = blankChain()
    const before = chain.state.mark()
    cleanupLockIfZero(chain, COLDKEY, SUBNET)
    expect(chain.state.changesSince(before).size).toBe(0)
  })
})

describe("a lock that is taken from", () => {
  test("loses the same part of its conviction, and its aggregate loses both", () => {
    const chain = chainAt(0n)
    forceReduceLock(chain, COLDKEY, SUBNET, alphaBalance(250_000n))
    const lock = Lock.get(chain.state, COLDKEY, SUBNET, HOTKEY)
    expect(lock).toEqual({ locked_mass: 750_000n, conviction: U64F64.fromInteger(300_000n), last_update: 0n })
    expect(DecayingHotkeyLock.get(chain.state, SUBNET, HOTKEY)).toEqual(lock)
  })

  test("is gone when all is taken or more", () => {
    const chain = chainAt(0n)
    forceReduceLock(chain, COLDKEY, SUBNET, alphaBalance(1_000_001n))
    expect(Lock.has(chain.state, COLDKEY, SUBNET, HOTKEY)).toBe(false)
    expect(DecayingHotkeyLock.has(chain.state, SUBNET, HOTKEY)).toBe(false)
  })
})
