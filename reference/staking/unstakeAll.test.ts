import { describe, expect, test } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, type NetUid, ROOT, taoBalance } from "../state/primitives.js"
import {
  Lock,
  Owner,
  PendingChildKeys,
  StakeThreshold,
  SubnetTAO,
  SubtokenEnabled,
} from "../state/storage/subtensorModule.js"
import { accountOfNetuid } from "../subnets/subnetAccount.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"
import { balance, COLDKEY, call, errorOf, HOTKEY, market, OTHER, pay, SUBNET, stake, TAO } from "./testing/market.js"

/** The market, where the coldkey has 10 of each with the hotkey: TAO on root, and alpha of both subnets. */
function stakedMarket(): Chain {
  const chain = market()
  pay(chain, accountOfNetuid(ROOT), 10n * TAO)
  SubnetTAO.set(chain.state, ROOT, taoBalance(10n * TAO))
  for (const netuid of [ROOT, SUBNET, OTHER]) {
    increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, netuid, alphaBalance(10n * TAO))
  }
  chain.takeEvents()
  return chain
}

const unstakeAll = (chain: Chain) => call(chain, SubtensorModuleCalls.unstake_all, { hotkey: HOTKEY })
const unstakeAllAlpha = (chain: Chain) => call(chain, SubtensorModuleCalls.unstake_all_alpha, { hotkey: HOTKEY })

function lockSome(chain: Chain, netuid: NetUid): void {
  const lock = { locked_mass: alphaBalance(1_000n), conviction: U64F64.ZERO, last_update: chain.blockNumber }
  Lock.set(chain.state, COLDKEY, netuid, HOTKEY, lock)
}

const stakes = (chain: Chain) => [ROOT, SUBNET, OTHER].map((netuid) => stake(chain, netuid))

describe("unstaking everything from a hotkey", () => {
  test("sells on every network, root included", () => {
    const chain = stakedMarket()
    const before = balance(chain)
    unstakeAll(chain)
    expect(stakes(chain)).toEqual([0n, 0n, 0n])
    expect(balance(chain) - before).toBeGreaterThan((297n * TAO) / 10n)
    expect(eventNames(chain).filter((name) => name === "SubtensorModule.StakeRemoved")).toHaveLength(3)
  })

  test("leaves what may not be unstaked: alpha that does not trade, or that is locked in part", () => {
    const chain = stakedMarket()
    SubtokenEnabled.set(chain.state, SUBNET, false)
    lockSome(chain, OTHER)
    unstakeAll(chain)
    expect(stakes(chain)).toEqual([0n, 10n * TAO, 10n * TAO])
  })

  test("succeeds where nothing is staked", () => {
    const chain = market()
    const before = chain.state.mark()
    unstakeAll(chain)
    expect(chain.state.changesSince(before).size).toBe(0)
  })

  test("leaves pending children, however little stake is left", () => {
    const chain = stakedMarket()
    StakeThreshold.set(chain.state, 5n * TAO)
    PendingChildKeys.set(chain.state, SUBNET, HOTKEY, [[], 7n])
    unstakeAll(chain)
    expect(PendingChildKeys.has(chain.state, SUBNET, HOTKEY)).toBe(true)
  })

  test("is refused for a hotkey without an account", () => {
    const chain = stakedMarket()
    Owner.remove(chain.state, HOTKEY)
    expect(errorOf(() => unstakeAll(chain))).toBe("SubtensorModule.HotKeyAccountNotExists")
    expect(errorOf(() => unstakeAllAlpha(chain))).toBe("SubtensorModule.HotKeyAccountNotExists")
  })
})

describe("unstaking all alpha", () => {
  test("stakes what it gives on root, on top of what is there", () => {
    const chain = stakedMarket()
    const before = balance(chain)
    unstakeAllAlpha(chain)
    expect(stakes(chain).slice(1)).toEqual([0n, 0n])
    expect(stake(chain, ROOT)).toBeGreaterThan((297n * TAO) / 10n)
    expect(balance(chain)).toBe(before)
  })

  test("is refused with AmountTooLow where nothing could be unstaked, and leaves no trace", () => {
    const chain = stakedMarket()
    for (const netuid of [SUBNET, OTHER]) lockSome(chain, netuid)
    const before = chain.state.mark()
    expect(errorOf(() => unstakeAllAlpha(chain))).toBe("SubtensorModule.AmountTooLow")
    expect(chain.state.changesSince(before).size).toBe(0)
  })
})
