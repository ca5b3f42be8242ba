import { publicFunction } from "../../interface/publicFunction.js"
import { fixed, optional, struct, u16, vector } from "../../interface/valueTypes.js"
import { I32F32 } from "../../numbers/formats.js"
import { liquidAlphas, logisticCurve, valueOfCurve } from "./liquidAlpha.js"
import { pruningScores } from "./pruningScores.js"

const forks = ["rao"]
const weight = fixed(I32F32)
const range = struct({ alphaLow: weight, alphaHigh: weight })
const curve = struct({ slope: weight, intercept: weight })

/** The rules of the older epoch that vectors call by name. */
export const raoConsensusFunctions = [
  publicFunction({
    name: "consensus.rao.logisticCurve",
    clauses: ["consensus-75"],
    forks,
    parameters: { range, lower: weight, higher: weight },
    result: curve,
    run: (input) => logisticCurve(input.range, input.lower, input.higher),
  }),
  publicFunction({
    name: "consensus.rao.valueOfCurve",
    clauses: ["consensus-75"],
    forks,
    parameters: { curve, consensus: weight },
    result: weight,
    run: (input) => valueOfCurve(input.curve, input.consensus),
  }),
  publicFunction({
    name: "consensus.rao.liquidAlphas",
    clauses: ["consensus-75"],
    forks,
    parameters: { consensus: vector(weight), range },
    result: optional(vector(weight)),
    run: (input) => liquidAlphas(input.consensus, input.range),
  }),
  publicFunction({
    name: "consensus.rao.pruningScores",
    clauses: ["consensus-78"],
    forks,
    parameters: { shares: vector(weight) },
    result: vector(u16),
    run: ({ shares }) => pruningScores(shares),
  }),
]
