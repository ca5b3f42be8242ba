import { describe, expect, it } from "vitest"
import { laterBlock } from "../coinbase/testing/laterBlock.js"
import { U64F64 } from "../numbers/formats.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, netUid } from "../state/primitives.js"
import * as storage from "../state/storage/subtensorModule.js"
import { mostConvictedHotkey, totalConviction } from "./conviction.js"
import { changeSubnetOwnerIfNeeded } from "./subnetOwnership.js"

const SEVEN = netUid(7)
const YEAR = 2_629_800n
const [OLD_OWNER, NEW_OWNER] = [accountOf(1), accountOf(2)]
const [OLD_HOTKEY, KING] = [accountOf(3), accountOf(4)]

const lockOf = (mass: bigint, conviction: bigint, block: bigint) => ({
  locked_mass: alphaBalance(mass),
  conviction: U64F64.fromInteger(conviction),
  last_update: block,
})

/** A subnet that is a year old, with 10,000 alpha rao outside the pool and conviction of 1,000 in KING. */
function ripeChain(): Chain {
  const chain = laterBlock(blankChain(), YEAR)
  const { state } = chain
  storage.NetworkRegisteredAt.set(state, SEVEN, 0n)
  storage.SubnetAlphaOut.set(state, SEVEN, alphaBalance(10_000n))
  storage.SubnetOwner.set(state, SEVEN, OLD_OWNER)
  storage.SubnetOwnerHotkey.set(state, SEVEN, OLD_HOTKEY)
  storage.Owner.set(state, OLD_HOTKEY, OLD_OWNER)
  storage.Owner.set(state, KING, NEW_OWNER)
  storage.Uids.set(state, SEVEN, KING, 0)
  storage.HotkeyLock.set(state, SEVEN, KING, lockOf(2_000n, 1_000n, YEAR))
  return chain
}

describe("a subnet changes hands", () => {
  it("when it is a year old and conviction is a tenth of its alpha: to the hotkey with the most, and its owner", () => {
    const chain = ripeChain()
    changeSubnetOwnerIfNeeded(chain, SEVEN)
    expect(storage.SubnetOwner.get(chain.state, SEVEN)).toBe(NEW_OWNER)
    expect(storage.SubnetOwnerHotkey.get(chain.state, SEVEN)).toBe(KING)
    expect(eventNames(chain)).toEqual(["SubtensorModule.SubnetOwnerChanged"])
  })

  it("and the locks on either hotkey change their kind; on the owner's, conviction equals what is locked", () => {
    const chain = ripeChain()
    storage.DecayingOwnerLock.set(chain.state, SEVEN, lockOf(500n, 500n, YEAR))
    changeSubnetOwnerIfNeeded(chain, SEVEN)
    expect(storage.HotkeyLock.has(chain.state, SEVEN, KING)).toBe(false)
    expect(storage.OwnerLock.get(chain.state, SEVEN)).toEqual(lockOf(2_000n, 2_000n, YEAR))
    expect(storage.DecayingOwnerLock.has(chain.state, SEVEN)).toBe(false)
    expect(storage.DecayingHotkeyLock.get(chain.state, SEVEN, OLD_HOTKEY)).toEqual(lockOf(500n, 500n, YEAR))
  })

  it.each([
    ["a block too young", ({ state }: Chain) => storage.NetworkRegisteredAt.set(state, SEVEN, 1n)],
    ["without alpha outside the pool", ({ state }: Chain) => storage.SubnetAlphaOut.remove(state, SEVEN)],
    [
      "with too little conviction",
      ({ state }: Chain) => storage.SubnetAlphaOut.set(state, SEVEN, alphaBalance(10_001n)),
    ],
    ["without an owner of the hotkey", ({ state }: Chain) => storage.Owner.remove(state, KING)],
    ["with the owner's own hotkey ahead", ({ state }: Chain) => storage.Owner.set(state, KING, OLD_OWNER)],
    [
      "with no room to register the hotkey",
      ({ state }: Chain) => {
        storage.Uids.remove(state, SEVEN, KING)
        storage.MaxAllowedUids.set(state, SEVEN, 0)
      },
    ],
  ])("but not %s", (_, spoil) => {
    const chain = ripeChain()
    spoil(chain)
    changeSubnetOwnerIfNeeded(chain, SEVEN)
    expect(storage.SubnetOwner.get(chain.state, SEVEN)).toBe(OLD_OWNER)
    expect(storage.HotkeyLock.has(chain.state, SEVEN, KING)).toBe(true)
    expect(eventNames(chain)).toEqual([])
  })
})

describe("conviction on a subnet", () => {
  it("is added up over perpetual and decaying locks, of hotkeys and of the owner's", () => {
    const chain = ripeChain()
    storage.DecayingHotkeyLock.set(chain.state, SEVEN, KING, lockOf(300n, 200n, YEAR))
    storage.OwnerLock.set(chain.state, SEVEN, lockOf(700n, 0n, YEAR))
    expect(totalConviction(chain, SEVEN)).toBe(U64F64.fromInteger(1_900n))
    expect(mostConvictedHotkey(chain, SEVEN)).toBe(KING)
  })

  it("is as of this block: it grows with what is locked", () => {
    const chain = ripeChain()
    const later = laterBlock(chain, YEAR + 100_000n)
    expect(totalConviction(later, SEVEN)).toBeGreaterThan(totalConviction(chain, SEVEN))
  })

  it("that two hotkeys share alike counts for the one with the greater bytes", () => {
    const chain = ripeChain()
    storage.HotkeyLock.set(chain.state, SEVEN, accountOf(9), lockOf(2_000n, 1_000n, YEAR))
    expect(mostConvictedHotkey(chain, SEVEN)).toBe(accountOf(9))
  })

  it("is in nobody without locks", () => {
    expect(mostConvictedHotkey(blankChain(), SEVEN)).toBeUndefined()
    expect(totalConviction(blankChain(), SEVEN)).toBe(0n)
  })
})
