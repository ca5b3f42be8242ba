import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { coldkeyBalance } from "../../emission/tao.js"
import { U64F64 } from "../../numbers/formats.js"
import { eventNames } from "../../state/blankChain.js"
import type { Chain } from "../../state/chain.js"
import { dispatch } from "../../state/dispatch.js"
import { ROOT_ORIGIN, signedBy } from "../../state/origin.js"
import { alphaBalance, type NetUid, netUid, ROOT, taoBalance } from "../../state/primitives.js"
import { SubtensorModuleCalls } from "../../state/rao/calls.js"
import type { ErrorName } from "../../state/refusal.js"
import { TotalIssuance } from "../../state/storage/balances.js"
import {
  Alpha,
  AlphaDividendsPerSubnet,
  Delegates,
  LastColdkeyHotkeyStakeBlock,
  NominatorMinRequiredStake,
  OwnedHotkeys,
  Owner,
  PendingChildKeys,
  StakeThreshold,
  StakingHotkeys,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetTAO,
  TotalHotkeyAlpha,
  TotalHotkeyAlphaLastEpoch,
  TotalHotkeyShares,
  TotalStake,
  TransferToggle,
} from "../../state/storage/subtensorModule.js"
import { clearSmallNominations } from "./smallNominations.js"
import {
  COLDKEY,
  call,
  errorOf,
  fillPool,
  give,
  HOTKEY,
  market,
  OTHER,
  OWNER,
  RESERVE,
  SECOND_HOTKEY,
  SUBNET,
  stake,
  TAO,
} from "./testing/market.js"

const FEE = 50_000n
const MISSING = netUid(7)
const NO_HOTKEY = SECOND_HOTKEY

function add(chain: Chain, rao: bigint, netuid = SUBNET, hotkey = HOTKEY): void {
  call(chain, SubtensorModuleCalls.add_stake, { hotkey, netuid, amount_staked: taoBalance(rao) })
}

function addLimit(chain: Chain, rao: bigint, limit: bigint, partial: boolean): void {
  const order = { hotkey: HOTKEY, netuid: SUBNET, amount_staked: taoBalance(rao) }
  call(chain, SubtensorModuleCalls.add_stake_limit, {
    ...order,
    limit_price: taoBalance(limit),
    allow_partial: partial,
  })
}

function remove(chain: Chain, alphaRao: bigint, netuid = SUBNET, hotkey = HOTKEY): void {
  call(chain, SubtensorModuleCalls.remove_stake, { hotkey, netuid, amount_unstaked: alphaBalance(alphaRao) })
}

function removeLimit(chain: Chain, alphaRao: bigint, limit: bigint, partial: boolean): void {
  const order = { hotkey: HOTKEY, netuid: SUBNET, amount_unstaked: alphaBalance(alphaRao) }
  const price = { limit_price: taoBalance(limit), allow_partial: partial }
  call(chain, SubtensorModuleCalls.remove_stake_limit, { ...order, ...price })
}

function move(chain: Chain, alphaRao: bigint, from: NetUid, to: NetUid, hotkeys = [HOTKEY, HOTKEY] as const): void {
  call(chain, SubtensorModuleCalls.move_stake, {
    origin_hotkey: hotkeys[0],
    destination_hotkey: hotkeys[1],
    origin_netuid: from,
    destination_netuid: to,
    alpha_amount: alphaBalance(alphaRao),
  })
}

function swapLimit(chain: Chain, alphaRao: bigint, limit: bigint, partial: boolean, to: NetUid = OTHER): void {
  call(chain, SubtensorModuleCalls.swap_stake_limit, {
    hotkey: HOTKEY,
    origin_netuid: SUBNET,
    destination_netuid: to,
    alpha_amount: alphaBalance(alphaRao),
    limit_price: taoBalance(limit),
    allow_partial: partial,
  })
}

function transfer(chain: Chain, alphaRao: bigint): void {
  call(chain, SubtensorModuleCalls.transfer_stake, {
    destination_coldkey: OWNER,
    hotkey: HOTKEY,
    origin_netuid: SUBNET,
    destination_netuid: OTHER,
    alpha_amount: alphaBalance(alphaRao),
  })
}

function take(chain: Chain, name: "recycle_alpha" | "burn_alpha", alphaRao: bigint, netuid = SUBNET, hotkey = HOTKEY) {
  call(chain, SubtensorModuleCalls[name], { hotkey, amount: alphaBalance(alphaRao), netuid })
}

const balance = (chain: Chain) => coldkeyBalance(chain, COLDKEY)
const tao = (chain: Chain, netuid = SUBNET): bigint => SubnetTAO.get(chain.state, netuid)

/** What each of these is refused with, in their order. */
function errorsOf(
  attempts: readonly ((chain: Chain) => void)[],
  prepare = market,
): readonly (ErrorName | "accepted")[] {
  return attempts.map((each) => {
    const chain = prepare()
    return errorOf(() => each(chain))
  })
}

/** A market where the coldkey has 10 alpha on the first subnet. */
function staked(): Chain {
  const chain = market()
  give(chain, 10n * TAO)
  return chain
}

describe("adding stake", () => {
  test("takes the TAO out of the account and out of issuance, and the pool keeps the fee", () => {
    const chain = market()
    add(chain, 10n * TAO)
    const bought = RESERVE - BigInt(SubnetAlphaIn.get(chain.state, SUBNET))
    expect(bought).toBe(9_900_941_084n)
    expect(stake(chain)).toBe(bought)
    expect(SubnetAlphaOut.get(chain.state, SUBNET)).toBe(RESERVE + bought)
    expect(tao(chain)).toBe(RESERVE + 10n * TAO)
    expect(TotalStake.get(chain.state)).toBe(10n * TAO)
    expect(balance(chain)).toBe(90n * TAO)
    expect(TotalIssuance.get(chain.state)).toBe(90n * TAO)
    expect(StakingHotkeys.get(chain.state, COLDKEY)).toEqual([HOTKEY])
    expect(LastColdkeyHotkeyStakeBlock.get(chain.state, COLDKEY, HOTKEY)).toBe(chain.blockNumber)
    expect(eventNames(chain)).toEqual(["Balances.Withdraw", "SubtensorModule.StakeAdded"])
  })

  test("leaves what keeps the account alive, and stakes the rest", () => {
    const chain = market()
    add(chain, 100n * TAO, ROOT)
    expect(stake(chain, ROOT)).toBe(100n * TAO - 500n - FEE)
    expect(balance(chain)).toBe(500n)
  })

  test("is refused by the subnet, the amount, the balance, the hotkey and the pools, in this order", () => {
    const poorlyFilled = (chain: Chain) => fillPool(chain, SUBNET, RESERVE, 10_000_000n)
    const errors = errorsOf([
      (chain) => add(chain, 1n, MISSING),
      (chain) => add(chain, 549_999n, SUBNET, NO_HOTKEY),
      (chain) => add(chain, 100n * TAO + 1n, SUBNET, NO_HOTKEY),
      (chain) => add(chain, TAO, SUBNET, NO_HOTKEY),
      (chain) => {
        poorlyFilled(chain)
        add(chain, TAO)
      },
      (chain) => {
        TotalHotkeyShares.set(chain.state, HOTKEY, SUBNET, U64F64.ONE)
        add(chain, TAO)
      },
      (chain) => add(chain, 550_000n),
    ])
    expect(errors).toEqual([
      "SubtensorModule.SubnetNotExists",
      "SubtensorModule.AmountTooLow",
      "SubtensorModule.NotEnoughBalanceToStake",
      "SubtensorModule.HotKeyAccountNotExists",
      "SubtensorModule.InsufficientLiquidity",
      "SubtensorModule.InsufficientLiquidity",
      "accepted",
    ])
  })

  test("is refused where more is asked for than is issued", () => {
    const chain = market()
    TotalIssuance.set(chain.state, taoBalance(TAO - 1n))
    expect(errorOf(() => add(chain, TAO))).toBe("SubtensorModule.NotEnoughBalanceToStake")
  })

  test("needs a signature", () => {
    const order = { hotkey: HOTKEY, netuid: SUBNET, amount_staked: taoBalance(TAO) }
    const declaration = SubtensorModuleCalls.add_stake
    expect(errorOf(() => dispatch(market(), ROOT_ORIGIN, { declaration, arguments: order }))).toBe("BadOrigin")
  })
})

describe("adding stake up to a price", () => {
  test("makes a hotkey of another coldkey a delegate, which adding without a limit does not", () => {
    const chain = market()
    add(chain, TAO)
    expect(Delegates.has(chain.state, HOTKEY)).toBe(false)
    addLimit(chain, TAO, 2n * TAO, false)
    expect(Delegates.has(chain.state, HOTKEY)).toBe(true)
    Owner.set(chain.state, HOTKEY, COLDKEY)
    Delegates.remove(chain.state, HOTKEY)
    addLimit(chain, TAO, 2n * TAO, false)
    expect(Delegates.has(chain.state, HOTKEY)).toBe(false)
  })

  test("stakes as much as the limit times the alpha is above the TAO, where a part is allowed", () => {
    const chain = market()
    addLimit(chain, 50n * TAO, 1_020_000_000n, true)
    expect(tao(chain)).toBe(RESERVE + 20n * TAO)
    expect(errorOf(() => addLimit(market(), 50n * TAO, 1_020_000_000n, false))).toBe("SubtensorModule.SlippageTooHigh")
  })

  test("takes a part that is not more than the fee as the fee, and no alpha comes", () => {
    const chain = market()
    addLimit(chain, TAO, 1_000_000_049n, true)
    expect(tao(chain)).toBe(RESERVE + 49_000n)
    expect(stake(chain)).toBe(0n)
    expect(balance(chain)).toBe(100n * TAO - 49_000n)
    expect(StakingHotkeys.get(chain.state, COLDKEY)).toEqual([])
  })

  test("stakes nothing where the price is at the limit already, and says so in an event", () => {
    const chain = market()
    addLimit(chain, TAO, TAO, true)
    expect(balance(chain)).toBe(100n * TAO)
    expect(eventNames(chain)).toEqual(["SubtensorModule.StakeAdded"])
  })
})

describe("removing stake", () => {
  test("gives the coldkey TAO that is issued anew, and the pool keeps the fee", () => {
    const chain = staked()
    remove(chain, 5n * TAO)
    const sold = 4_975_124_378n
    expect(balance(chain)).toBe(100n * TAO + sold - 248_755n)
    expect(TotalIssuance.get(chain.state)).toBe(100n * TAO + sold - 248_755n)
    expect(tao(chain)).toBe(RESERVE - sold + 248_755n)
    expect(stake(chain)).toBe(5n * TAO)
    expect(eventNames(chain)).toEqual(["SubtensorModule.StakeRemoved", "Balances.Deposit"])
  })

  test("costs the value of an epoch's dividends, up to all that the pool pays", () => {
    const chain = staked()
    AlphaDividendsPerSubnet.set(chain.state, SUBNET, HOTKEY, alphaBalance(30n * TAO))
    TotalHotkeyAlphaLastEpoch.set(chain.state, HOTKEY, SUBNET, alphaBalance(10n * TAO))
    remove(chain, 5n * TAO)
    expect(balance(chain)).toBe(100n * TAO)
    expect(tao(chain)).toBe(RESERVE)
    expect(stake(chain)).toBe(5n * TAO)
  })

  test("on root and on a subnet without a pool costs 50,000 rao", () => {
    const chain = market()
    give(chain, 10n * TAO, ROOT)
    SubnetTAO.set(chain.state, ROOT, taoBalance(10n * TAO))
    remove(chain, 5n * TAO, ROOT)
    expect(balance(chain)).toBe(105n * TAO - FEE)
  })

  test("is refused by the subnet, the pool, the amount, the hotkey and the stake, in this order", () => {
    const errors = errorsOf(
      [
        (chain) => remove(chain, 0n, MISSING),
        (chain) => {
          fillPool(chain, SUBNET, 10_000_000n, RESERVE)
          remove(chain, 1_000n, SUBNET, NO_HOTKEY)
        },
        (chain) => remove(chain, 500_000n, SUBNET, NO_HOTKEY),
        (chain) => remove(chain, TAO, SUBNET, NO_HOTKEY),
        (chain) => remove(chain, 10n * TAO + 1n),
        (chain) => remove(chain, 500_001n, ROOT),
        (chain) => remove(chain, 500_002n),
      ],
      staked,
    )
    expect(errors).toEqual([
      "SubtensorModule.SubnetNotExists",
      "SubtensorModule.InsufficientLiquidity",
      "SubtensorModule.AmountTooLow",
      "SubtensorModule.HotKeyAccountNotExists",
      "SubtensorModule.NotEnoughStakeToWithdraw",
      "SubtensorModule.NotEnoughStakeToWithdraw",
      "accepted",
    ])
  })

  test("refuses all of a stake that is worth no more than the least stake", () => {
    const chain = market()
    give(chain, 500_000n)
    expect(errorOf(() => remove(chain, 500_000n))).toBe("SubtensorModule.AmountTooLow")
  })

  test("takes the whole stake where a hundred-thousandth or less would be left", () => {
    const chain = staked()
    remove(chain, 10n * TAO - 100_000n)
    expect(stake(chain)).toBe(0n)
    expect(Alpha.has(chain.state, HOTKEY, COLDKEY, SUBNET)).toBe(false)
    expect(TotalHotkeyAlpha.has(chain.state, HOTKEY, SUBNET)).toBe(false)
    expect(SubnetAlphaIn.get(chain.state, SUBNET)).toBe(RESERVE + 10n * TAO)
  })

  test("down to a price sells as much as the TAO over the limit is above the alpha, at the fee of all", () => {
    const chain = staked()
    removeLimit(chain, 10n * TAO, 999_000_000n, true)
    const sold = 10n * TAO - stake(chain)
    expect(sold).toBe(1_001_001_001n)
    const paid = (RESERVE * sold) / (RESERVE + sold)
    const feeOfAll = 495_048n
    expect(RESERVE - tao(chain)).toBe(paid - feeOfAll)
    expect(errorOf(() => removeLimit(staked(), 10n * TAO, 999_000_000n, false))).toBe("SubtensorModule.SlippageTooHigh")
  })

  test("clears what is left below the least nomination, but not of the hotkey's owner", () => {
    const chain = staked()
    NominatorMinRequiredStake.set(chain.state, 6n * TAO)
    remove(chain, 5n * TAO)
    expect(stake(chain)).toBe(0n)
    expect(eventNames(chain)).toEqual([
      "SubtensorModule.StakeRemoved",
      "Balances.Deposit",
      "SubtensorModule.StakeRemoved",
      "Balances.Deposit",
    ])
    const owned = staked()
    NominatorMinRequiredStake.set(owned.state, 6n * TAO)
    Owner.set(owned.state, HOTKEY, COLDKEY)
    remove(owned, 5n * TAO)
    expect(stake(owned)).toBe(5n * TAO)
  })

  test("drops the children that a hotkey was to get once its stake is below the threshold", () => {
    const chain = staked()
    PendingChildKeys.set(chain.state, OTHER, HOTKEY, [[[1n, OWNER]], 9n])
    StakeThreshold.set(chain.state, 4n * TAO)
    remove(chain, 5n * TAO)
    expect(PendingChildKeys.has(chain.state, OTHER, HOTKEY)).toBe(true)
    removeLimit(chain, TAO, 0n, false)
    expect(PendingChildKeys.has(chain.state, OTHER, HOTKEY)).toBe(false)
  })

  test("loses TAO for an account that would stay below the existential deposit", () => {
    const chain = market()
    give(chain, 600_000n)
    AlphaDividendsPerSubnet.set(chain.state, SUBNET, HOTKEY, alphaBalance(999_999n))
    TotalHotkeyAlphaLastEpoch.set(chain.state, HOTKEY, SUBNET, alphaBalance(1_000_000n))
    const poor = signedBy(OWNER)
    Alpha.set(chain.state, HOTKEY, OWNER, SUBNET, Alpha.get(chain.state, HOTKEY, COLDKEY, SUBNET))
    const order = { hotkey: HOTKEY, netuid: SUBNET, amount_unstaked: alphaBalance(600_000n) }
    dispatch(chain, poor, { declaration: SubtensorModuleCalls.remove_stake, arguments: order })
    expect(coldkeyBalance(chain, OWNER)).toBe(0n)
    expect(TotalIssuance.get(chain.state)).toBe(100n * TAO)
    expect(RESERVE - tao(chain)).toBe(1n)
  })
})

describe("clearing small nominations", () => {
  test("unstakes those of everybody who does not own the hotkey, without a fee, also of less than the least stake", () => {
    const chain = market()
    give(chain, 1_000n)
    NominatorMinRequiredStake.set(chain.state, 1_001n)
    clearSmallNominations(chain)
    expect(stake(chain)).toBe(0n)
    expect(balance(chain)).toBe(100n * TAO + 1_000n)
  })
})

describe("unstaking everything", () => {
  function stakedEverywhere(): Chain {
    const chain = staked()
    give(chain, 3n * TAO, OTHER)
    give(chain, TAO, ROOT)
    SubnetTAO.set(chain.state, ROOT, taoBalance(TAO))
    return chain
  }

  test("pays network by network, and leaves what may not be unstaked", () => {
    const chain = stakedEverywhere()
    give(chain, 400_000n - 3n * TAO, OTHER)
    call(chain, SubtensorModuleCalls.unstake_all, { hotkey: HOTKEY })
    expect([stake(chain), stake(chain, OTHER), stake(chain, ROOT)]).toEqual([0n, 400_000n, 0n])
    expect(balance(chain)).toBe(100n * TAO + TAO - FEE + 9_900_990_099n - 495_048n)
    expect(eventNames(chain).filter((name) => name === "Balances.Deposit")).toHaveLength(2)
  })

  test("takes the TAO of all subnets to root, which costs nothing more", () => {
    const chain = stakedEverywhere()
    call(chain, SubtensorModuleCalls.unstake_all_alpha, { hotkey: HOTKEY })
    expect([stake(chain), stake(chain, OTHER)]).toEqual([0n, 0n])
    expect(stake(chain, ROOT)).toBe(TAO + 9_900_990_099n - 495_048n + 2_991_026_919n - 149_551n)
    expect(balance(chain)).toBe(100n * TAO)
  })

  test("stakes nothing on root where there was nothing, and says so in an event", () => {
    const chain = market()
    call(chain, SubtensorModuleCalls.unstake_all_alpha, { hotkey: HOTKEY })
    expect(eventNames(chain)).toEqual(["SubtensorModule.StakeAdded"])
  })

  test("clears what is small afterwards, and keeps waiting children", () => {
    const chain = stakedEverywhere()
    NominatorMinRequiredStake.set(chain.state, 1n)
    StakeThreshold.set(chain.state, TAO)
    PendingChildKeys.set(chain.state, OTHER, HOTKEY, [[[1n, OWNER]], 9n])
    call(chain, SubtensorModuleCalls.unstake_all, { hotkey: HOTKEY })
    expect(eventNames(chain).filter((name) => name === "SubtensorModule.StakeRemoved")).toHaveLength(6)
    expect(PendingChildKeys.has(chain.state, OTHER, HOTKEY)).toBe(true)
  })

  test("sells nothing where there is no stake, even where the pool would pay for nothing", () => {
    const chain = market()
    // A product beyond U110F18 makes the quotient too small, so that the pool seems to owe TAO.
    fillPool(chain, SUBNET, 2n ** 60n, 2n ** 60n)
    call(chain, SubtensorModuleCalls.unstake_all, { hotkey: HOTKEY })
    expect(eventNames(chain)).toEqual([])
  })

  test("is refused for a hotkey without an account", () => {
    const calls = [SubtensorModuleCalls.unstake_all, SubtensorModuleCalls.unstake_all_alpha]
    const errors = calls.map((each) => errorOf(() => call(market(), each, { hotkey: NO_HOTKEY })))
    expect(errors).toEqual(["SubtensorModule.HotKeyAccountNotExists", "SubtensorModule.HotKeyAccountNotExists"])
  })
})

describe("stake that changes place", () => {
  test("is sold and bought, and either pool keeps half of the fee", () => {
    const chain = staked()
    move(chain, 10n * TAO, SUBNET, OTHER)
    const paid = 9_900_990_099n
    const half = 247_524n
    expect(RESERVE - tao(chain)).toBe(paid - half)
    expect(tao(chain, OTHER) - RESERVE).toBe(paid - half)
    const bought = RESERVE - SubnetAlphaIn.get(chain.state, OTHER)
    expect(stake(chain, OTHER)).toBe(bought)
    expect(Delegates.has(chain.state, HOTKEY)).toBe(true)
    expect(eventNames(chain)).toEqual([
      "SubtensorModule.StakeRemoved",
      "SubtensorModule.StakeAdded",
      "SubtensorModule.StakeMoved",
    ])
  })

  test("within a subnet is sold and bought back too, for 25,000 rao at each end", () => {
    const chain = staked()
    Owner.set(chain.state, SECOND_HOTKEY, COLDKEY)
    move(chain, 5n * TAO, SUBNET, SUBNET, [HOTKEY, SECOND_HOTKEY])
    expect(stake(chain)).toBe(5n * TAO)
    expect(stake(chain, SUBNET, SECOND_HOTKEY)).toBe(RESERVE + 5n * TAO - SubnetAlphaIn.get(chain.state, SUBNET))
    expect(tao(chain)).toBe(RESERVE)
    expect(Delegates.has(chain.state, SECOND_HOTKEY)).toBe(false)
  })

  test("to another coldkey joins that one's stake, where both subnets allow transfers", () => {
    const chain = staked()
    transfer(chain, 5n * TAO)
    expect(StakingHotkeys.get(chain.state, OWNER)).toEqual([HOTKEY])
    expect(eventNames(chain).at(-1)).toBe("SubtensorModule.StakeTransferred")
    const forbidden = [SUBNET, OTHER].map((netuid) => {
      const other = staked()
      TransferToggle.set(other.state, netuid, false)
      return errorOf(() => transfer(other, 5n * TAO))
    })
    expect(forbidden).toEqual(["SubtensorModule.TransferDisallowed", "SubtensorModule.TransferDisallowed"])
  })

  test("is gone where little more than the least stake comes out of the first pool", () => {
    const chain = market()
    give(chain, 520_000n)
    move(chain, 520_000n, SUBNET, OTHER)
    expect([stake(chain), stake(chain, OTHER)]).toEqual([0n, 0n])
    expect(balance(chain)).toBe(100n * TAO)
    expect(RESERVE - tao(chain)).toBe(519_999n - 25_000n)
    expect(tao(chain, OTHER)).toBe(RESERVE)
    expect(eventNames(chain)).toEqual(["SubtensorModule.StakeRemoved", "SubtensorModule.StakeMoved"])
  })

  test("is gone where the second pool cannot pay and nobody has stake there yet", () => {
    const chain = staked()
    fillPool(chain, OTHER, RESERVE, 10_000_000n)
    move(chain, 10n * TAO, SUBNET, OTHER)
    expect([stake(chain), stake(chain, OTHER)]).toEqual([0n, 0n])
    expect(balance(chain)).toBe(100n * TAO)
    expect(tao(chain, OTHER) - RESERVE).toBe(247_524n)
    expect(eventNames(chain)).toContain("SubtensorModule.StakeAdded")
    const known = staked()
    give(known, TAO, OTHER)
    fillPool(known, OTHER, RESERVE, 10_000_000n)
    expect(errorOf(() => move(known, 10n * TAO, SUBNET, OTHER))).toBe("SubtensorModule.InsufficientLiquidity")
  })

  test("down to a price goes as far as the estimate between the pools lets it", () => {
    const chain = staked()
    swapLimit(chain, 10n * TAO, 998_000_000n, true)
    expect(10n * TAO - stake(chain)).toBe(1_002_004_008n)
    expect(eventNames(chain).at(-1)).toBe("SubtensorModule.StakeSwapped")
    const whole = staked()
    swapLimit(whole, 10n * TAO, 0n, false)
    expect(stake(whole)).toBe(0n)
  })

  test("down to a price asks the price within a subnet too", () => {
    expect(errorOf(() => swapLimit(staked(), TAO, 2n * TAO, false, SUBNET))).toBe("SubtensorModule.SlippageTooHigh")
  })

  test("is refused by subnets, hotkeys, stake, amount and slippage, in this order", () => {
    const errors = errorsOf(
      [
        (chain) => move(chain, 1n, MISSING, OTHER),
        (chain) => move(chain, 1n, SUBNET, MISSING, [NO_HOTKEY, HOTKEY]),
        (chain) => move(chain, 11n * TAO, SUBNET, OTHER, [NO_HOTKEY, HOTKEY]),
        (chain) => move(chain, 11n * TAO, SUBNET, OTHER, [HOTKEY, NO_HOTKEY]),
        (chain) => move(chain, 11n * TAO, SUBNET, OTHER),
        (chain) => move(chain, 500_000n, SUBNET, OTHER),
        (chain) => {
          fillPool(chain, SUBNET, 10_000_000n, RESERVE)
          move(chain, TAO, SUBNET, OTHER)
        },
        (chain) => swapLimit(chain, 10n * TAO, 998_000_000n, false),
      ],
      staked,
    )
    expect(errors).toEqual([
      "SubtensorModule.SubnetNotExists",
      "SubtensorModule.SubnetNotExists",
      "SubtensorModule.HotKeyAccountNotExists",
      "SubtensorModule.HotKeyAccountNotExists",
      "SubtensorModule.NotEnoughStakeToWithdraw",
      "SubtensorModule.AmountTooLow",
      "SubtensorModule.InsufficientLiquidity",
      "SubtensorModule.SlippageTooHigh",
    ])
  })
})

describe("recycling and burning alpha", () => {
  test("take it out of the stake; recycled alpha is outside the pool no more", () => {
    const chain = staked()
    take(chain, "burn_alpha", 4n * TAO)
    expect(SubnetAlphaOut.get(chain.state, SUBNET)).toBe(RESERVE)
    take(chain, "recycle_alpha", 5n * TAO)
    expect(SubnetAlphaOut.get(chain.state, SUBNET)).toBe(RESERVE - 5n * TAO)
    expect(stake(chain)).toBe(TAO)
    expect(eventNames(chain)).toEqual(["SubtensorModule.AlphaBurned", "SubtensorModule.AlphaRecycled"])
  })

  test("are refused by the subnet, the hotkey, the stake and what is outside the pool, in this order", () => {
    const errors = errorsOf(
      [
        (chain) => take(chain, "burn_alpha", 1n, MISSING, NO_HOTKEY),
        (chain) => take(chain, "recycle_alpha", 1n, ROOT, NO_HOTKEY),
        (chain) => take(chain, "recycle_alpha", 11n * TAO, SUBNET, NO_HOTKEY),
        (chain) => take(chain, "recycle_alpha", 11n * TAO),
        (chain) => {
          SubnetAlphaOut.set(chain.state, SUBNET, alphaBalance(TAO))
          take(chain, "burn_alpha", 2n * TAO)
        },
      ],
      staked,
    )
    expect(errors).toEqual([
      "SubtensorModule.SubNetworkDoesNotExist",
      "SubtensorModule.CannotBurnOrRecycleOnRootSubnet",
      "SubtensorModule.HotKeyAccountNotExists",
      "SubtensorModule.NotEnoughStakeToWithdraw",
      "SubtensorModule.InsufficientLiquidity",
    ])
  })
})

describe("hotkeys and takes", () => {
  test("a coldkey makes a hotkey without an owner its own, and nobody else's", () => {
    const chain = market()
    call(chain, SubtensorModuleCalls.try_associate_hotkey, { hotkey: HOTKEY })
    expect(Owner.get(chain.state, HOTKEY)).toBe(OWNER)
    call(chain, SubtensorModuleCalls.try_associate_hotkey, { hotkey: SECOND_HOTKEY })
    expect(OwnedHotkeys.get(chain.state, COLDKEY)).toEqual([SECOND_HOTKEY])
  })

  test("becoming a delegate does nothing, even without a signature", () => {
    const chain = market()
    dispatch(chain, ROOT_ORIGIN, { declaration: SubtensorModuleCalls.become_delegate, arguments: { hotkey: HOTKEY } })
    expect(Delegates.has(chain.state, HOTKEY)).toBe(false)
  })

  test("a raise waits from the last change, which is noted in an item of its own", () => {
    const chain = market()
    Owner.set(chain.state, HOTKEY, COLDKEY)
    call(chain, SubtensorModuleCalls.decrease_take, { hotkey: HOTKEY, take: 5_900 })
    const raise = () => call(chain, SubtensorModuleCalls.increase_take, { hotkey: HOTKEY, take: 6_000 })
    expect(errorOf(raise)).toBe("SubtensorModule.DelegateTxRateLimitExceeded")
    expect(errorOf(() => call(chain, SubtensorModuleCalls.increase_take, { hotkey: HOTKEY, take: 5_900 }))).toBe(
      "SubtensorModule.DelegateTakeTooLow",
    )
  })
})

describe("whatever is added and removed", () => {
  const step = fc.record({ adds: fc.boolean(), part: fc.bigInt(1n, 1_000n), netuid: fc.constantFrom(SUBNET, OTHER) })

  test("no alpha comes or goes, and TAO only moves between account and pools", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const chain = market()
        for (const { adds, part, netuid } of steps) {
          errorOf(() =>
            adds
              ? add(chain, (balance(chain) * part) / 1_000n, netuid)
              : remove(chain, (stake(chain, netuid) * part) / 1_000n, netuid),
          )
        }
        const alpha = (netuid: NetUid): bigint =>
          SubnetAlphaIn.get(chain.state, netuid) + SubnetAlphaOut.get(chain.state, netuid)
        expect([alpha(SUBNET), alpha(OTHER)]).toEqual([2n * RESERVE, 2n * RESERVE])
        expect(balance(chain) + tao(chain) + tao(chain, OTHER)).toBe(100n * TAO + 2n * RESERVE)
        expect(TotalIssuance.get(chain.state)).toBe(balance(chain))
      }),
    )
  })
})
