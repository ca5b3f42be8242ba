import { describe, expect, it } from "vitest"
import { accountOf, eventNames } from "./blankChain.js"
import { SudoCalls, SystemCalls, UtilityCalls } from "./calls.js"
import { eventBytes } from "./event.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "./origin.js"
import { hash } from "./primitives.js"
import { ColdkeySwapAnnouncements } from "./storage/subtensorModule.js"
import { Key } from "./storage/sudo.js"
import { addressOf, callOf, freeOf, fundedChain, resultOf, transferTo } from "./testing/fundedChain.js"

const [ALICE, BOB, CHARLIE] = [accountOf(1), accountOf(2), accountOf(3)]
const SUDO = signedBy(ALICE)
const NONE: Origin = { kind: "none" }
const rootsAlone = callOf(SystemCalls.set_storage, { items: [] })
const nowhere = { type: "Index", value: undefined } as const

/** Alice has the sudo key; she and Bob have 10,000 rao. */
function chainWithSudo() {
  const chain = fundedChain(10_000n, ALICE, BOB)
  Key.set(chain.state, ALICE)
  return chain
}

const sudo = callOf(SudoCalls.sudo, { call: rootsAlone })
const unchecked = callOf(SudoCalls.sudo_unchecked_weight, {
  call: rootsAlone,
  weight: { ref_time: 1n, proof_size: 1n },
})
const sudoAs = (rao: bigint) => callOf(SudoCalls.sudo_as, { who: addressOf(BOB), call: transferTo(CHARLIE, rao) })
const setKey = callOf(SudoCalls.set_key, { new: addressOf(BOB) })
const removeKey = callOf(SudoCalls.remove_key, {})

describe("the right to sudo", () => {
  it.each([
    ["sudo", sudo],
    ["sudo_unchecked_weight", unchecked],
    ["sudo_as", sudoAs(1_000n)],
    ["set_key", setKey],
    ["remove_key", removeKey],
  ])("%s is for root and the key's account", (_name, call) => {
    expect(resultOf(chainWithSudo(), ROOT_ORIGIN, call)).toBe("ok")
    expect(resultOf(chainWithSudo(), SUDO, call)).toBe("ok")
    expect(resultOf(chainWithSudo(), signedBy(BOB), call)).toBe("Sudo.RequireSudo")
    expect(resultOf(chainWithSudo(), NONE, call)).toBe("BadOrigin")
  })

  it("goes with the key, and ends without one", () => {
    const chain = chainWithSudo()
    expect(resultOf(chain, SUDO, setKey)).toBe("ok")
    expect(resultOf(chain, SUDO, sudo)).toBe("Sudo.RequireSudo")
    expect(resultOf(chain, signedBy(BOB), removeKey)).toBe("ok")
    expect(resultOf(chain, signedBy(BOB), sudo)).toBe("Sudo.RequireSudo")
    expect(resultOf(chain, ROOT_ORIGIN, setKey)).toBe("ok")
    expect(eventNames(chain)).toEqual(["Sudo.KeyChanged", "Sudo.KeyRemoved", "Sudo.KeyChanged"])
  })
})

describe("Sudo.sudo", () => {
  it("calls as root, and is accepted even if that is refused", () => {
    const chain = chainWithSudo()
    expect(resultOf(chain, SUDO, sudo)).toBe("ok")
    expect(resultOf(chain, SUDO, callOf(SudoCalls.sudo, { call: transferTo(BOB, 1_000n) }))).toBe("ok")
    expect(chain.events.map(eventBytes)).toEqual(["0x0c0000", "0x0c000102"])
  })

  it("lets batches stand in batches", () => {
    const nested = callOf(UtilityCalls.batch, { calls: [callOf(UtilityCalls.batch, { calls: [] })] })
    const chain = chainWithSudo()
    expect(resultOf(chain, SUDO, nested)).toBe("System.CallFiltered")
    expect(resultOf(chain, SUDO, callOf(SudoCalls.sudo, { call: nested }))).toBe("ok")
    expect(eventNames(chain).slice(-1)).toEqual(["Sudo.Sudid"])
  })
})

describe("Sudo.sudo_as", () => {
  it("calls as any account, and undoes what was refused", () => {
    const chain = chainWithSudo()
    expect(resultOf(chain, SUDO, sudoAs(1_000n))).toBe("ok")
    expect(freeOf(chain, BOB)).toBe(9_000n)
    chain.takeEvents()
    expect(resultOf(chain, SUDO, sudoAs(20_000n))).toBe("ok")
    expect(chain.events.map(eventBytes)).toEqual(["0x0c03010700"])
  })

  it("does not ask the guards about the account, but asks them about calls inside the call", () => {
    const chain = chainWithSudo()
    ColdkeySwapAnnouncements.set(chain.state, BOB, [0, hash(`0x${"00".repeat(32)}`)])
    expect(resultOf(chain, signedBy(BOB), transferTo(CHARLIE, 1_000n))).toBe("SubtensorModule.ColdkeySwapAnnounced")
    expect(resultOf(chain, SUDO, sudoAs(1_000n))).toBe("ok")
    expect(freeOf(chain, CHARLIE)).toBe(1_000n)
    const batch = callOf(UtilityCalls.batch, { calls: [transferTo(CHARLIE, 1_000n)] })
    expect(resultOf(chain, SUDO, callOf(SudoCalls.sudo_as, { who: addressOf(BOB), call: batch }))).toBe("ok")
    expect(freeOf(chain, CHARLIE)).toBe(1_000n)
  })

  it("finds accounts by nothing but themselves, after the right was checked", () => {
    const elsewhere = callOf(SudoCalls.sudo_as, { who: nowhere, call: rootsAlone })
    expect(resultOf(chainWithSudo(), signedBy(BOB), elsewhere)).toBe("Sudo.RequireSudo")
    expect(resultOf(chainWithSudo(), SUDO, elsewhere)).toBe("CannotLookup")
    expect(resultOf(chainWithSudo(), SUDO, callOf(SudoCalls.set_key, { new: nowhere }))).toBe("CannotLookup")
  })
})
