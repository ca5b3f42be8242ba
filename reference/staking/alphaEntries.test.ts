import { describe, expect, test } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { SafeFloat } from "../numbers/safeFloat.js"
import { accountOf, blankChain } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, netUid, ROOT } from "../state/primitives.js"
import { Alpha, AlphaV2, Delegates, NetworksAdded, TotalHotkeyAlpha } from "../state/storage/subtensorModule.js"
import { alphaEntries, alphaEntriesOfHotkey, alphaEntriesOfPair } from "./alphaEntries.js"
import { becomeDelegateIfNotYet, hotkeyTake } from "./delegates.js"
import { readShare } from "./safeFloatShares.js"
import { totalStakeForHotkey } from "./totalStake.js"

const [A, B, C] = [accountOf(0xa), accountOf(0xb), accountOf(0xc)]
const share = (n: bigint) => SafeFloat.fromU64(n)

function chainWithShares(): Chain {
  const chain = blankChain()
  const { state } = chain
  AlphaV2.set(state, B, A, netUid(3), share(1n))
  AlphaV2.set(state, A, C, netUid(300), share(2n))
  AlphaV2.set(state, A, B, netUid(7), share(3n))
  Alpha.set(state, A, B, netUid(2), U64F64.fromInteger(4n))
  Alpha.set(state, A, B, netUid(7), U64F64.fromInteger(5n))
  Alpha.set(state, A, B, netUid(9), U64F64.ZERO)
  return chain
}

describe("the list of shares", () => {
  test("has old and new ones, sorted by hotkey, coldkey and subnet", () => {
    const order = alphaEntries(chainWithShares()).map(({ hotkey, coldkey, netuid }) => [hotkey, coldkey, netuid])
    expect(order).toEqual([
      [A, B, 2],
      [A, B, 7],
      [A, B, 9],
      [A, C, 300],
      [B, A, 3],
    ])
  })

  test("prefers the new share, where reading one share prefers the old", () => {
    const chain = chainWithShares()
    const listed = alphaEntriesOfPair(chain, A, B).find(({ netuid }) => netuid === 7)
    expect(listed?.share).toEqual(share(3n))
    expect(readShare(chain, A, B, netUid(7))).toEqual(share(5n))
  })

  test("of one hotkey has the zero shares, of hotkey and coldkey not", () => {
    const chain = chainWithShares()
    expect(alphaEntriesOfHotkey(chain, A).map(({ netuid }) => netuid)).toEqual([2, 7, 9, 300])
    expect(alphaEntriesOfPair(chain, A, B).map(({ netuid }) => netuid)).toEqual([2, 7])
  })
})

describe("a hotkey", () => {
  test("becomes a delegate at the default take, and keeps a take it has", () => {
    const chain = blankChain()
    expect(hotkeyTake(chain, A)).toBe(11_796)
    becomeDelegateIfNotYet(chain, A)
    expect(Delegates.has(chain.state, A)).toBe(true)
    Delegates.set(chain.state, B, 5)
    becomeDelegateIfNotYet(chain, B)
    expect(hotkeyTake(chain, B)).toBe(5)
  })

  test("has in all what is staked with it on every network, at the prices of now", () => {
    const chain = blankChain()
    for (const netuid of [ROOT, netUid(1)]) NetworksAdded.set(chain.state, netuid, true)
    for (const netuid of [ROOT, netUid(1), netUid(2)]) TotalHotkeyAlpha.set(chain.state, A, netuid, alphaBalance(100n))
    expect(totalStakeForHotkey(chain, A)).toBe(200n)
  })
})
