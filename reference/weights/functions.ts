import { publicFunction } from "../interface/publicFunction.js"
import { accountId, bool, bytes, optional, struct, u16, u64, vector } from "../interface/valueTypes.js"
import { toHex } from "../state/scaleTypes.js"
import { isSelfWeight } from "./checks.js"
import { maxUpscale } from "./maxUpscale.js"
import { openTimelock } from "./timelockCiphertext.js"
import { decodeTimelockPayload } from "./timelockPayload.js"

const forks = ["balancer"]

/** The rules of weights that vectors call by name. */
export const weightsFunctions = [
  publicFunction({
    name: "weights.maxUpscale",
    clauses: ["weights-01"],
    forks,
    parameters: { weights: vector(u16) },
    result: vector(u16),
    run: ({ weights }) => maxUpscale(weights),
  }),
  publicFunction({
    name: "weights.isSelfWeight",
    clauses: ["weights-06"],
    forks,
    parameters: { uid: u16, uids: vector(u16) },
    result: bool,
    run: ({ uid, uids }) => isSelfWeight(uid, uids),
  }),
  publicFunction({
    name: "weights.timelockPayload",
    clauses: ["weights-41"],
    forks,
    parameters: { plaintext: bytes, committer: accountId },
    result: optional(struct({ uids: vector(u16), values: vector(u16), versionKey: u64 })),
    run: ({ plaintext, committer }) => decodeTimelockPayload(plaintext, committer),
  }),
  publicFunction({
    name: "weights.openTimelock",
    clauses: ["weights-42"],
    forks,
    parameters: { ciphertext: bytes, signature: bytes },
    result: optional(bytes),
    run: ({ ciphertext, signature }) => openTimelock(toHex(ciphertext), toHex(signature)),
  }),
]
