import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import {
  Lock,
  PendingChildKeys,
  StakeThreshold,
  SubtokenEnabled,
} from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { alice, carol, miner1, validator1 } from "../accounts.js"
import { alpha } from "../amounts.js"
import { lockOf } from "../locks.js"
import { market, OTHER, ROOT, SUBNET } from "../market.js"
import { blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { nobodysHotkey } from "./removeStake.js"

type UnstakingCall = "unstake_all" | "unstake_all_alpha"

function unstaking(name: UnstakingCall): Situation {
  const network = market().stake(OTHER, validator1, alice, alpha(20)).stake(ROOT, validator1, alice, alpha(30))
  return blockOn(network, [callBy(signed(alice), SubtensorModuleCalls[name], { hotkey: validator1 })])
}

const firstRules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  nobodysHotkey,
]

const poorAccount: BrokenRule = {
  name: "from a subnet whose account is short of TAO",
  change: stored((state) =>
    Account.mutate(state, accountOfNetuid(SUBNET), (account) => ({
      ...account,
      data: { ...account.data, free: 1_000_000n },
    })),
  ),
  error: "SubtensorModule.InsufficientBalance",
  clauses: ["emission-06", "staking-43"],
}

const all = accepted("on three networks", ["staking-44", "staking-43", "staking-16"], unstaking("unstake_all"))

/** `unstake_all`. */
export const unstakeAllSuite: Suite = {
  chapter: "staking",
  name: "unstake_all",
  title: "unstake_all",
  scenarios: [
    all,
    variant(
      all,
      "but not from a subnet where some is locked",
      stored((state) => Lock.set(state, alice, SUBNET, validator1, lockOf(alpha(1), alpha(1)))),
    ),
    variant(
      all,
      "but not from a subnet that was not started",
      stored((state) => SubtokenEnabled.set(state, SUBNET, false)),
    ),
    variant(all, "of nothing", by(signed(carol))),
    variant(
      all,
      "a hotkey that falls below the stake threshold keeps its pending children",
      stored((state) => {
        StakeThreshold.set(state, 1_000_000_000_000n)
        PendingChildKeys.set(state, SUBNET, validator1, [[[5n, miner1]], 2_000n])
      }),
    ),
    ...refusals(all, [...firstRules, poorAccount]),
  ],
}

const allAlpha = accepted(
  "of two subnets, staked on root on top of what is there",
  ["staking-45", "staking-43", "staking-15"],
  unstaking("unstake_all_alpha"),
)

/** `unstake_all_alpha`. */
export const unstakeAllAlphaSuite: Suite = {
  chapter: "staking",
  name: "unstake_all_alpha",
  title: "unstake_all_alpha",
  scenarios: [
    allAlpha,
    variant(
      allAlpha,
      "but not of a subnet where some is locked",
      stored((state) => Lock.set(state, alice, SUBNET, validator1, lockOf(alpha(1), alpha(1)))),
    ),
    variant(
      allAlpha,
      "but not of a subnet that was not started",
      stored((state) => SubtokenEnabled.set(state, SUBNET, false)),
    ),
    ...refusals(allAlpha, [
      ...firstRules,
      { name: "of nothing", change: by(signed(carol)), error: "SubtensorModule.AmountTooLow" },
    ]),
    ...refusals(allAlpha, [poorAccount]),
  ],
}
