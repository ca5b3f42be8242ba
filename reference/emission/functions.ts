import { publicFunction } from "../interface/publicFunction.js"
import { bool, fixed, i64, struct, taoBalance, u64, vector } from "../interface/valueTypes.js"
import { U64F64, U96F32 } from "../numbers/formats.js"
import { emissionAt } from "./curve.js"
import { emissionOfShare, sharesOfEnabled, sharesOfPrices } from "./shares.js"
import { mintable } from "./tao.js"
import { flowAfterInflow, flowAfterOutflow } from "./taoFlow.js"

const forks = ["balancer"]

/** Subnets as their shares see them. */
const subnets = vector(struct({ movingPrice: fixed(U64F64), minerBurned: fixed(U96F32), emissionEnabled: bool }))

/** The rules of emission that vectors call by name. */
export const emissionFunctions = [
  publicFunction({
    name: "emission.blockEmissionForIssuance",
    clauses: ["emission-01"],
    forks,
    parameters: { issuance: u64 },
    result: u64,
    run: ({ issuance }) => emissionAt(issuance),
  }),
  publicFunction({
    name: "emission.mintable",
    clauses: ["emission-03"],
    forks,
    parameters: { amount: taoBalance, issuance: taoBalance },
    result: taoBalance,
    run: ({ amount, issuance }) => mintable(amount, issuance),
  }),
  publicFunction({
    name: "emission.shares",
    clauses: ["emission-11"],
    forks,
    parameters: { subnets },
    result: vector(fixed(U64F64)),
    run: (input) => sharesOfPrices(input.subnets).map(({ share }) => share),
  }),
  publicFunction({
    name: "emission.subnetBlockEmissions",
    clauses: ["emission-11", "emission-12"],
    forks,
    parameters: { blockEmission: fixed(U96F32), subnets },
    result: vector(fixed(U96F32)),
    run: ({ blockEmission, subnets: priced }) =>
      sharesOfEnabled(sharesOfPrices(priced)).map((subnet) => emissionOfShare(blockEmission, subnet)),
  }),
  publicFunction({
    name: "emission.flowAfterInflow",
    clauses: ["emission-13"],
    forks,
    parameters: { flow: i64, tao: taoBalance },
    result: i64,
    run: ({ flow, tao }) => flowAfterInflow(flow, tao),
  }),
  publicFunction({
    name: "emission.flowAfterOutflow",
    clauses: ["emission-13"],
    forks,
    parameters: { flow: i64, tao: taoBalance },
    result: i64,
    run: ({ flow, tao }) => flowAfterOutflow(flow, tao),
  }),
]
