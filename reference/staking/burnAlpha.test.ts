import { describe, expect, test } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, ROOT, taoBalance } from "../state/primitives.js"
import { AlphaBurned, AlphaRecycled, TotalAlphaIssuance } from "../state/storage/alphaAssets.js"
import { Lock, NetworksAdded, Owner, SubnetAlphaOut, SubtokenEnabled } from "../state/storage/subtensorModule.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"
import { balance, COLDKEY, call, errorOf, HOTKEY, market, RESERVE, SUBNET, stake, TAO } from "./testing/market.js"

/** The market, where the coldkey has 10 alpha with the hotkey. */
function stakedMarket(): Chain {
  const chain = market()
  TotalAlphaIssuance.set(chain.state, SUBNET, alphaBalance(2n * RESERVE))
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, SUBNET, alphaBalance(10n * TAO))
  return chain
}

const amountOf = (alpha: bigint, netuid = SUBNET) => ({ hotkey: HOTKEY, netuid, amount: alphaBalance(alpha) })
const burn = (chain: Chain, alpha: bigint, netuid = SUBNET) =>
  call(chain, SubtensorModuleCalls.burn_alpha, amountOf(alpha, netuid))
const recycle = (chain: Chain, alpha: bigint, netuid = SUBNET) =>
  call(chain, SubtensorModuleCalls.recycle_alpha, amountOf(alpha, netuid))

function addStakeBurn(chain: Chain, tao: bigint, limit?: bigint, netuid = SUBNET): void {
  const most = limit === undefined ? undefined : taoBalance(limit)
  const values = { hotkey: HOTKEY, netuid, amount: taoBalance(tao), limit: most }
  call(chain, SubtensorModuleCalls.add_stake_burn, values)
}

function lock(chain: Chain, alpha: bigint): void {
  const held = { locked_mass: alphaBalance(alpha), conviction: U64F64.ZERO, last_update: chain.blockNumber }
  Lock.set(chain.state, COLDKEY, SUBNET, HOTKEY, held)
}

describe("alpha of a stake", () => {
  test("that is burned is nobody's, and stays issued", () => {
    const chain = stakedMarket()
    burn(chain, TAO)
    expect(stake(chain)).toBe(9n * TAO)
    expect(SubnetAlphaOut.get(chain.state, SUBNET)).toBe(RESERVE)
    expect(AlphaBurned.get(chain.state, SUBNET)).toBe(TAO)
    expect(TotalAlphaIssuance.get(chain.state, SUBNET)).toBe(2n * RESERVE)
    expect(eventNames(chain)).toEqual(["SubtensorModule.AlphaBurned"])
  })

  test("that is recycled is issued no more", () => {
    const chain = stakedMarket()
    recycle(chain, TAO)
    expect(stake(chain)).toBe(9n * TAO)
    expect(SubnetAlphaOut.get(chain.state, SUBNET)).toBe(RESERVE - TAO)
    expect(AlphaRecycled.get(chain.state, SUBNET)).toBe(TAO)
    expect(TotalAlphaIssuance.get(chain.state, SUBNET)).toBe(2n * RESERVE - TAO)
    expect(eventNames(chain)).toEqual(["SubtensorModule.AlphaRecycled"])
  })

  describe.each([
    ["burned", burn],
    ["recycled", recycle],
  ])("to be %s", (_, take) => {
    test("is all there is where more is asked for, and may be none", () => {
      const chain = stakedMarket()
      take(chain, 11n * TAO)
      expect(stake(chain)).toBe(0n)
      take(chain, TAO)
      expect(chain.events.at(-1)?.fields).toEqual([COLDKEY, HOTKEY, 0n, SUBNET])
    })

    const rules: readonly (readonly [string, (chain: Chain) => unknown])[] = [
      ["SubtensorModule.SubnetNotExists", ({ state }) => NetworksAdded.set(state, SUBNET, false)],
      ["SubtensorModule.SubtokenDisabled", ({ state }) => SubtokenEnabled.set(state, SUBNET, false)],
      ["SubtensorModule.HotKeyAccountNotExists", ({ state }) => Owner.remove(state, HOTKEY)],
      ["SubtensorModule.InsufficientLiquidity", ({ state }) => SubnetAlphaOut.remove(state, SUBNET)],
      ["SubtensorModule.StakeUnavailable", (chain) => lock(chain, 10n * TAO)],
    ]

    test("is refused by the first rule that is broken", () => {
      rules.forEach(([error, breakIt], at) => {
        const chain = stakedMarket()
        breakIt(chain)
        expect(errorOf(() => take(chain, TAO))).toBe(error)
        for (const [, breakToo] of rules.slice(at + 1)) breakToo(chain)
        expect(errorOf(() => take(chain, TAO))).toBe(error)
      })
    })

    test("cannot be on root, which is asked before root's alpha is looked at", () => {
      const chain = stakedMarket()
      SubtokenEnabled.set(chain.state, ROOT, false)
      expect(errorOf(() => take(chain, TAO, ROOT))).toBe("SubtensorModule.CannotBurnOrRecycleOnRootSubnet")
    })
  })
})

describe("buying alpha to burn it", () => {
  test("leaves the stake as it was", () => {
    const chain = stakedMarket()
    addStakeBurn(chain, TAO)
    expect(stake(chain)).toBe(10n * TAO)
    expect(balance(chain)).toBe(99n * TAO)
    expect(AlphaBurned.get(chain.state, SUBNET)).toBe(SubnetAlphaOut.get(chain.state, SUBNET) - RESERVE)
    expect(eventNames(chain).slice(-3)).toEqual([
      "SubtensorModule.StakeAdded",
      "SubtensorModule.AlphaBurned",
      "SubtensorModule.AddStakeBurn",
    ])
  })

  test("up to a price takes all or nothing", () => {
    const chain = stakedMarket()
    expect(errorOf(() => addStakeBurn(chain, 50n * TAO, 1_020_100_000n))).toBe("SubtensorModule.SlippageTooHigh")
    expect(errorOf(() => addStakeBurn(chain, 5n * TAO, 1_020_100_000n))).toBe("accepted")
  })

  test("is undone where the alpha cannot be burned: on root, and where more is locked than there was", () => {
    const chain = stakedMarket()
    lock(chain, 10n * TAO + 1n)
    const before = chain.state.mark()
    expect(errorOf(() => addStakeBurn(chain, TAO, undefined, ROOT))).toBe(
      "SubtensorModule.CannotBurnOrRecycleOnRootSubnet",
    )
    expect(errorOf(() => addStakeBurn(chain, TAO))).toBe("SubtensorModule.StakeUnavailable")
    expect(chain.state.changesSince(before).size).toBe(0)
    lock(chain, 10n * TAO)
    expect(errorOf(() => addStakeBurn(chain, TAO))).toBe("accepted")
  })
})
