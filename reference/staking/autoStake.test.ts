import { describe, expect, it } from "vitest"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { netUid } from "../state/primitives.js"
import {
  AutoStakeDestination,
  AutoStakeDestinationColdkeys,
  NetworksAdded,
  Uids,
} from "../state/storage/subtensorModule.js"
import { setAutoStakeHotkey } from "./autoStake.js"

const SEVEN = netUid(7)
const [COLDKEY, OTHER, FIRST, SECOND] = [accountOf(1), accountOf(2), accountOf(3), accountOf(4)]

function chainWithTwoHotkeys(): Chain {
  const chain = blankChain()
  NetworksAdded.set(chain.state, SEVEN, true)
  for (const [uid, hotkey] of [FIRST, SECOND].entries()) Uids.set(chain.state, SEVEN, hotkey, uid)
  return chain
}

const coldkeysOf = ({ state }: Chain, hotkey: typeof FIRST) => AutoStakeDestinationColdkeys.get(state, hotkey, SEVEN)

describe("where incentives are staked", () => {
  it("is one hotkey of the subnet, which knows all coldkeys that chose it", () => {
    const chain = chainWithTwoHotkeys()
    setAutoStakeHotkey(chain, COLDKEY, SEVEN, FIRST)
    setAutoStakeHotkey(chain, OTHER, SEVEN, FIRST)
    expect(AutoStakeDestination.get(chain.state, COLDKEY, SEVEN)).toBe(FIRST)
    expect(coldkeysOf(chain, FIRST)).toEqual([COLDKEY, OTHER])
    expect(new Set(eventNames(chain))).toEqual(new Set(["SubtensorModule.AutoStakeDestinationSet"]))
  })

  it("can change; the list that was left stays, even if it is empty", () => {
    const chain = chainWithTwoHotkeys()
    setAutoStakeHotkey(chain, COLDKEY, SEVEN, FIRST)
    setAutoStakeHotkey(chain, COLDKEY, SEVEN, SECOND)
    expect(AutoStakeDestination.get(chain.state, COLDKEY, SEVEN)).toBe(SECOND)
    expect(AutoStakeDestinationColdkeys.has(chain.state, FIRST, SEVEN)).toBe(true)
    expect(coldkeysOf(chain, FIRST)).toEqual([])
    expect(coldkeysOf(chain, SECOND)).toEqual([COLDKEY])
  })

  it("does not list a coldkey twice that the list has already", () => {
    const chain = chainWithTwoHotkeys()
    AutoStakeDestinationColdkeys.set(chain.state, FIRST, SEVEN, [COLDKEY])
    setAutoStakeHotkey(chain, COLDKEY, SEVEN, FIRST)
    expect(coldkeysOf(chain, FIRST)).toEqual([COLDKEY])
  })

  it("is a hotkey with a uid, on a subnet that exists, other than the present one", () => {
    const chain = chainWithTwoHotkeys()
    const choose = (netuid: typeof SEVEN, hotkey: typeof FIRST) => () =>
      setAutoStakeHotkey(chain, COLDKEY, netuid, hotkey)
    expect(choose(netUid(8), accountOf(9))).toThrow("SubtensorModule.SubnetNotExists")
    expect(choose(SEVEN, accountOf(9))).toThrow("SubtensorModule.HotKeyNotRegisteredInSubNet")
    choose(SEVEN, FIRST)()
    expect(choose(SEVEN, FIRST)).toThrow("SubtensorModule.SameAutoStakeHotkeyAlreadySet")
    Uids.remove(chain.state, SEVEN, FIRST)
    expect(choose(SEVEN, FIRST)).toThrow("SubtensorModule.HotKeyNotRegisteredInSubNet")
  })
})
