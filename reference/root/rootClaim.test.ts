import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I96F32, U96F32 } from "../numbers/formats.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet, stakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import { Chain } from "../state/chain.js"
import { alphaBalance, hash, netUid, ROOT, taoBalance } from "../state/primitives.js"
import { TotalIssuance as CurrencyIssuance } from "../state/storage/balances.js"
import * as storage from "../state/storage/subtensorModule.js"
import { Account } from "../state/storage/system.js"
import { accountOfNetuid } from "../subnets/subnetAccount.js"
import { drawIndices, runAutoClaim } from "./autoClaim.js"
import { claimRoot, owedAlpha, rootClaimOnSubnet, rootOwed } from "./rootClaim.js"
import { claimableIncrement, increaseRootClaimable } from "./rootClaimable.js"
import { adjustRootClaimedForAddedStake, adjustRootClaimedForRemovedStake } from "./rootClaimed.js"
import { payRootDividends } from "./rootDividends.js"
import { addStakingColdkey } from "./stakingColdkeys.js"

const SEVEN = netUid(7)
const HOTKEY = accountOf(1)
const OWNER = accountOf(2)
const COLDKEY = accountOf(3)
const STAKE = 1_000_000n

/** COLDKEY has a million rao with HOTKEY on root; subnet 7 has no pool, so that one alpha rao is one rao. */
function chainWithRootStake(): Chain {
  const chain = blankChain()
  const { state } = chain
  for (const netuid of [ROOT, SEVEN]) storage.NetworksAdded.set(state, netuid, true)
  storage.Owner.set(state, HOTKEY, OWNER)
  storage.RootClaimableThreshold.set(state, SEVEN, I96F32.fromInteger(10n))
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, ROOT, alphaBalance(STAKE))
  return chain
}

function fundSubnet(chain: Chain, rao: bigint): void {
  Account.mutate(chain.state, accountOfNetuid(SEVEN), (account) => ({
    ...account,
    providers: 1,
    data: { ...account.data, free: rao },
  }))
  CurrencyIssuance.set(chain.state, taoBalance(rao))
  storage.SubnetTAO.set(chain.state, SEVEN, taoBalance(rao))
}

const stakeOn = (chain: Chain, netuid: typeof ROOT) => stakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, netuid)

describe("a dividend for root", () => {
  it("raises what one rao may claim, and is owed to those with stake on root", () => {
    const chain = chainWithRootStake()
    increaseRootClaimable(chain, HOTKEY, SEVEN, alphaBalance(500_000n))
    expect(storage.RootClaimable.get(chain.state, HOTKEY)).toEqual([[7, I96F32.ONE / 2n]])
    increaseRootClaimable(chain, HOTKEY, netUid(3), alphaBalance(0n))
    expect(storage.RootClaimable.get(chain.state, HOTKEY).map(([netuid]) => netuid)).toEqual([3, 7])
  })

  it("goes to the hotkey's owner as stake when it is more than there is on root", () => {
    const chain = chainWithRootStake()
    increaseRootClaimable(chain, HOTKEY, SEVEN, alphaBalance(STAKE + 1n))
    expect(stakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, OWNER, SEVEN)).toBe(STAKE + 1n)
    expect(storage.RootClaimable.has(chain.state, HOTKEY)).toBe(false)
  })

  it("leaves the validator its take", () => {
    const chain = chainWithRootStake()
    storage.Delegates.set(chain.state, HOTKEY, 65_535)
    payRootDividends(chain, SEVEN, [{ hotkey: HOTKEY, amount: U96F32.fromInteger(1_000n) }])
    expect(stakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, OWNER, SEVEN)).toBe(1_000n)
    expect(storage.RootAlphaDividendsPerSubnet.get(chain.state, SEVEN, HOTKEY)).toBe(0n)
  })

  it("never makes more claimable than it is", () => {
    const rao = fc.bigInt(0n, 10n ** 18n)
    fc.assert(
      fc.property(rao, rao, (dividend, stake) => {
        const owed = owedAlpha(claimableIncrement(dividend, stake), stake, 0n)
        expect(owed).toBeLessThanOrEqual(dividend << 32n)
      }),
    )
  })
})

describe("a claim", () => {
  function chainOwing(alpha: bigint): Chain {
    const chain = chainWithRootStake()
    increaseRootClaimable(chain, HOTKEY, SEVEN, alphaBalance(alpha))
    fundSubnet(chain, 10_000_000n)
    return chain
  }

  it("that keeps the alpha stakes it on the subnet", () => {
    const chain = chainOwing(500_000n)
    storage.RootClaimType.set(chain.state, COLDKEY, { type: "Keep", value: undefined })
    claimRoot(chain, COLDKEY)
    expect(stakeOn(chain, SEVEN)).toBe(500_000n)
    expect(storage.RootClaimed.get(chain.state, SEVEN, HOTKEY, COLDKEY)).toBe(500_000n)
    expect(eventNames(chain)).toEqual(["SubtensorModule.RootClaimed"])
  })

  it("that swaps sells the alpha and stakes the TAO on root, which may claim only what comes later", () => {
    const chain = chainOwing(500_000n)
    claimRoot(chain, COLDKEY)
    expect(stakeOn(chain, SEVEN)).toBe(0n)
    expect(stakeOn(chain, ROOT)).toBe(1_500_000n)
    expect(storage.SubnetRootSellTao.get(chain.state, SEVEN)).toBe(500_000n)
    expect(storage.SubnetProtocolFlow.get(chain.state, SEVEN)).toBe(-500_000n)
    expect(storage.SubnetTAO.get(chain.state, ROOT)).toBe(500_000n)
    expect(storage.SubnetAlphaOut.get(chain.state, ROOT)).toBe(500_000n)
    expect(storage.RootClaimed.get(chain.state, SEVEN, HOTKEY, COLDKEY)).toBe(750_000n)
    expect(Account.get(chain.state, accountOfNetuid(ROOT)).data.free).toBe(500_000n)
  })

  it("keeps the alpha of the subnets that are named", () => {
    const chain = chainOwing(500_000n)
    storage.RootClaimType.set(chain.state, COLDKEY, { type: "KeepSubnets", value: { subnets: [7] } })
    claimRoot(chain, COLDKEY)
    expect(stakeOn(chain, SEVEN)).toBe(500_000n)
  })

  it("is made only once", () => {
    const chain = chainOwing(500_000n)
    storage.RootClaimType.set(chain.state, COLDKEY, { type: "Keep", value: undefined })
    claimRoot(chain, COLDKEY)
    claimRoot(chain, COLDKEY)
    expect(stakeOn(chain, SEVEN)).toBe(500_000n)
  })

  describe("with a threshold", () => {
    const keep = { type: "Keep", value: undefined } as const
    const claimAbove = (beyondOwed: bigint, ignoreThreshold: boolean) => {
      const chain = chainOwing(9n)
      const owed = rootOwed(chain, HOTKEY, COLDKEY, SEVEN)
      storage.RootClaimableThreshold.set(chain.state, SEVEN, I96F32.fromBits(owed + beyondOwed))
      rootClaimOnSubnet(chain, HOTKEY, COLDKEY, SEVEN, keep, ignoreThreshold)
      return stakeOn(chain, SEVEN)
    }

    it("is made when just as much is owed, floored", () => {
      expect(claimAbove(0n, false)).toBe(8n)
    })

    it("is not made when less is owed, unless the threshold is ignored", () => {
      expect(claimAbove(1n, false)).toBe(0n)
      expect(claimAbove(1n, true)).toBe(8n)
    })
  })

  it("is undone, event and all, where the subnet's account cannot pay", () => {
    const chain = chainOwing(500_000n)
    Account.remove(chain.state, accountOfNetuid(SEVEN))
    expect(() => claimRoot(chain, COLDKEY)).toThrow("SubtensorModule.InsufficientBalance")
    expect(storage.SubnetTAO.get(chain.state, SEVEN)).toBe(10_000_000n)
    expect(storage.RootClaimed.has(chain.state, SEVEN, HOTKEY, COLDKEY)).toBe(false)
    expect(eventNames(chain)).toEqual([])
  })

  it("may be limited to some subnets", () => {
    const chain = chainOwing(500_000n)
    claimRoot(chain, COLDKEY, new Set([3]))
    expect(stakeOn(chain, ROOT)).toBe(STAKE)
  })

  it("is made for coldkeys that are drawn; a refusal does not stop the block", () => {
    const chain = chainOwing(500_000n)
    addStakingColdkey(chain, OWNER)
    addStakingColdkey(chain, COLDKEY)
    const both = `0x${"0000000000000001".repeat(4)}` as const
    const drawing = new Chain(chain.fork, chain.state, { ...chain.block, parentHash: hash(both) })
    Account.remove(chain.state, accountOfNetuid(SEVEN))
    storage.StakingColdkeysByIndex.set(chain.state, 0n, COLDKEY)
    storage.StakingColdkeysByIndex.set(chain.state, 1n, OWNER)
    runAutoClaim(drawing)
    expect(drawing.events.map(({ fields }) => fields)).toEqual([{ coldkey: OWNER }])
  })
})

describe("stake that comes to root and goes", () => {
  it("takes its claims along, so that nothing is owed for it", () => {
    const chain = chainWithRootStake()
    increaseRootClaimable(chain, HOTKEY, SEVEN, alphaBalance(500_000n))
    adjustRootClaimedForAddedStake(chain, HOTKEY, COLDKEY, 5n)
    expect(storage.RootClaimed.get(chain.state, SEVEN, HOTKEY, COLDKEY)).toBe(2n)
    adjustRootClaimedForRemovedStake(chain, HOTKEY, COLDKEY, 9n)
    expect(storage.RootClaimed.get(chain.state, SEVEN, HOTKEY, COLDKEY)).toBe(0n)
  })
})

describe("the numbers drawn from a hash", () => {
  const ofWords = (...words: readonly string[]) => hash(`0x${words.map((word) => word.padStart(16, "0")).join("")}`)

  it("begin with twice the first word and go on with the words in turn", () => {
    expect(drawIndices(ofWords("3", "4", "5", "6"), 4n, 100n)).toEqual([6n, 10n, 15n, 21n])
  })

  it("begin again with the first word after the fourth", () => {
    expect(drawIndices(ofWords("1", "0", "0", "0"), 5n, 100n)).toEqual([2n, 3n])
  })

  it("saturate at the largest u64 before the remainder is taken", () => {
    expect(drawIndices(ofWords("ffffffffffffffff", "0", "0", "0"), 1n, 1_000n)).toEqual([615n])
  })

  it("are only 0 where there is nobody", () => {
    expect(drawIndices(ofWords("3", "4", "5", "6"), 5n, 0n)).toEqual([0n])
    expect(drawIndices(ofWords("3", "4", "5", "6"), 0n, 9n)).toEqual([])
  })

  it("are ascending, distinct, below the size, and at most as many as asked for", () => {
    const word = fc.bigInt(0n, (1n << 64n) - 1n).map((value) => value.toString(16))
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), fc.bigInt(0n, 50n), fc.bigInt(1n, 60n), (words, count, size) => {
        const drawn = drawIndices(ofWords(...words), count, size)
        expect(drawn.length).toBeLessThanOrEqual(Number(count))
        expect(drawn.every((index, place) => index < size && (place === 0 || index > (drawn[place - 1] ?? 0n)))).toBe(
          true,
        )
      }),
    )
  })
})
