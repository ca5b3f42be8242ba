import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { coldkeyBalance } from "../emission/tao.js"
import { U64F64 } from "../numbers/formats.js"
import { currentAlphaPrice } from "../pool/swap.js"
import { eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import { Chain } from "../state/chain.js"
import { alphaBalance, type NetUid, ROOT, taoBalance } from "../state/primitives.js"
import type { ErrorName } from "../state/refusal.js"
import {
  Alpha,
  AlphaV2,
  Delegates,
  LastColdkeyHotkeyStakeBlock,
  Lock,
  NetworksAdded,
  NominatorMinRequiredStake,
  Owner,
  PendingChildKeys,
  StakeThreshold,
  StakingHotkeys,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetTAO,
  SubtokenEnabled,
  TotalHotkeyShares,
  TotalStake,
} from "../state/storage/subtensorModule.js"
import { accountOfNetuid } from "../subnets/subnetAccount.js"
import {
  AUTHOR,
  balance,
  COLDKEY,
  call,
  errorOf,
  HOTKEY,
  market,
  OTHER,
  RESERVE,
  SUBNET,
  stake,
  TAO,
} from "./testing/market.js"

function add(chain: Chain, rao: bigint, netuid = SUBNET): void {
  call(chain, SubtensorModuleCalls.add_stake, { hotkey: HOTKEY, netuid, amount_staked: taoBalance(rao) })
}

function remove(chain: Chain, alphaRao: bigint, netuid = SUBNET): void {
  call(chain, SubtensorModuleCalls.remove_stake, { hotkey: HOTKEY, netuid, amount_unstaked: alphaBalance(alphaRao) })
}

function addLimit(chain: Chain, rao: bigint, limit: bigint, partial: boolean): void {
  call(chain, SubtensorModuleCalls.add_stake_limit, {
    hotkey: HOTKEY,
    netuid: SUBNET,
    amount_staked: taoBalance(rao),
    limit_price: taoBalance(limit),
    allow_partial: partial,
  })
}

function removeLimit(chain: Chain, alphaRao: bigint, limit: bigint, partial: boolean): void {
  call(chain, SubtensorModuleCalls.remove_stake_limit, {
    hotkey: HOTKEY,
    netuid: SUBNET,
    amount_unstaked: alphaBalance(alphaRao),
    limit_price: taoBalance(limit),
    allow_partial: partial,
  })
}

function swapLimit(chain: Chain, origin: NetUid, destination: NetUid, alphaRao: bigint, limit: bigint): void {
  call(chain, SubtensorModuleCalls.swap_stake_limit, {
    hotkey: HOTKEY,
    origin_netuid: origin,
    destination_netuid: destination,
    alpha_amount: alphaBalance(alphaRao),
    limit_price: taoBalance(limit),
    allow_partial: true,
  })
}

describe("adding stake", () => {
  test("moves TAO to the subnet, alpha out of the pool to the stake, and the fee to the author", () => {
    const chain = market()
    add(chain, 10n * TAO)
    const fee = 5_035_477n
    const bought = RESERVE - BigInt(SubnetAlphaIn.get(chain.state, SUBNET))
    expect(stake(chain)).toBe(bought)
    expect(SubnetAlphaOut.get(chain.state, SUBNET)).toBe(RESERVE + bought)
    expect(SubnetTAO.get(chain.state, SUBNET)).toBe(RESERVE + 10n * TAO - fee)
    expect(coldkeyBalance(chain, AUTHOR)).toBe(fee)
    expect(balance(chain)).toBe(90n * TAO)
    expect(StakingHotkeys.get(chain.state, COLDKEY)).toEqual([HOTKEY])
    expect(LastColdkeyHotkeyStakeBlock.get(chain.state, COLDKEY, HOTKEY)).toBe(chain.blockNumber)
    expect(eventNames(chain).at(-1)).toBe("SubtensorModule.StakeAdded")
  })

  test("counts the fee in TotalStake, though the pool does not hold it", () => {
    const chain = market()
    add(chain, 10n * TAO)
    const pools = BigInt(SubnetTAO.get(chain.state, SUBNET)) + BigInt(SubnetTAO.get(chain.state, OTHER))
    expect(TotalStake.get(chain.state) - pools).toBe(5_035_477n)
  })

  test("on root takes one rao for one alpha rao and no fee", () => {
    const chain = market()
    add(chain, 10n * TAO, ROOT)
    expect(stake(chain, ROOT)).toBe(10n * TAO)
    expect(coldkeyBalance(chain, AUTHOR)).toBe(0n)
  })

  test("leaves what keeps the coldkey's account alive, and stakes the rest", () => {
    const chain = market()
    add(chain, 100n * TAO, ROOT)
    expect(stake(chain, ROOT)).toBe(100n * TAO - 500n)
    expect(balance(chain)).toBe(500n)
  })

  test("without an author burns the fee", () => {
    const authored = market()
    const chain = new Chain(authored.fork, authored.state, { ...authored.block, author: undefined })
    add(chain, 10n * TAO)
    expect(coldkeyBalance(chain, AUTHOR)).toBe(0n)
    expect(coldkeyBalance(chain, accountOfNetuid(SUBNET))).toBe(RESERVE + 10n * TAO - 5_035_477n)
  })

  /** Each check with what breaks it and nothing before it, in the order in which the chain makes them. */
  const checks: readonly (readonly [ErrorName, (chain: Chain) => bigint])[] = [
    ["SubtensorModule.InsufficientLiquidity", () => RESERVE * 1_000n + 1n],
    [
      "SubtensorModule.SubnetNotExists",
      ({ state }) => {
        NetworksAdded.set(state, SUBNET, false)
        return 10n * TAO
      },
    ],
    [
      "SubtensorModule.SubtokenDisabled",
      ({ state }) => {
        SubtokenEnabled.set(state, SUBNET, false)
        return 10n * TAO
      },
    ],
    ["SubtensorModule.AmountTooLow", () => 2_001_006n],
    ["SubtensorModule.NotEnoughBalanceToStake", () => 100n * TAO + 1n],
    [
      "SubtensorModule.HotKeyAccountNotExists",
      ({ state }) => {
        Owner.remove(state, HOTKEY)
        return 10n * TAO
      },
    ],
    [
      "SubtensorModule.InsufficientLiquidity",
      ({ state }) => {
        SubnetAlphaIn.set(state, SUBNET, alphaBalance(999_999n))
        return 10n * TAO
      },
    ],
  ]

  test("takes the least stake and its fee", () => {
    expect(errorOf(() => add(market(), 2_001_007n))).toBe("accepted")
  })

  test.each(checks)("is refused with %s", (error, breakIt) => {
    const chain = market()
    const amount = breakIt(chain)
    const before = chain.state.mark()
    expect(errorOf(() => add(chain, amount))).toBe(error)
    expect(chain.state.changesSince(before).size).toBe(0)
    expect(chain.events).toEqual([])
  })

  test("gives the error of the earlier check where two fail", () => {
    checks.slice(1).forEach(([, breakLater], later) => {
      checks.slice(1, later + 1).forEach(([error, breakEarlier]) => {
        const chain = market()
        const amounts = [breakEarlier(chain), breakLater(chain)]
        const odd = amounts.find((amount) => amount !== 10n * TAO) ?? 10n * TAO
        if (amounts.every((amount) => amount !== 10n * TAO)) return
        expect(errorOf(() => add(chain, odd))).toBe(error)
      })
    })
  })
})

describe("adding stake up to a price", () => {
  test("stakes all where the price stays below the limit", () => {
    const chain = market()
    addLimit(chain, 10n * TAO, 1_100_000_000n, false)
    expect(balance(chain)).toBe(90n * TAO)
  })

  test("stakes the part that fits where a part is allowed, and leaves the rest with the coldkey", () => {
    const chain = market()
    addLimit(chain, 50n * TAO, 1_020_100_000n, true)
    const price = currentAlphaPrice(chain, SUBNET)
    expect(price).toBeLessThanOrEqual((U64F64.ONE * 10_201n) / 10_000n + 2n ** 32n)
    expect(price).toBeGreaterThanOrEqual((U64F64.ONE * 10_200n) / 10_000n)
    expect(balance(chain)).toBeGreaterThan(89n * TAO)
  })

  test("is refused with SlippageTooHigh where no part is allowed", () => {
    expect(errorOf(() => addLimit(market(), 50n * TAO, 1_020_100_000n, false))).toBe("SubtensorModule.SlippageTooHigh")
  })

  test("is refused with the pool's PriceLimitExceeded, before all else, where the price is at the limit", () => {
    const chain = market()
    Owner.remove(chain.state, HOTKEY)
    expect(errorOf(() => addLimit(chain, 1n, 1_000_000_000n, true))).toBe("Swap.PriceLimitExceeded")
  })

  test("makes a hotkey of another coldkey a delegate, which adding without a limit does not", () => {
    const chain = market()
    add(chain, 10n * TAO)
    expect(Delegates.has(chain.state, HOTKEY)).toBe(false)
    addLimit(chain, 10n * TAO, 2_000_000_000n, false)
    expect(Delegates.has(chain.state, HOTKEY)).toBe(true)
  })
})

describe("removing stake", () => {
  function staked(): Chain {
    const chain = market()
    add(chain, 10n * TAO)
    chain.takeEvents()
    return chain
  }

  test("gives the coldkey TAO and the author the fee's worth", () => {
    const chain = staked()
    const authorBefore = coldkeyBalance(chain, AUTHOR)
    remove(chain, stake(chain))
    expect(stake(chain)).toBe(0n)
    expect(AlphaV2.has(chain.state, HOTKEY, COLDKEY, SUBNET)).toBe(false)
    expect(balance(chain)).toBeLessThan(100n * TAO)
    expect(balance(chain)).toBeGreaterThan((9_998n * TAO) / 100n)
    expect(coldkeyBalance(chain, AUTHOR)).toBeGreaterThan(authorBefore)
  })

  test("takes all there is where more is asked for", () => {
    const chain = staked()
    remove(chain, 2n ** 64n - 1n)
    expect(stake(chain)).toBe(0n)
  })

  test("refuses less than the least stake's worth, but not when it empties the stake", () => {
    const chain = staked()
    expect(errorOf(() => remove(chain, 1_900_000n))).toBe("SubtensorModule.AmountTooLow")
    remove(chain, stake(chain) - 1_000_000n)
    expect(errorOf(() => remove(chain, 999_999n))).toBe("SubtensorModule.AmountTooLow")
    expect(errorOf(() => remove(chain, 1_000_000n))).toBe("accepted")
  })

  test("refuses without stake, for a subnet that does not trade, and for locked alpha", () => {
    expect(errorOf(() => remove(market(), 10n))).toBe("SubtensorModule.AmountTooLow")
    const closed = staked()
    SubtokenEnabled.set(closed.state, SUBNET, false)
    expect(errorOf(() => remove(closed, TAO))).toBe("SubtensorModule.SubtokenDisabled")
    const locked = staked()
    const lock = { locked_mass: alphaBalance(stake(locked) - TAO), conviction: U64F64.ZERO, last_update: 1n }
    Lock.set(locked.state, COLDKEY, SUBNET, HOTKEY, lock)
    expect(errorOf(() => remove(locked, TAO + 1n))).toBe("SubtensorModule.StakeUnavailable")
    expect(errorOf(() => remove(locked, TAO))).toBe("accepted")
  })

  test("with a limit does not ask whether the subnet trades", () => {
    const chain = staked()
    SubtokenEnabled.set(chain.state, SUBNET, false)
    expect(errorOf(() => removeLimit(chain, TAO, 1_000n, false))).toBe("accepted")
  })

  test("with a limit does not cut the amount to the stake", () => {
    const chain = staked()
    expect(errorOf(() => removeLimit(chain, stake(chain) + 1n, 1_000n, false))).toBe(
      "SubtensorModule.NotEnoughStakeToWithdraw",
    )
  })

  test("with a limit sells the part that fits and keeps the rest staked", () => {
    const chain = staked()
    const before = stake(chain)
    expect(errorOf(() => removeLimit(chain, before, 1_010_000_000n, false))).toBe("SubtensorModule.SlippageTooHigh")
    removeLimit(chain, before, 1_010_000_000n, true)
    expect(stake(chain)).toBeGreaterThan(0n)
    expect(stake(chain)).toBeLessThan(before)
    // The author's fee is sold after the coldkey's alpha and without a limit.
    expect(currentAlphaPrice(chain, SUBNET)).toBeGreaterThan((U64F64.ONE * 1_009n) / 1_000n)
  })

  test("of a whole position takes the stake there is, with a limit or without", () => {
    for (const limit_price of [undefined, taoBalance(1_000n)]) {
      const chain = staked()
      call(chain, SubtensorModuleCalls.remove_stake_full_limit, { hotkey: HOTKEY, netuid: SUBNET, limit_price })
      expect(stake(chain)).toBe(0n)
    }
  })

  test("clears what is left below the least nomination, but not of the hotkey's owner", () => {
    const chain = staked()
    NominatorMinRequiredStake.set(chain.state, 1_000_000_000n)
    const left = 1_900n * 1_000_000n
    remove(chain, stake(chain) - left)
    expect(stake(chain)).toBe(0n)
    const own = staked()
    Owner.set(own.state, HOTKEY, COLDKEY)
    NominatorMinRequiredStake.set(own.state, 1_000_000_000n)
    remove(own, stake(own) - left)
    expect(stake(own)).toBe(left)
  })

  test("takes a small nomination away even where it cannot be sold, and keeps what the attempt wrote", () => {
    const chain = staked()
    NominatorMinRequiredStake.set(chain.state, 1_000_000_000n)
    const alphaBefore = SubnetAlphaOut.get(chain.state, SUBNET)
    remove(chain, stake(chain) - 2_000n)
    expect(stake(chain)).toBe(0n)
    expect(SubnetAlphaOut.get(chain.state, SUBNET)).toBeLessThan(alphaBefore)
  })

  test("drops the children that a hotkey was to get once its stake is below the threshold", () => {
    const chain = staked()
    StakeThreshold.set(chain.state, 5n * TAO)
    PendingChildKeys.set(chain.state, OTHER, HOTKEY, [[], 7n])
    remove(chain, TAO)
    expect(PendingChildKeys.has(chain.state, OTHER, HOTKEY)).toBe(true)
    remove(chain, 8n * TAO)
    expect(PendingChildKeys.has(chain.state, OTHER, HOTKEY)).toBe(false)
  })

  test("rewrites an old share in the new form", () => {
    const chain = staked()
    const all = stake(chain)
    Alpha.set(chain.state, HOTKEY, COLDKEY, SUBNET, U64F64.fromInteger(all))
    TotalHotkeyShares.set(chain.state, HOTKEY, SUBNET, U64F64.fromInteger(all))
    AlphaV2.remove(chain.state, HOTKEY, COLDKEY, SUBNET)
    expect(stake(chain)).toBe(all)
    remove(chain, TAO)
    expect(stake(chain)).toBe(all - TAO)
    expect(Alpha.has(chain.state, HOTKEY, COLDKEY, SUBNET)).toBe(false)
    expect(TotalHotkeyShares.has(chain.state, HOTKEY, SUBNET)).toBe(false)
  })
})

describe("swapping stake down to a relative price", () => {
  function staked(netuid: NetUid): Chain {
    const chain = market()
    add(chain, 10n * TAO, netuid)
    chain.takeEvents()
    return chain
  }

  test("pays one fee: that of the sale", () => {
    const chain = staked(SUBNET)
    const before = stake(chain)
    swapLimit(chain, SUBNET, OTHER, before, 0n)
    expect(stake(chain)).toBe(0n)
    expect(stake(chain, OTHER)).toBeGreaterThan(0n)
    const fees = chain.events.flatMap(({ declaration, fields }) =>
      declaration.name === "StakeRemoved" || declaration.name === "StakeAdded"
        ? [[declaration.name, Array.isArray(fields) ? fields[5] : undefined]]
        : [],
    )
    expect(fees).toEqual([
      ["StakeRemoved", (before * 33n) / 65_535n],
      ["StakeAdded", 0n],
    ])
    expect(eventNames(chain).at(-1)).toBe("SubtensorModule.StakeSwapped")
  })

  test("from root pays the fee of the purchase", () => {
    const chain = staked(ROOT)
    const authorBefore = coldkeyBalance(chain, AUTHOR)
    swapLimit(chain, ROOT, SUBNET, 10n * TAO, 0n)
    expect(coldkeyBalance(chain, AUTHOR) - authorBefore).toBe(5_035_477n)
  })

  test("between pools takes as much as the formula for constant products lets through", () => {
    const chain = staked(SUBNET)
    swapLimit(chain, SUBNET, OTHER, stake(chain), 1_015_000_000n)
    expect(stake(chain)).toBeGreaterThan(0n)
    expect(stake(chain, OTHER)).toBeGreaterThan(0n)
  })

  test("is refused for the same place, for too little, and for more than the limit where it must be all", () => {
    const chain = staked(SUBNET)
    expect(errorOf(() => swapLimit(chain, SUBNET, SUBNET, TAO, 0n))).toBe("SubtensorModule.SameNetuid")
    expect(errorOf(() => swapLimit(chain, SUBNET, OTHER, 1_900_000n, 0n))).toBe("SubtensorModule.AmountTooLow")
    expect(errorOf(() => swapLimit(chain, ROOT, SUBNET, TAO, 2_000_000_000n))).toBe("Swap.PriceLimitExceeded")
  })
})

describe("whatever is added and removed", () => {
  const move = fc.record({
    adds: fc.boolean(),
    part: fc.bigInt(1n, 100n),
    netuid: fc.constantFrom(ROOT, SUBNET, OTHER),
  })

  test("no alpha comes or goes, each subnet's account holds its pool's TAO, and no TAO is won", () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 8 }), (moves) => {
        const chain = market()
        for (const { adds, part, netuid } of moves) {
          if (adds) errorOf(() => add(chain, (balance(chain) * part) / 200n, netuid))
          else errorOf(() => remove(chain, (stake(chain, netuid) * part) / 100n, netuid))
        }
        for (const netuid of [SUBNET, OTHER]) {
          const alpha = BigInt(SubnetAlphaIn.get(chain.state, netuid)) + BigInt(SubnetAlphaOut.get(chain.state, netuid))
          expect(alpha).toBe(2n * RESERVE)
          expect(coldkeyBalance(chain, accountOfNetuid(netuid))).toBeGreaterThanOrEqual(
            SubnetTAO.get(chain.state, netuid),
          )
          expect(SubnetAlphaOut.get(chain.state, netuid)).toBe(RESERVE + stake(chain, netuid))
        }
        for (const netuid of [ROOT, SUBNET, OTHER]) errorOf(() => remove(chain, stake(chain, netuid), netuid))
        expect(balance(chain)).toBeLessThanOrEqual(100n * TAO)
      }),
      { numRuns: 25 },
    )
  })
})
