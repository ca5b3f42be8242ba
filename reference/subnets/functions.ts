import { publicFunction } from "../interface/publicFunction.js"
import {
  accountId,
  alphaBalance,
  fixed,
  netUid,
  optional,
  struct,
  taoBalance,
  u8,
  u16,
  u32,
  u64,
  vector,
} from "../interface/valueTypes.js"
import { U64F64 } from "../numbers/formats.js"
import { netUidStorageIndex } from "../state/primitives.js"
import { largestRemainderPortions } from "./largestRemainder.js"
import { decayedLockCost, lockReductionInterval } from "./lockCost.js"
import { mechanismStorageIndex, netuidOfStorageIndex } from "./mechanismIndex.js"
import { alphaAtPrice } from "./newPool.js"
import { accountOfNetuid, netuidOfSubnetAccount } from "./subnetAccount.js"

const forks = ["balancer"]

/** The rules of subnets that vectors call by name. */
export const subnetsFunctions = [
  publicFunction({
    name: "subnets.accountOfNetuid",
    clauses: ["subnets-02"],
    forks,
    parameters: { netuid: netUid },
    result: accountId,
    run: ({ netuid }) => accountOfNetuid(netuid),
  }),
  publicFunction({
    name: "subnets.netuidOfSubnetAccount",
    clauses: ["subnets-02"],
    forks,
    parameters: { account: accountId },
    result: optional(netUid),
    run: ({ account }) => netuidOfSubnetAccount(account),
  }),
  publicFunction({
    name: "subnets.mechanismStorageIndex",
    clauses: ["subnets-03"],
    forks,
    parameters: { netuid: netUid, mechanism: u8 },
    result: u16,
    run: ({ netuid, mechanism }) => mechanismStorageIndex(netuid, mechanism),
  }),
  publicFunction({
    name: "subnets.netuidOfStorageIndex",
    clauses: ["subnets-03"],
    forks,
    parameters: { index: u16 },
    result: netUid,
    run: ({ index }) => netuidOfStorageIndex(netUidStorageIndex(index)),
  }),
  publicFunction({
    name: "subnets.decayedLockCost",
    clauses: ["subnets-10"],
    forks,
    parameters: { lastCost: taoBalance, leastCost: taoBalance, factor: u64, reductionInterval: u64, age: u64 },
    result: taoBalance,
    run: decayedLockCost,
  }),
  publicFunction({
    name: "subnets.lockReductionInterval",
    clauses: ["subnets-10"],
    forks,
    parameters: { stored: u64, emission: taoBalance },
    result: u64,
    run: ({ stored, emission }) => lockReductionInterval(stored, emission),
  }),
  publicFunction({
    name: "subnets.alphaAtPrice",
    clauses: ["subnets-17"],
    forks,
    parameters: { tao: taoBalance, price: fixed(U64F64) },
    result: alphaBalance,
    run: ({ tao, price }) => alphaAtPrice(tao, price),
  }),
  publicFunction({
    name: "subnets.largestRemainderPortions",
    clauses: ["subnets-24"],
    forks,
    parameters: { pot: taoBalance, weights: vector(u64) },
    result: vector(struct({ holder: u32, share: taoBalance })),
    run: ({ pot, weights }) =>
      largestRemainderPortions(
        pot,
        weights.map((weight, holder) => ({ holder, weight })),
      ).map(({ holder, share }) => ({ holder, share })),
  }),
]
