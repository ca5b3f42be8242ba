import { publicFunction, publicFunctionWithCheckpoints } from "../../interface/publicFunction.js"
import { optional, struct, u16, u64 } from "../../interface/valueTypes.js"
import { bondsToStore } from "../bondStorage.js"
import { clamp, expSafe, liquidAlpha } from "../liquidAlpha.js"
import { liquidMovingAverage } from "../liquidBonds.js"
import { elementwiseProduct, rowSumsWeighted, scaleRows } from "../matrixProducts.js"
import { movingAverage, saturatingAlpha, wrappingAlpha } from "../movingAverage.js"
import { fractionOfU16, proportionToU16 } from "../proportions.js"
import { yuma } from "../yuma.js"
import { averageBonds, yuma3 } from "../yuma3.js"
import { flags, fractions, i32f32, sparseMatrix, storedMatrix } from "./types.js"

const forks = ["balancer"]
const liquidAlphaParameters = struct({ alphaLow: i32f32, alphaHigh: i32f32, steepness: i32f32 })
const averageInput = {
  weights: sparseMatrix,
  bonds: sparseMatrix,
  consensus: fractions,
  liquidAlpha: optional(liquidAlphaParameters),
  bondsMovingAverage: u64,
}
const bondInput = { size: u16, ...averageInput, activeStake: fractions, incentive: fractions }

/** What validators hold and what it earns them: moving averages, liquid alpha, Yuma and Yuma 3. */
export const bondFunctions = [
  publicFunction({
    name: "consensus.saturatingAlpha",
    clauses: ["consensus-16"],
    forks,
    parameters: { movingAverage: u64 },
    result: i32f32,
    run: (input) => saturatingAlpha(input.movingAverage),
  }),
  publicFunction({
    name: "consensus.wrappingAlpha",
    clauses: ["consensus-16"],
    forks,
    parameters: { movingAverage: u64 },
    result: i32f32,
    run: (input) => wrappingAlpha(input.movingAverage),
  }),
  publicFunction({
    name: "consensus.movingAverage",
    clauses: ["consensus-16"],
    forks,
    parameters: { newer: sparseMatrix, older: sparseMatrix, alpha: i32f32 },
    result: sparseMatrix,
    run: ({ newer, older, alpha }) => movingAverage(newer, older, alpha),
  }),
  publicFunction({
    name: "consensus.clamp",
    clauses: ["consensus-17"],
    forks,
    parameters: { value: i32f32, low: i32f32, high: i32f32 },
    result: i32f32,
    run: ({ value, low, high }) => clamp(value, low, high),
  }),
  publicFunction({
    name: "consensus.expSafe",
    clauses: ["consensus-17"],
    forks,
    parameters: { input: i32f32 },
    result: i32f32,
    run: ({ input }) => expSafe(input),
  }),
  publicFunction({
    name: "consensus.liquidAlpha",
    clauses: ["consensus-17"],
    forks,
    parameters: { consensus: i32f32, weight: i32f32, bond: i32f32, parameters: liquidAlphaParameters },
    result: i32f32,
    run: ({ consensus, weight, bond, parameters }) => liquidAlpha(consensus, weight, bond, parameters),
  }),
  publicFunction({
    name: "consensus.liquidMovingAverage",
    clauses: ["consensus-18"],
    forks,
    parameters: {
      weights: sparseMatrix,
      bonds: sparseMatrix,
      consensus: fractions,
      parameters: liquidAlphaParameters,
    },
    result: sparseMatrix,
    run: ({ weights, bonds, consensus, parameters }) => liquidMovingAverage(weights, bonds, consensus, parameters),
  }),
  publicFunction({
    name: "consensus.averageBonds",
    clauses: ["consensus-18"],
    forks,
    parameters: averageInput,
    result: sparseMatrix,
    run: averageBonds,
  }),
  publicFunction({
    name: "consensus.scaleRows",
    clauses: ["consensus-19"],
    forks,
    parameters: { matrix: sparseMatrix, rowFactors: fractions },
    result: sparseMatrix,
    run: ({ matrix, rowFactors }) => scaleRows(matrix, rowFactors),
  }),
  publicFunction({
    name: "consensus.rowSumsWeighted",
    clauses: ["consensus-19"],
    forks,
    parameters: { matrix: sparseMatrix, columnFactors: fractions },
    result: fractions,
    run: ({ matrix, columnFactors }) => rowSumsWeighted(matrix, columnFactors),
  }),
  publicFunctionWithCheckpoints({
    name: "consensus.yuma",
    clauses: ["consensus-19"],
    forks,
    parameters: bondInput,
    result: fractions,
    checkpoints: { bonds: sparseMatrix },
    run: (input) => {
      const { bonds, dividends } = yuma(input)
      return { result: dividends, checkpoints: { bonds } }
    },
  }),
  publicFunction({
    name: "consensus.elementwiseProduct",
    clauses: ["consensus-20"],
    forks,
    parameters: { a: fractions, b: fractions },
    result: fractions,
    run: ({ a, b }) => elementwiseProduct(a, b),
  }),
  publicFunctionWithCheckpoints({
    name: "consensus.yuma3",
    clauses: ["consensus-20"],
    forks,
    parameters: bondInput,
    result: fractions,
    checkpoints: { bonds: sparseMatrix },
    run: (input) => {
      const { bonds, dividends } = yuma3(input)
      return { result: dividends, checkpoints: { bonds } }
    },
  }),
  publicFunction({
    name: "consensus.fractionOfU16",
    clauses: ["consensus-22"],
    forks,
    parameters: { value: u16 },
    result: i32f32,
    run: ({ value }) => fractionOfU16(value),
  }),
  publicFunction({
    name: "consensus.proportionToU16",
    clauses: ["consensus-22"],
    forks,
    parameters: { fraction: i32f32 },
    result: u16,
    run: ({ fraction }) => proportionToU16(fraction),
  }),
  publicFunction({
    name: "consensus.bondsToStore",
    clauses: ["consensus-22"],
    forks,
    parameters: { bonds: sparseMatrix, permits: flags },
    result: storedMatrix,
    run: ({ bonds, permits }) => bondsToStore(bonds, permits),
  }),
]
