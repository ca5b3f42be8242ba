import { publicFunction } from "../interface/publicFunction.js"
import { bool, i64, safeFloat, struct, u64 } from "../interface/valueTypes.js"
import { raoStakingFunctions } from "./rao/functions.js"
import { sharesOfUpdate, updateForAll, updateForOne, updateIsWorthShares, valueOfShare } from "./sharePool.js"

const forks = ["balancer"]
const sharePool = struct({ sharedValue: u64, denominator: safeFloat })

/** The rules of staking that vectors call by name. */
export const stakingFunctions = [
  publicFunction({
    name: "staking.sharePool.value",
    clauses: ["staking-01"],
    forks,
    parameters: { pool: sharePool, share: safeFloat },
    result: u64,
    run: ({ pool, share }) => valueOfShare(pool, share),
  }),
  publicFunction({
    name: "staking.sharePool.sharesOfUpdate",
    clauses: ["staking-02"],
    forks,
    parameters: { pool: sharePool, update: i64 },
    result: safeFloat,
    run: ({ pool, update }) => sharesOfUpdate(pool, update),
  }),
  publicFunction({
    name: "staking.sharePool.updateIsWorthShares",
    clauses: ["staking-02"],
    forks,
    parameters: { pool: sharePool, update: i64 },
    result: bool,
    run: ({ pool, update }) => updateIsWorthShares(pool, update),
  }),
  publicFunction({
    name: "staking.sharePool.updateForOne",
    clauses: ["staking-03"],
    forks,
    parameters: { pool: sharePool, share: safeFloat, update: i64 },
    result: struct({ pool: sharePool, share: safeFloat }),
    run: ({ pool, share, update }) => updateForOne(pool, share, update),
  }),
  publicFunction({
    name: "staking.sharePool.updateForAll",
    clauses: ["staking-03"],
    forks,
    parameters: { pool: sharePool, update: i64 },
    result: sharePool,
    run: ({ pool, update }) => updateForAll(pool, update),
  }),
  ...raoStakingFunctions,
]
