import { U64F64 } from "../../../../reference/numbers/formats.js"
import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import { TotalIssuance as CurrencyIssuance } from "../../../../reference/state/storage/balances.js"
import {
  Alpha,
  NetworksAdded,
  SubnetAlphaIn,
  SubnetMechanism,
  TotalHotkeyAlpha,
  TotalHotkeyShares,
} from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { alice, bob, stranger, validator1 } from "../accounts.js"
import { alphaRao, rao, tao } from "../amounts.js"
import { SUBNET } from "../market.js"
import { all, argument, blockOn, by, type Change, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { raoMarket } from "./market.js"

const ADD = ["staking-78", "staking-77", "staking-69"]
const ADD_LIMIT = ["staking-79", "staking-77", "pool-33"]

/** The least stake and the fee. */
const LEAST = 550_000n

function adding(amount: bigint): Situation {
  const values = { hotkey: validator1, netuid: SUBNET, amount_staked: rao(amount) }
  return blockOn(raoMarket(), [callBy(signed(alice), SubtensorModuleCalls.add_stake, values)])
}

/** A limit that lets about 48 TAO in. */
function addingLimit(amount: bigint, partly: boolean): Situation {
  const values = {
    hotkey: validator1,
    netuid: SUBNET,
    amount_staked: rao(amount),
    limit_price: rao(524_000_000n),
    allow_partial: partly,
  }
  return blockOn(raoMarket(), [callBy(signed(alice), SubtensorModuleCalls.add_stake_limit, values)])
}

/** The same while an account has so much TAO. */
function balance(free: bigint): Change {
  return stored((state) => Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free } })))
}

const noSubnet: BrokenRule = {
  name: "on a subnet that is not there",
  change: stored((state) => NetworksAdded.remove(state, SUBNET)),
  error: "SubtensorModule.SubnetNotExists",
}

const nobodysHotkey: BrokenRule = {
  name: "on a hotkey that nobody owns",
  change: argument("hotkey", stranger),
  error: "SubtensorModule.HotKeyAccountNotExists",
}

const poorPool: BrokenRule = {
  name: "into a pool that would keep less than 10,000,000 alpha rao",
  change: stored((state) => SubnetAlphaIn.set(state, SUBNET, alphaRao(10_000_000))),
  error: "SubtensorModule.InsufficientLiquidity",
  clauses: ["staking-77", "pool-42", "pool-31"],
}

const worthlessShares: BrokenRule = {
  name: "on a hotkey whose shares are worth nothing",
  change: stored((state) => TotalHotkeyAlpha.remove(state, validator1, SUBNET)),
  error: "SubtensorModule.InsufficientLiquidity",
  clauses: ["staking-77", "staking-62"],
}

const ordinary = accepted("more on a position that is there", ADD, adding(10_000_000_000n))
const least = accepted("the least that may be staked", ADD, adding(LEAST))

/** `add_stake` of fork rao. */
export const raoAddStakeSuite: Suite = {
  chapter: "staking",
  name: "add_stake",
  title: "add_stake",
  scenarios: [
    ordinary,
    least,
    variant(
      ordinary,
      "a position in a hotkey's pool that has others",
      stored((state) => Alpha.remove(state, validator1, alice, SUBNET)),
      ["staking-64", "staking-62", "staking-65"],
    ),
    variant(
      ordinary,
      "the first position on a hotkey",
      stored((state) => {
        for (const coldkey of [alice, bob]) Alpha.remove(state, validator1, coldkey, SUBNET)
        TotalHotkeyShares.remove(state, validator1, SUBNET)
        TotalHotkeyAlpha.remove(state, validator1, SUBNET)
      }),
      ["staking-64", "staking-62"],
    ),
    variant(
      ordinary,
      "shares that are worth more than one alpha rao each",
      stored((state) => TotalHotkeyShares.set(state, validator1, SUBNET, U64F64.fromInteger(75_000_000_000n))),
      ["staking-61", "staking-62", "staking-64"],
    ),
    variant(
      ordinary,
      "on a subnet without a pool",
      stored((state) => SubnetMechanism.set(state, SUBNET, 0)),
      ["pool-42", "pool-43"],
    ),
    variant(ordinary, "on root", argument("netuid", "0"), ["staking-69", "pool-42"]),
    variant(ordinary, "all of a balance, of which the existential deposit stays", balance(10_000_000_000n), [
      "staking-78",
      "emission-23",
    ]),
    ...refusals(ordinary, [{ name: "by no signer", change: by("root"), error: "BadOrigin" }, noSubnet]),
    ...refusals(least, [
      { ...noSubnet, name: "the least, on a subnet that is not there" },
      {
        name: "less than the least",
        change: argument("amount_staked", (LEAST - 1n).toString()),
        error: "SubtensorModule.AmountTooLow",
      },
      {
        name: "the least, by who has less",
        change: balance(LEAST - 1n),
        error: "SubtensorModule.NotEnoughBalanceToStake",
      },
    ]),
    ...refusals(ordinary, [
      {
        name: "more than all accounts hold",
        change: stored((state) => CurrencyIssuance.set(state, tao(9))),
        error: "SubtensorModule.NotEnoughBalanceToStake",
        clauses: ["staking-77", "emission-22"],
      },
      nobodysHotkey,
      poorPool,
    ]),
    ...refusals(ordinary, [worthlessShares]),
  ],
}

const within = accepted("all of it within the limit", ADD_LIMIT, addingLimit(10_000_000_000n, false))
const partial = accepted("the part that is within the limit", ADD_LIMIT, addingLimit(100_000_000_000n, true))
const leastWithin = accepted("the least, within the limit", ADD_LIMIT, addingLimit(LEAST, false))
const tooHigh: BrokenRule = {
  name: "at a limit below the price",
  change: argument("limit_price", "1"),
  error: "SubtensorModule.SlippageTooHigh",
  clauses: ["staking-79", "staking-77", "pool-33"],
}

/** `add_stake_limit` of fork rao. */
export const raoAddStakeLimitSuite: Suite = {
  chapter: "staking",
  name: "add_stake_limit",
  title: "add_stake_limit",
  scenarios: [
    within,
    partial,
    leastWithin,
    variant(partial, "a part of nothing", argument("limit_price", "0")),
    variant(
      within,
      "on root, at a limit above one",
      all(argument("netuid", "0"), argument("limit_price", "1000000001")),
    ),
    ...refusals(within, [{ name: "by no signer", change: by("root"), error: "BadOrigin" }, noSubnet]),
    ...refusals(leastWithin, [
      { ...noSubnet, name: "the least, on a subnet that is not there" },
      {
        name: "less than the least",
        change: argument("amount_staked", (LEAST - 1n).toString()),
        error: "SubtensorModule.AmountTooLow",
      },
      { ...tooHigh, name: "the least, at a limit below the price" },
      {
        name: "the least, by who has less",
        change: balance(LEAST - 1n),
        error: "SubtensorModule.NotEnoughBalanceToStake",
      },
      { ...nobodysHotkey, name: "the least, on a hotkey that nobody owns" },
    ]),
    ...refusals(within, [nobodysHotkey, worthlessShares]),
    ...refusals(partial, [{ ...poorPool, clauses: ["staking-77", "pool-42"] }]),
  ],
}
