import { publicFunction } from "../../interface/publicFunction.js"
import { alphaBalance, bool, fixed, struct, taoBalance, u16, u64, vector } from "../../interface/valueTypes.js"
import { U64F64, U96F32 } from "../../numbers/formats.js"
import { participantShares } from "../participants.js"
import { weighRoot } from "../rootProportion.js"
import { pricesExceedOne } from "../rootSell.js"
import { subnetTerms } from "../subnetTerms.js"
import { fractionOfU16 } from "../u16Fraction.js"

const forks = ["balancer"]
const amount = fixed(U96F32)

/** How a block's TAO and alpha reach a subnet. */
export const emittingFunctions = [
  publicFunction({
    name: "coinbase.rootProportion",
    clauses: ["coinbase-03"],
    forks,
    parameters: { rootTao: taoBalance, taoWeight: u64, issuance: alphaBalance },
    result: amount,
    run: ({ rootTao, taoWeight, issuance }) => weighRoot(rootTao, taoWeight, issuance),
  }),
  publicFunction({
    name: "coinbase.subnetTerms",
    clauses: ["coinbase-04"],
    forks,
    parameters: { taoEmission: amount, alphaEmission: amount, price: amount, rootProportion: amount },
    result: struct({ taoIn: amount, alphaIn: amount, alphaOut: amount, excessTao: amount }),
    run: subnetTerms,
  }),
  publicFunction({
    name: "coinbase.rootSellFlag",
    clauses: ["coinbase-05"],
    forks,
    parameters: { movingPrices: vector(fixed(U64F64)) },
    result: bool,
    run: ({ movingPrices }) => pricesExceedOne(movingPrices),
  }),
  publicFunction({
    name: "coinbase.fractionOfU16",
    clauses: ["coinbase-07"],
    forks,
    parameters: { value: u16 },
    result: amount,
    run: ({ value }) => fractionOfU16(value),
  }),
  publicFunction({
    name: "coinbase.participantShares",
    clauses: ["coinbase-07"],
    forks,
    parameters: { alphaOut: amount, ownerCut: amount, rootProportion: amount },
    result: struct({ ownerCut: alphaBalance, server: alphaBalance, validator: alphaBalance, root: alphaBalance }),
    run: ({ alphaOut, ownerCut, rootProportion }) => participantShares(alphaOut, ownerCut, rootProportion),
  }),
]
