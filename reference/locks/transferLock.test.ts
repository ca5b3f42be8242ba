import { describe, expect, it } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, netUid } from "../state/primitives.js"
import { AccountFlags, DecayingHotkeyLock, Lock, Owner } from "../state/storage/subtensorModule.js"
import { lockStake } from "./lockStake.js"
import { transferLock } from "./transferLock.js"

const SEVEN = netUid(7)
const [GIVER, TAKER, HOTKEY, OTHER] = [accountOf(1), accountOf(2), accountOf(3), accountOf(4)]

/** GIVER has 10,000 alpha rao with HOTKEY, 6,000 of them locked; TAKER accepts locked alpha. */
function chainWithLock(): Chain {
  const chain = blankChain()
  for (const hotkey of [HOTKEY, OTHER]) Owner.set(chain.state, hotkey, GIVER)
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, GIVER, SEVEN, alphaBalance(10_000n))
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, TAKER, SEVEN, alphaBalance(10_000n))
  lockStake(chain, GIVER, SEVEN, HOTKEY, alphaBalance(6_000n))
  AccountFlags.set(chain.state, TAKER, 1n)
  chain.takeEvents()
  return chain
}

const lockedOf = (chain: Chain, coldkey: typeof GIVER) => Lock.get(chain.state, coldkey, SEVEN, HOTKEY)?.locked_mass

describe("locking", () => {
  it("adds to what is locked and to the sum on the hotkey", () => {
    const chain = chainWithLock()
    lockStake(chain, GIVER, SEVEN, HOTKEY, alphaBalance(4_000n))
    expect(lockedOf(chain, GIVER)).toBe(10_000n)
    expect(DecayingHotkeyLock.get(chain.state, SEVEN, HOTKEY)?.locked_mass).toBe(10_000n)
    expect(eventNames(chain)).toEqual(["SubtensorModule.StakeLocked"])
  })

  it("is refused for nothing, for an unknown hotkey, for another hotkey, and beyond the stake", () => {
    const chain = chainWithLock()
    const lock = (hotkey: typeof HOTKEY, amount: bigint) => () =>
      lockStake(chain, GIVER, SEVEN, hotkey, alphaBalance(amount))
    expect(lock(HOTKEY, 0n)).toThrow("SubtensorModule.AmountTooLow")
    expect(lock(accountOf(99), 1n)).toThrow("SubtensorModule.HotKeyAccountNotExists")
    expect(lock(OTHER, 1n)).toThrow("SubtensorModule.LockHotkeyMismatch")
    expect(lock(HOTKEY, 4_001n)).toThrow("SubtensorModule.InsufficientStakeForLock")
  })
})

describe("a lock follows alpha to another coldkey", () => {
  it("only as far as more goes than is free", () => {
    const chain = chainWithLock()
    transferLock(chain, GIVER, TAKER, SEVEN, alphaBalance(4_000n))
    expect([lockedOf(chain, GIVER), lockedOf(chain, TAKER)]).toEqual([6_000n, undefined])
    transferLock(chain, GIVER, TAKER, SEVEN, alphaBalance(5_500n))
    expect([lockedOf(chain, GIVER), lockedOf(chain, TAKER)]).toEqual([4_500n, 1_500n])
    expect(DecayingHotkeyLock.get(chain.state, SEVEN, HOTKEY)?.locked_mass).toBe(6_000n)
  })

  it("with the same part of its conviction", () => {
    const chain = chainWithLock()
    Lock.mutate(chain.state, GIVER, SEVEN, HOTKEY, () => ({
      locked_mass: alphaBalance(6_000n),
      conviction: U64F64.fromInteger(600n),
      last_update: 1n,
    }))
    transferLock(chain, GIVER, TAKER, SEVEN, alphaBalance(7_000n))
    expect(Lock.get(chain.state, GIVER, SEVEN, HOTKEY)?.conviction).toBe(U64F64.fromInteger(300n))
    expect(Lock.get(chain.state, TAKER, SEVEN, HOTKEY)?.conviction).toBe(U64F64.fromInteger(300n))
  })

  it("not to one that has locked to another hotkey, if any of it would go", () => {
    const chain = chainWithLock()
    lockStake(chain, TAKER, SEVEN, OTHER, alphaBalance(200n))
    transferLock(chain, GIVER, TAKER, SEVEN, alphaBalance(4_000n))
    expect(() => transferLock(chain, GIVER, TAKER, SEVEN, alphaBalance(4_001n))).toThrow(
      "SubtensorModule.LockHotkeyMismatch",
    )
  })

  it("not to one that rejects locked alpha", () => {
    const chain = chainWithLock()
    AccountFlags.remove(chain.state, TAKER)
    transferLock(chain, GIVER, TAKER, SEVEN, alphaBalance(4_000n))
    expect(() => transferLock(chain, GIVER, TAKER, SEVEN, alphaBalance(4_001n))).toThrow(
      "SubtensorModule.AccountRejectsLockedAlpha",
    )
  })
})
