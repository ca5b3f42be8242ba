import { publicFunction } from "../interface/publicFunction.js"
import { accountId, netUid, optional, u8, u16 } from "../interface/valueTypes.js"
import { netUidStorageIndex } from "../state/primitives.js"
import { mechanismStorageIndex, netuidOfStorageIndex } from "./mechanismIndex.js"
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
]
