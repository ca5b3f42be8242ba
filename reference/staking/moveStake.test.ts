import { describe, expect, test } from "vitest"
import { coldkeyBalance } from "../emission/tao.js"
import { U64F64 } from "../numbers/formats.js"
import { accountOf, eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, alphaBalance, type NetUid, ROOT } from "../state/primitives.js"
import {
  AccountFlags,
  Delegates,
  LastColdkeyHotkeyStakeBlock,
  Lock,
  NetworksAdded,
  Owner,
  StakingColdkeys,
  SubnetAlphaIn,
  SubnetTAO,
  SubtokenEnabled,
  TransferToggle,
} from "../state/storage/subtensorModule.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet, stakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"
import { AUTHOR, COLDKEY, call, errorOf, HOTKEY, market, OTHER, OWNER, SUBNET, stake, TAO } from "./testing/market.js"

const [OTHER_HOTKEY, FRIEND] = [accountOf(4), accountOf(5)]

/** The market, where the coldkey has 10 alpha with the hotkey on the first subnet and 10 TAO on root. */
function stakedMarket(): Chain {
  const chain = market()
  Owner.set(chain.state, OTHER_HOTKEY, OWNER)
  for (const netuid of [SUBNET, ROOT]) {
    increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, netuid, alphaBalance(10n * TAO))
  }
  return chain
}

interface Move {
  readonly from?: NetUid
  readonly to?: NetUid
  readonly alpha?: bigint
}

function move(chain: Chain, hotkey: AccountId, { from = SUBNET, to = SUBNET, alpha = TAO }: Move = {}): void {
  call(chain, SubtensorModuleCalls.move_stake, {
    origin_hotkey: HOTKEY,
    destination_hotkey: hotkey,
    origin_netuid: from,
    destination_netuid: to,
    alpha_amount: alphaBalance(alpha),
  })
}

function transfer(chain: Chain, coldkey: AccountId, { from = SUBNET, to = SUBNET, alpha = TAO }: Move = {}): void {
  call(chain, SubtensorModuleCalls.transfer_stake, {
    destination_coldkey: coldkey,
    hotkey: HOTKEY,
    origin_netuid: from,
    destination_netuid: to,
    alpha_amount: alphaBalance(alpha),
  })
}

function swap(chain: Chain, { from = SUBNET, to = OTHER, alpha = TAO }: Move = {}): void {
  call(chain, SubtensorModuleCalls.swap_stake, {
    hotkey: HOTKEY,
    origin_netuid: from,
    destination_netuid: to,
    alpha_amount: alphaBalance(alpha),
  })
}

function lock(chain: Chain, alpha: bigint): void {
  const held = { locked_mass: alphaBalance(alpha), conviction: U64F64.ZERO, last_update: chain.blockNumber }
  Lock.set(chain.state, COLDKEY, SUBNET, HOTKEY, held)
}

describe("moving stake within a subnet", () => {
  test("takes it to the other hotkey without a swap or a fee", () => {
    const chain = stakedMarket()
    const pool = [SubnetTAO, SubnetAlphaIn].map((item) => item.get(chain.state, SUBNET))
    move(chain, OTHER_HOTKEY)
    expect(stake(chain)).toBe(9n * TAO)
    expect(stakeForHotkeyAndColdkeyOnSubnet(chain, OTHER_HOTKEY, COLDKEY, SUBNET)).toBe(TAO)
    expect([SubnetTAO, SubnetAlphaIn].map((item) => item.get(chain.state, SUBNET))).toEqual(pool)
    expect(LastColdkeyHotkeyStakeBlock.get(chain.state, COLDKEY, OTHER_HOTKEY)).toBe(chain.blockNumber)
    expect(eventNames(chain)).toEqual([
      "SubtensorModule.StakeRemoved",
      "SubtensorModule.StakeAdded",
      "SubtensorModule.StakeMoved",
    ])
  })

  test("takes all there is where more is asked for", () => {
    const chain = stakedMarket()
    move(chain, OTHER_HOTKEY, { alpha: 11n * TAO })
    expect(stake(chain)).toBe(0n)
    expect(stakeForHotkeyAndColdkeyOnSubnet(chain, OTHER_HOTKEY, COLDKEY, SUBNET)).toBe(10n * TAO)
  })

  test("asks for a worth of the least stake, exactly, and leaves no trace below it", () => {
    const chain = stakedMarket()
    const before = chain.state.mark()
    expect(errorOf(() => move(chain, OTHER_HOTKEY, { alpha: 1_999_999n }))).toBe("SubtensorModule.AmountTooLow")
    expect(chain.state.changesSince(before).size).toBe(0)
    expect(errorOf(() => move(chain, OTHER_HOTKEY, { alpha: 2_000_000n }))).toBe("accepted")
  })

  test("may take locked alpha along between hotkeys: the lock is the coldkey's", () => {
    const chain = stakedMarket()
    lock(chain, 10n * TAO)
    expect(errorOf(() => move(chain, OTHER_HOTKEY, { alpha: 10n * TAO }))).toBe("accepted")
    expect(Lock.get(chain.state, COLDKEY, SUBNET, HOTKEY)?.locked_mass).toBe(10n * TAO)
  })

  test("is refused to the place where it is", () => {
    expect(errorOf(() => move(stakedMarket(), HOTKEY))).toBe("SubtensorModule.SameNetuid")
  })
})

describe("moving stake to another subnet", () => {
  test("sells here and buys there, with the fee of the sale alone", () => {
    const chain = stakedMarket()
    swap(chain, { alpha: 10n * TAO })
    expect(stake(chain)).toBe(0n)
    expect(stake(chain, OTHER)).toBeGreaterThan((97n * TAO) / 10n)
    expect(coldkeyBalance(chain, AUTHOR)).toBeLessThan((10n * TAO * 33n) / 65_535n)
    expect(eventNames(chain).at(-1)).toBe("SubtensorModule.StakeSwapped")
  })

  test("asks that the sale gives more than the least stake: as much is not enough", () => {
    expect(errorOf(() => swap(stakedMarket(), { from: ROOT, alpha: 2_000_000n }))).toBe("SubtensorModule.AmountTooLow")
  })

  test("does not take what is locked", () => {
    const chain = stakedMarket()
    lock(chain, 9n * TAO)
    expect(errorOf(() => swap(chain, { alpha: TAO + 1n }))).toBe("SubtensorModule.StakeUnavailable")
    expect(errorOf(() => swap(chain, { alpha: TAO }))).toBe("accepted")
  })

  test("makes the hotkey of somebody else a delegate, and not one's own", () => {
    const chain = stakedMarket()
    move(chain, OTHER_HOTKEY, { to: OTHER })
    expect(Delegates.has(chain.state, OTHER_HOTKEY)).toBe(true)
    const own = stakedMarket()
    Owner.set(own.state, OTHER_HOTKEY, COLDKEY)
    move(own, OTHER_HOTKEY, { to: OTHER })
    expect(Delegates.has(own.state, OTHER_HOTKEY)).toBe(false)
  })
})

describe("giving stake to another coldkey", () => {
  test("is possible within a subnet and across subnets", () => {
    const chain = stakedMarket()
    transfer(chain, FRIEND)
    transfer(chain, FRIEND, { to: OTHER })
    expect(stake(chain)).toBe(8n * TAO)
    expect(stakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, FRIEND, SUBNET)).toBe(TAO)
    expect(stakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, FRIEND, OTHER)).toBeGreaterThan((9n * TAO) / 10n)
    expect(eventNames(chain).at(-1)).toBe("SubtensorModule.StakeTransferred")
  })

  test("needs the leave of both subnets, which moving and swapping do not", () => {
    for (const netuid of [SUBNET, OTHER]) {
      const chain = stakedMarket()
      TransferToggle.set(chain.state, netuid, false)
      expect(errorOf(() => transfer(chain, FRIEND, { to: OTHER }))).toBe("SubtensorModule.TransferDisallowed")
      expect(errorOf(() => swap(chain))).toBe("accepted")
      expect(errorOf(() => move(chain, OTHER_HOTKEY, { to: OTHER }))).toBe("accepted")
    }
  })

  test("takes the lock along within a subnet, to whoever accepts locked alpha", () => {
    const chain = stakedMarket()
    lock(chain, 8n * TAO)
    expect(errorOf(() => transfer(chain, FRIEND, { alpha: 5n * TAO }))).toBe(
      "SubtensorModule.AccountRejectsLockedAlpha",
    )
    AccountFlags.set(chain.state, FRIEND, 1n)
    transfer(chain, FRIEND, { alpha: 5n * TAO })
    expect(Lock.get(chain.state, COLDKEY, SUBNET, HOTKEY)?.locked_mass).toBe(5n * TAO)
    expect(Lock.get(chain.state, FRIEND, SUBNET, HOTKEY)?.locked_mass).toBe(3n * TAO)
  })

  test("on root does not number the coldkey that is new there", () => {
    const chain = stakedMarket()
    transfer(chain, FRIEND, { from: ROOT, to: ROOT })
    expect(stakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, FRIEND, ROOT)).toBe(TAO)
    expect(StakingColdkeys.has(chain.state, FRIEND)).toBe(false)
  })
})

describe("stake changes place only where it may: of two broken rules the first gives the error", () => {
  const rules: readonly (readonly [string, (chain: Chain) => unknown])[] = [
    ["SubtensorModule.SubnetNotExists", ({ state }) => NetworksAdded.set(state, OTHER, false)],
    ["SubtensorModule.SubtokenDisabled", ({ state }) => SubtokenEnabled.set(state, SUBNET, false)],
    ["SubtensorModule.HotKeyAccountNotExists", ({ state }) => Owner.remove(state, HOTKEY)],
    ["SubtensorModule.InsufficientLiquidity", ({ state }) => SubnetTAO.remove(state, SUBNET)],
    ["SubtensorModule.TransferDisallowed", ({ state }) => TransferToggle.set(state, OTHER, false)],
    ["SubtensorModule.StakeUnavailable", (chain) => lock(chain, 10n * TAO)],
  ]

  test.each(rules)("%s", (error, breakIt) => {
    const chain = stakedMarket()
    breakIt(chain)
    expect(errorOf(() => transfer(chain, FRIEND, { to: OTHER }))).toBe(error)
    const later = rules.slice(rules.findIndex(([name]) => name === error) + 1)
    for (const [, breakToo] of later) {
      breakToo(chain)
      expect(errorOf(() => transfer(chain, FRIEND, { to: OTHER }))).toBe(error)
    }
  })
})
