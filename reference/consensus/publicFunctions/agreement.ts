import { publicFunction } from "../../interface/publicFunction.js"
import { optional, u16, u64, vector } from "../../interface/valueTypes.js"
import { clipColumns } from "../clipping.js"
import { interpolate } from "../interpolation.js"
import { columnSumsWeighted, rowSums } from "../matrixProducts.js"
import { normalize, normalizeBySum, normalizeColumns, normalizeRows, sum, upscaleColumns } from "../normalization.js"
import { weightedMedian, weightedMedianByColumn } from "../weightedMedian.js"
import {
  dropDiagonal,
  dropOutdated,
  dropRecentlyRegistered,
  dropRegisteredAfterCommit,
  keepPermittedRows,
} from "../weightMasks.js"
import { flags, fractions, i32f32, sparseMatrix } from "./types.js"

const forks = ["balancer"]
const blocks = vector(u64)

/** What validators say and what they agree on: masks, normalisation, median, clipping, incentive. */
export const agreementFunctions = [
  publicFunction({
    name: "consensus.sum",
    clauses: ["consensus-09"],
    forks,
    parameters: { vector: fractions },
    result: i32f32,
    run: (input) => sum(input.vector),
  }),
  publicFunction({
    name: "consensus.normalize",
    clauses: ["consensus-09"],
    forks,
    parameters: { vector: fractions },
    result: fractions,
    run: (input) => normalize(input.vector),
  }),
  publicFunction({
    name: "consensus.normalizeBySum",
    clauses: ["consensus-09"],
    forks,
    parameters: { vector: fractions, total: i32f32 },
    result: fractions,
    run: (input) => normalizeBySum(input.vector, input.total),
  }),
  publicFunction({
    name: "consensus.normalizeRows",
    clauses: ["consensus-09"],
    forks,
    parameters: { matrix: sparseMatrix },
    result: sparseMatrix,
    run: ({ matrix }) => normalizeRows(matrix),
  }),
  publicFunction({
    name: "consensus.normalizeColumns",
    clauses: ["consensus-09", "consensus-24"],
    forks,
    parameters: { matrix: sparseMatrix, columns: u16 },
    result: sparseMatrix,
    run: ({ matrix, columns }) => normalizeColumns(matrix, columns),
  }),
  publicFunction({
    name: "consensus.upscaleColumns",
    clauses: ["consensus-09", "consensus-24"],
    forks,
    parameters: { matrix: sparseMatrix, columns: u16 },
    result: sparseMatrix,
    run: ({ matrix, columns }) => upscaleColumns(matrix, columns),
  }),
  publicFunction({
    name: "consensus.keepPermittedRows",
    clauses: ["consensus-08"],
    forks,
    parameters: { matrix: sparseMatrix, permits: flags },
    result: sparseMatrix,
    run: ({ matrix, permits }) => keepPermittedRows(matrix, permits),
  }),
  publicFunction({
    name: "consensus.dropDiagonal",
    clauses: ["consensus-08", "consensus-24"],
    forks,
    parameters: { matrix: sparseMatrix, ownerUid: optional(u16) },
    result: sparseMatrix,
    run: ({ matrix, ownerUid }) => dropDiagonal(matrix, ownerUid),
  }),
  publicFunction({
    name: "consensus.dropOutdated",
    clauses: ["consensus-08"],
    forks,
    parameters: { matrix: sparseMatrix, lastUpdate: blocks, blockAtRegistration: blocks },
    result: sparseMatrix,
    run: ({ matrix, lastUpdate, blockAtRegistration }) => dropOutdated(matrix, lastUpdate, blockAtRegistration),
  }),
  publicFunction({
    name: "consensus.dropRegisteredAfterCommit",
    clauses: ["consensus-08"],
    forks,
    parameters: { matrix: sparseMatrix, commitBlocks: blocks, blockAtRegistration: blocks },
    result: sparseMatrix,
    run: ({ matrix, commitBlocks, blockAtRegistration }) =>
      dropRegisteredAfterCommit(matrix, commitBlocks, blockAtRegistration),
  }),
  publicFunction({
    name: "consensus.dropRecentlyRegistered",
    clauses: ["consensus-15"],
    forks,
    parameters: { bonds: sparseMatrix, lastTempo: u64, blockAtRegistration: blocks },
    result: sparseMatrix,
    run: ({ bonds, lastTempo, blockAtRegistration }) => dropRecentlyRegistered(bonds, lastTempo, blockAtRegistration),
  }),
  publicFunction({
    name: "consensus.weightedMedian",
    clauses: ["consensus-10"],
    forks,
    parameters: { stake: fractions, score: fractions, minority: i32f32, total: i32f32 },
    result: i32f32,
    run: ({ stake, score, minority, total }) => weightedMedian(stake, score, minority, total),
  }),
  publicFunction({
    name: "consensus.weightedMedianByColumn",
    clauses: ["consensus-11"],
    forks,
    parameters: { stake: fractions, scores: sparseMatrix, columns: u16, majority: i32f32 },
    result: fractions,
    run: ({ stake, scores, columns, majority }) => weightedMedianByColumn(stake, scores, columns, majority),
  }),
  publicFunction({
    name: "consensus.clipColumns",
    clauses: ["consensus-12"],
    forks,
    parameters: { matrix: sparseMatrix, thresholds: fractions },
    result: sparseMatrix,
    run: ({ matrix, thresholds }) => clipColumns(matrix, thresholds),
  }),
  publicFunction({
    name: "consensus.rowSums",
    clauses: ["consensus-13"],
    forks,
    parameters: { matrix: sparseMatrix },
    result: fractions,
    run: ({ matrix }) => rowSums(matrix),
  }),
  publicFunction({
    name: "consensus.columnSumsWeighted",
    clauses: ["consensus-13"],
    forks,
    parameters: { matrix: sparseMatrix, rowFactors: fractions, columns: u16 },
    result: fractions,
    run: ({ matrix, rowFactors, columns }) => columnSumsWeighted(matrix, rowFactors, columns),
  }),
  publicFunction({
    name: "consensus.interpolate",
    clauses: ["consensus-14", "consensus-24"],
    forks,
    parameters: { from: sparseMatrix, to: sparseMatrix, columns: u16, ratio: i32f32 },
    result: sparseMatrix,
    run: ({ from, to, columns, ratio }) => interpolate(from, to, columns, ratio),
  }),
]
