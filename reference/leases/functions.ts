import { publicFunction } from "../interface/publicFunction.js"
import { accountId, fixed, taoBalance, u32, u64 } from "../interface/valueTypes.js"
import { U64F64 } from "../numbers/formats.js"
import { fundsAccount } from "./crowdloans.js"
import { leaseAccount } from "./leaseAccounts.js"
import { leaseShare, refundOfShare } from "./registerLeasedNetwork.js"

const forks = ["balancer"]

/** The rules of leases and crowdloans that vectors call by name. */
export const leasesFunctions = [
  publicFunction({
    name: "leases.fundsAccount",
    clauses: ["leases-01"],
    forks,
    parameters: { crowdloanId: u32 },
    result: accountId,
    run: ({ crowdloanId }) => fundsAccount(crowdloanId),
  }),
  publicFunction({
    name: "leases.leaseColdkey",
    clauses: ["leases-10"],
    forks,
    parameters: { leaseId: u32 },
    result: accountId,
    run: ({ leaseId }) => leaseAccount("coldkey", leaseId),
  }),
  publicFunction({
    name: "leases.leaseHotkey",
    clauses: ["leases-10"],
    forks,
    parameters: { leaseId: u32 },
    result: accountId,
    run: ({ leaseId }) => leaseAccount("hotkey", leaseId),
  }),
  publicFunction({
    name: "leases.leaseShare",
    clauses: ["leases-13"],
    forks,
    parameters: { contribution: u64, raised: u64 },
    result: fixed(U64F64),
    run: ({ contribution, raised }) => leaseShare(contribution, raised),
  }),
  publicFunction({
    name: "leases.refundOfShare",
    clauses: ["leases-13"],
    forks,
    parameters: { share: fixed(U64F64), leftover: taoBalance },
    result: taoBalance,
    run: ({ share, leftover }) => refundOfShare(share, leftover),
  }),
]
