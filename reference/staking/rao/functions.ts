import { publicFunction } from "../../interface/publicFunction.js"
import { bool, fixed, i64, struct, u64 } from "../../interface/valueTypes.js"
import { I64F64, U64F64 } from "../../numbers/formats.js"
import { sharesOfUpdate, updateForAll, updateForOne, updateIsWorthShares, valueOfShare } from "./sharePool.js"

const forks = ["rao"]
const shares = fixed(U64F64)
const sharePool = struct({ sharedValue: u64, denominator: shares })

/** The rules of staking in shares of U64F64 that vectors call by name. */
export const raoStakingFunctions = [
  publicFunction({
    name: "staking.rao.sharePool.value",
    clauses: ["staking-61"],
    forks,
    parameters: { pool: sharePool, share: shares },
    result: u64,
    run: ({ pool, share }) => valueOfShare(pool, share),
  }),
  publicFunction({
    name: "staking.rao.sharePool.sharesOfUpdate",
    clauses: ["staking-62"],
    forks,
    parameters: { pool: sharePool, update: i64 },
    result: fixed(I64F64),
    run: ({ pool, update }) => sharesOfUpdate(pool, update),
  }),
  publicFunction({
    name: "staking.rao.sharePool.updateIsWorthShares",
    clauses: ["staking-62"],
    forks,
    parameters: { pool: sharePool, update: i64 },
    result: bool,
    run: ({ pool, update }) => updateIsWorthShares(pool, update),
  }),
  publicFunction({
    name: "staking.rao.sharePool.updateForOne",
    clauses: ["staking-64"],
    forks,
    parameters: { pool: sharePool, share: shares, update: i64 },
    result: struct({ pool: sharePool, share: shares, update: i64 }),
    run: ({ pool, share, update }) => updateForOne(pool, share, update),
  }),
  publicFunction({
    name: "staking.rao.sharePool.updateForAll",
    clauses: ["staking-63"],
    forks,
    parameters: { pool: sharePool, update: i64 },
    result: sharePool,
    run: ({ pool, update }) => updateForAll(pool, update),
  }),
]
