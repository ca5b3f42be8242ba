import { publicFunction } from "../interface/publicFunction.js"
import { bool, fixed, optional, struct, taoBalance, u16, u64, vector } from "../interface/valueTypes.js"
import { U64F64 } from "../numbers/formats.js"
import { increasedBurn } from "./burnIncrease.js"
import { clampBurn, decayFactor, mulByQ32, powQ32 } from "./burnPrice.js"
import { neuronToReplace } from "./pruning.js"
import { raoRegistrationFunctions } from "./rao/functions.js"
import { immunePercentage } from "./trimUids.js"

const forks = ["balancer"]

const candidates = vector(struct({ uid: u16, emission: u64, registeredAt: u64, immune: bool }))

/** The rules of registration that vectors call by name. */
export const registrationFunctions = [
  publicFunction({
    name: "registration.increasedBurn",
    clauses: ["registration-07"],
    forks,
    parameters: { burn: taoBalance, factor: fixed(U64F64), least: taoBalance, most: taoBalance },
    result: taoBalance,
    run: ({ burn, factor, least, most }) => increasedBurn(burn, factor, least, most),
  }),
  publicFunction({
    name: "registration.neuronToReplace",
    clauses: ["registration-09"],
    forks,
    parameters: { candidates, leastNonImmune: u16 },
    result: optional(u16),
    run: (input) => neuronToReplace(input.candidates, input.leastNonImmune),
  }),
  publicFunction({
    name: "registration.mulByQ32",
    clauses: ["registration-30"],
    forks,
    parameters: { value: u64, factor: u64 },
    result: u64,
    run: ({ value, factor }) => mulByQ32(value, factor),
  }),
  publicFunction({
    name: "registration.powQ32",
    clauses: ["registration-30"],
    forks,
    parameters: { base: u64, exponent: u16 },
    result: u64,
    run: ({ base, exponent }) => powQ32(base, exponent),
  }),
  publicFunction({
    name: "registration.decayFactor",
    clauses: ["registration-30"],
    forks,
    parameters: { halfLife: u16 },
    result: u64,
    run: ({ halfLife }) => decayFactor(halfLife),
  }),
  publicFunction({
    name: "registration.clampBurn",
    clauses: ["registration-30"],
    forks,
    parameters: { price: u64, least: taoBalance, most: taoBalance },
    result: taoBalance,
    run: ({ price, least, most }) => clampBurn(price, least, most),
  }),
  publicFunction({
    name: "registration.immunePercentage",
    clauses: ["registration-15"],
    forks,
    parameters: { immune: u16, uids: u16 },
    result: u16,
    run: ({ immune, uids }) => immunePercentage(immune, uids),
  }),
  ...raoRegistrationFunctions,
]
