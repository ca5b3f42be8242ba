import { publicFunction } from "../../interface/publicFunction.js"
import { accountId, bool, hash, struct, u16, u64 } from "../../interface/valueTypes.js"
import { adjustedTerm, movingTerms } from "./adjustTerms.js"
import { isRecent, meetsDifficulty, sealOf } from "./proofOfWork.js"

const forks = ["rao"]

/** The rules of registration at a fixed price of the interval, and by work, that vectors call by name. */
export const raoRegistrationFunctions = [
  publicFunction({
    name: "registration.rao.adjustedTerm",
    clauses: ["registration-50"],
    forks,
    parameters: { current: u64, least: u64, most: u64, registrations: u16, target: u16, adjustmentAlpha: u64 },
    result: u64,
    run: (input) => adjustedTerm(input, input),
  }),
  publicFunction({
    name: "registration.rao.movingTerms",
    clauses: ["registration-51"],
    forks,
    parameters: { hasTooMany: bool, byWork: u16, byBurn: u16 },
    result: struct({ burn: bool, difficulty: bool }),
    run: ({ hasTooMany, byWork, byBurn }) => movingTerms(hasTooMany, byWork, byBurn),
  }),
  publicFunction({
    name: "registration.rao.isRecent",
    clauses: ["registration-46"],
    forks,
    parameters: { workBlock: u64, now: u64 },
    result: bool,
    run: ({ workBlock, now }) => isRecent(workBlock, now),
  }),
  publicFunction({
    name: "registration.rao.meetsDifficulty",
    clauses: ["registration-46"],
    forks,
    parameters: { work: hash, difficulty: u64 },
    result: bool,
    run: ({ work, difficulty }) => meetsDifficulty(work, difficulty),
  }),
  publicFunction({
    name: "registration.rao.sealOf",
    clauses: ["registration-46"],
    forks,
    parameters: { blockHash: hash, nonce: u64, hotkey: accountId },
    result: hash,
    run: sealOf,
  }),
]
