import { publicFunction } from "../interface/publicFunction.js"
import { alphaBalance, bool, fixed, struct, u64 } from "../interface/valueTypes.js"
import { U64F64 } from "../numbers/formats.js"
import { decay, isZeroLock, rollForward } from "./lockState.js"

const forks = ["balancer"]
const lockState = struct({ locked_mass: alphaBalance, conviction: fixed(U64F64), last_update: u64 })

/** The rules of locks that vectors call by name. */
export const locksFunctions = [
  publicFunction({
    name: "locks.isZeroLock",
    clauses: ["locks-01"],
    forks,
    parameters: { lock: lockState },
    result: bool,
    run: ({ lock }) => isZeroLock(lock),
  }),
  publicFunction({
    name: "locks.decay",
    clauses: ["locks-02"],
    forks,
    parameters: { blocks: u64, rate: u64 },
    result: fixed(U64F64),
    run: ({ blocks, rate }) => decay(blocks, rate),
  }),
  publicFunction({
    name: "locks.rollForward",
    clauses: ["locks-03"],
    forks,
    parameters: {
      lock: lockState,
      now: u64,
      rates: struct({ unlock: u64, maturity: u64 }),
      kind: struct({ ofOwner: bool, perpetual: bool }),
    },
    result: lockState,
    run: ({ lock, now, rates, kind }) => rollForward(lock, now, rates, kind),
  }),
]
