import { publicFunction } from "../interface/publicFunction.js"
import { bool, u64 } from "../interface/valueTypes.js"
import { passesRateLimit } from "./rateLimits.js"

/** The rules of hyperparameters that vectors call by name. */
export const hyperparametersFunctions = [
  publicFunction({
    name: "hyperparameters.passesRateLimit",
    clauses: ["hyperparameters-03"],
    forks: ["balancer"],
    parameters: { last: u64, now: u64, blocksApart: u64 },
    result: bool,
    run: ({ last, now, blocksApart }) => passesRateLimit(last, now, blocksApart),
  }),
]
