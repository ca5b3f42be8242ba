import { publicFunction } from "../interface/publicFunction.js"
import { fixed, hash, u16, u64, u128, vector } from "../interface/valueTypes.js"
import { I96F32 } from "../numbers/formats.js"
import { drawIndices } from "./autoClaim.js"
import { owedAlpha } from "./rootClaim.js"
import { claimableIncrement } from "./rootClaimable.js"
import { claimOfStake } from "./rootClaimed.js"

const forks = ["balancer"]

/** The rules of root dividends that vectors call by name. */
export const rootFunctions = [
  publicFunction({
    name: "root.claimableIncrement",
    clauses: ["root-01"],
    forks,
    parameters: { dividend: u64, rootStake: u64 },
    result: fixed(I96F32),
    run: ({ dividend, rootStake }) => claimableIncrement(dividend, rootStake),
  }),
  publicFunction({
    name: "root.owedAlpha",
    clauses: ["root-03"],
    forks,
    parameters: { rate: fixed(I96F32), rootStake: u64, claimed: u128 },
    result: fixed(I96F32),
    run: ({ rate, rootStake, claimed }) => owedAlpha(rate, rootStake, claimed),
  }),
  publicFunction({
    name: "root.drawIndices",
    clauses: ["root-07"],
    forks,
    // The chain lets nobody ask for more than 50.
    parameters: { hash, count: u16, size: u64 },
    result: vector(u64),
    run: ({ hash: of, count, size }) => drawIndices(of, BigInt(count), size),
  }),
  publicFunction({
    name: "root.claimOfStake",
    clauses: ["root-09"],
    forks,
    parameters: { rate: fixed(I96F32), stake: u64 },
    result: u128,
    run: ({ rate, stake }) => claimOfStake(rate, stake),
  }),
]
