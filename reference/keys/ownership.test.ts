import { describe, expect, test } from "vitest"
import { accountOf, blankChain } from "../state/blankChain.js"
import { netUid } from "../state/primitives.js"
import { refuse } from "../state/refusal.js"
import { OwnedHotkeys, StakingHotkeys } from "../state/storage/subtensorModule.js"
import { accountOfNetuid } from "../subnets/subnetAccount.js"
import {
  coldkeyOwnsHotkey,
  createAccountIfNonExistent,
  hotkeyAccountExists,
  owningColdkeyForHotkey,
  setHotkeyOwner,
} from "./ownership.js"

const [ALICE, BOB, HOTKEY, NOBODY] = [accountOf(1), accountOf(2), accountOf(3), accountOf(0)]

describe("a hotkey", () => {
  test("without an account reads as owned by 32 zero bytes, but nobody owns it", () => {
    const chain = blankChain()
    expect(hotkeyAccountExists(chain, HOTKEY)).toBe(false)
    expect(owningColdkeyForHotkey(chain, HOTKEY)).toBe(NOBODY)
    expect(coldkeyOwnsHotkey(chain, NOBODY, HOTKEY)).toBe(false)
  })

  test("gets an account once, with the coldkey that comes first", () => {
    const chain = blankChain()
    createAccountIfNonExistent(chain, ALICE, HOTKEY)
    createAccountIfNonExistent(chain, BOB, HOTKEY)
    expect(coldkeyOwnsHotkey(chain, ALICE, HOTKEY)).toBe(true)
    expect(OwnedHotkeys.get(chain.state, ALICE)).toEqual([HOTKEY])
    expect(StakingHotkeys.get(chain.state, ALICE)).toEqual([HOTKEY])
    expect(OwnedHotkeys.get(chain.state, BOB)).toEqual([])
  })

  test("is listed once", () => {
    const chain = blankChain()
    StakingHotkeys.set(chain.state, ALICE, [BOB, HOTKEY])
    createAccountIfNonExistent(chain, ALICE, HOTKEY)
    expect(StakingHotkeys.get(chain.state, ALICE)).toEqual([BOB, HOTKEY])
  })

  test("can be handed over, which no list tells", () => {
    const chain = blankChain()
    createAccountIfNonExistent(chain, ALICE, HOTKEY)
    setHotkeyOwner(chain, BOB, HOTKEY)
    expect(coldkeyOwnsHotkey(chain, BOB, HOTKEY)).toBe(true)
    expect(OwnedHotkeys.get(chain.state, ALICE)).toEqual([HOTKEY])
  })

  test("is never a subnet's account, whether or not the subnet exists", () => {
    const chain = blankChain()
    const refusal = refuse("SubtensorModule.CannotUseSystemAccount")
    expect(() => createAccountIfNonExistent(chain, ALICE, accountOfNetuid(netUid(7)))).toThrow(refusal)
    expect(() => setHotkeyOwner(chain, ALICE, accountOfNetuid(netUid(7)))).toThrow(refusal)
  })
})
