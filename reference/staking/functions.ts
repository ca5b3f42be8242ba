import { publicFunction } from "../interface/publicFunction.js"
import { bool, fixed, i64, safeFloat, struct, u64 } from "../interface/valueTypes.js"
import { I64F64, U64F64 } from "../numbers/formats.js"
import {
  sharesOfUpdate as fixedSharesOfUpdate,
  updateForAll as updateForAllFixed,
  updateForOne as updateForOneFixed,
  updateIsWorthShares as updateIsWorthFixedShares,
  valueOfShare as valueOfFixedShare,
} from "./rao/sharePool.js"
import { sharesOfUpdate, updateForAll, updateForOne, updateIsWorthShares, valueOfShare } from "./sharePool.js"

const forks = ["balancer"]
const sharePool = struct({ sharedValue: u64, denominator: safeFloat })
const raoForks = ["rao"]
const share = fixed(U64F64)
const raoSharePool = struct({ sharedValue: u64, denominator: share })

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
  publicFunction({
    name: "staking.rao.sharePool.value",
    clauses: ["staking-61"],
    forks: raoForks,
    parameters: { pool: raoSharePool, share },
    result: u64,
    run: (input) => valueOfFixedShare(input.pool, input.share),
  }),
  publicFunction({
    name: "staking.rao.sharePool.sharesOfUpdate",
    clauses: ["staking-62"],
    forks: raoForks,
    parameters: { pool: raoSharePool, update: i64 },
    result: fixed(I64F64),
    run: ({ pool, update }) => fixedSharesOfUpdate(pool, update),
  }),
  publicFunction({
    name: "staking.rao.sharePool.updateIsWorthShares",
    clauses: ["staking-62"],
    forks: raoForks,
    parameters: { pool: raoSharePool, update: i64 },
    result: bool,
    run: ({ pool, update }) => updateIsWorthFixedShares(pool, update),
  }),
  publicFunction({
    name: "staking.rao.sharePool.updateForOne",
    clauses: ["staking-64"],
    forks: raoForks,
    parameters: { pool: raoSharePool, share, update: i64 },
    result: struct({ pool: raoSharePool, share, update: i64 }),
    run: (input) => updateForOneFixed(input.pool, input.share, input.update),
  }),
  publicFunction({
    name: "staking.rao.sharePool.updateForAll",
    clauses: ["staking-63"],
    forks: raoForks,
    parameters: { pool: raoSharePool, update: i64 },
    result: raoSharePool,
    run: ({ pool, update }) => updateForAllFixed(pool, update),
  }),
]
