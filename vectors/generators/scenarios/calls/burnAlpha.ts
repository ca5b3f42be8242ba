import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { Lock, SubnetAlphaOut } from "../../../../reference/state/storage/subtensorModule.js"
import { alice, carol, validator1 } from "../accounts.js"
import { alpha, alphaRao, tao } from "../amounts.js"
import { lockOf } from "../locks.js"
import { market, ROOT, SUBNET } from "../market.js"
import { argument, blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Scenario, type Suite, variant } from "../suite.js"
import { firstRules, locked, nobodysHotkey, noSubnet } from "./removeStake.js"

function taking(name: "burn_alpha" | "recycle_alpha"): Situation {
  const values = { hotkey: validator1, amount: alpha(10), netuid: SUBNET }
  return blockOn(market(), [callBy(signed(alice), SubtensorModuleCalls[name], values)])
}

const [noSigner, notStarted] = firstRules

const onRoot: BrokenRule = {
  name: "on root",
  change: argument("netuid", ROOT.toString()),
  error: "SubtensorModule.CannotBurnOrRecycleOnRootSubnet",
}

const tooLittleOutside: BrokenRule = {
  name: "more than is outside the pool",
  change: stored((state) => SubnetAlphaOut.set(state, SUBNET, alphaRao(9_999_999_999n))),
  error: "SubtensorModule.InsufficientLiquidity",
}

const present = (rule: BrokenRule | undefined): readonly BrokenRule[] => (rule === undefined ? [] : [rule])

function scenariosOf(ordinary: Scenario): readonly Scenario[] {
  const byLocks = { ...locked, clauses: ["locks-10", "staking-46"] }
  return [
    ordinary,
    variant(ordinary, "more than there is takes what there is", argument("amount", alpha(51).toString())),
    variant(ordinary, "by a coldkey without stake takes nothing", by(signed(carol))),
    ...refusals(ordinary, [...present(noSigner), noSubnet]),
    ...refusals(ordinary, [onRoot]),
    ...refusals(ordinary, [...present(notStarted), nobodysHotkey, tooLittleOutside, byLocks]),
  ]
}

/** `burn_alpha`. */
export const burnAlphaSuite: Suite = {
  chapter: "staking",
  name: "burn_alpha",
  title: "burn_alpha",
  scenarios: scenariosOf(accepted("a part of a position", ["staking-48", "staking-46"], taking("burn_alpha"))),
}

/** `recycle_alpha`. */
export const recycleAlphaSuite: Suite = {
  chapter: "staking",
  name: "recycle_alpha",
  title: "recycle_alpha",
  scenarios: scenariosOf(accepted("a part of a position", ["staking-47", "staking-46"], taking("recycle_alpha"))),
}

function buying(limit: bigint | undefined): Situation {
  const most = limit === undefined ? undefined : tao(1)
  const values = { hotkey: validator1, netuid: SUBNET, amount: tao(10), limit: most }
  return blockOn(market(), [callBy(signed(alice), SubtensorModuleCalls.add_stake_burn, values)])
}

const bought = accepted("at whatever price", ["staking-49", "staking-30"], buying(undefined))
const boughtToLimit = accepted("up to a price", ["staking-49", "staking-31"], buying(1n))

/** `add_stake_burn`. */
export const addStakeBurnSuite: Suite = {
  chapter: "staking",
  name: "add_stake_burn",
  title: "add_stake_burn",
  scenarios: [
    bought,
    boughtToLimit,
    ...refusals(bought, [
      ...present(noSigner),
      { name: "on root, which is bought and cannot be burned", change: onRoot.change, error: onRoot.error },
    ]),
    ...refusals(bought, [
      {
        name: "where more is locked than there was",
        change: stored((state) => Lock.set(state, alice, SUBNET, validator1, lockOf(alpha(51), alpha(1)))),
        error: "SubtensorModule.StakeUnavailable",
        clauses: ["staking-49", "locks-10"],
      },
    ]),
    ...refusals(bought, [
      { name: "for nothing", change: argument("amount", "0"), error: "SubtensorModule.AmountTooLow" },
    ]),
    ...refusals(boughtToLimit, [
      {
        name: "at a limit that is the price",
        change: argument("limit", "500000000"),
        error: "Swap.PriceLimitExceeded",
        clauses: ["staking-49", "staking-22"],
      },
    ]),
    ...refusals(boughtToLimit, [
      {
        name: "what would go beyond the price",
        change: argument("limit", "505000000"),
        error: "SubtensorModule.SlippageTooHigh",
      },
    ]),
  ],
}
