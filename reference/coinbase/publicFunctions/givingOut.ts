import { publicFunction } from "../../interface/publicFunction.js"
import {
  accountId,
  alphaBalance,
  bool,
  fixed,
  struct,
  tuple,
  u8,
  u16,
  u64,
  vector,
} from "../../interface/valueTypes.js"
import { U64F64, U96F32 } from "../../numbers/formats.js"
import { splitDividends } from "../dividendSplit.js"
import { dividendsToParents } from "../dividendsToParents.js"
import { takeFromDividend } from "../hotkeyTake.js"
import { withheldProportion } from "../incentives.js"
import { contributorsCut, contributorsPart } from "../leaseDividends.js"
import { selfContribution } from "../selfContribution.js"

const forks = ["balancer"]
const stake = struct({ alpha: u64, tao: u64 })
const shares = vector(struct({ hotkey: accountId, amount: fixed(U96F32) }))

/** How what a subnet has gathered is divided. */
export const givingOutFunctions = [
  publicFunction({
    name: "coinbase.selfContribution",
    clauses: ["coinbase-15"],
    forks,
    parameters: { stake, childProportions: vector(u64), taoWeight: u64 },
    result: u64,
    run: ({ stake: own, childProportions, taoWeight }) => selfContribution(own, childProportions, taoWeight),
  }),
  publicFunction({
    name: "coinbase.dividendsToParents",
    clauses: ["coinbase-15"],
    forks,
    parameters: {
      hotkey: accountId,
      dividend: alphaBalance,
      selfContribution: u64,
      parents: vector(struct({ hotkey: accountId, proportion: u64, stake, hasSameOwner: bool })),
      childkeyTake: u16,
      childkeyBurn: u64,
      taoWeight: u64,
    },
    result: struct({ dividends: vector(tuple(accountId, alphaBalance)), recycled: vector(alphaBalance) }),
    run: dividendsToParents,
  }),
  publicFunction({
    name: "coinbase.splitDividends",
    clauses: ["coinbase-16"],
    forks,
    parameters: {
      earners: vector(struct({ hotkey: accountId, dividend: fixed(U96F32), stake })),
      pendingValidator: alphaBalance,
      pendingRoot: alphaBalance,
      taoWeight: u64,
    },
    result: struct({ alpha: shares, root: shares }),
    run: splitDividends,
  }),
  publicFunction({
    name: "coinbase.leaseContributorsCut",
    clauses: ["coinbase-18"],
    forks,
    parameters: { percentage: u8, cut: alphaBalance },
    result: alphaBalance,
    run: ({ percentage, cut }) => contributorsCut(percentage, cut),
  }),
  publicFunction({
    name: "coinbase.leaseContributorsPart",
    clauses: ["coinbase-18"],
    forks,
    parameters: { share: fixed(U64F64), total: alphaBalance },
    result: alphaBalance,
    run: ({ share, total }) => contributorsPart(share, total),
  }),
  publicFunction({
    name: "coinbase.withheldProportion",
    clauses: ["coinbase-19"],
    forks,
    parameters: { withheld: alphaBalance, total: alphaBalance },
    result: fixed(U96F32),
    run: ({ withheld, total }) => withheldProportion(withheld, total),
  }),
  publicFunction({
    name: "coinbase.takeFromDividend",
    clauses: ["coinbase-20"],
    forks,
    parameters: { dividend: fixed(U96F32), take: u16 },
    result: struct({ take: alphaBalance, rest: alphaBalance }),
    run: ({ dividend, take }) => takeFromDividend(dividend, take),
  }),
]
