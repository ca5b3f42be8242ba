import type { FuzzSelection } from "../fuzzedCases.js"

/** A single mistake that a person would make, in a copy of an implementation that is right. */
export interface Mistake {
  /** What was done wrong, in words. */
  readonly name: string
  /** Whether the AssemblyScript sample is copied, which has functions, or the model, which has blocks too. */
  readonly copyOf: "sample" | "model"
  /** Below the sample, or below the compiled package. */
  readonly file: string
  /** Stands in the file once. */
  readonly from: string
  readonly to: string
  /** What is fuzzed. */
  readonly selection: FuzzSelection
  /** A finding names at least one of these clauses. */
  readonly clauses: readonly string[]
}

/** In so many cases every mistake is found, drawn from this. */
export const RUNS = 5_000
export const SEED = 1

const RAO_POOL: FuzzSelection = { fork: "rao", chapter: "pool" }
const EMISSION: FuzzSelection = { fork: "balancer", chapter: "emission" }
const NUMBERS: FuzzSelection = { fork: "balancer", chapter: "numbers" }
const blocksOf = (chapter: string): FuzzSelection => ({ fork: "balancer", chapter, only: "blocks" })

/** Mistakes in functions, made in copies of the AssemblyScript sample. */
const IN_FUNCTIONS: readonly Mistake[] = [
  {
    name: "rounds down in place of to the nearest",
    copyOf: "sample",
    file: "pool/weights.ts",
    from: 'PARTS, "nearestTiesUp")',
    to: 'PARTS, "down")',
    selection: { fork: "balancer", functionName: "pool.updatedWeights" },
    clauses: ["pool-06"],
  },
  {
    name: "< for <= at the bound of the weights",
    copyOf: "sample",
    file: "pool/weights.ts",
    from: "quoteWeight <= PARTS - LEAST_WEIGHT",
    to: "quoteWeight < PARTS - LEAST_WEIGHT",
    selection: { fork: "balancer", functionName: "pool.weightForPrice" },
    clauses: ["pool-07"],
  },
  {
    name: "takes the fee out of the amount in place of on top",
    copyOf: "sample",
    file: "pool/fee.ts",
    from: "shareOfAmount(amount, feeRate, WHOLE_RATE - feeRate)",
    to: "shareOfAmount(amount, feeRate, WHOLE_RATE)",
    selection: { fork: "balancer", functionName: "pool.feeOnTop" },
    clauses: ["pool-08"],
  },
  {
    name: "halves one rao too late",
    copyOf: "sample",
    file: "emission/curve.ts",
    from: "issuance >= SUPPLY - (SUPPLY >> (halvings + 1))",
    to: "issuance > SUPPLY - (SUPPLY >> (halvings + 1))",
    selection: EMISSION,
    clauses: ["emission-01"],
  },
  {
    name: "wraps in place of saturating",
    copyOf: "sample",
    file: "emission/flow.ts",
    from: "I64.saturate(flow + I64.wrap(tao))",
    to: "I64.wrap(flow + I64.wrap(tao))",
    selection: EMISSION,
    clauses: ["emission-13"],
  },
  {
    name: "breaks ties the other way",
    copyOf: "sample",
    file: "consensus/weightedMedian.ts",
    from: "minority < belowPivot",
    to: "minority <= belowPivot",
    selection: { fork: "balancer", chapter: "consensus" },
    clauses: ["consensus-10"],
  },
  {
    name: "truncates toward zero in place of downwards",
    copyOf: "sample",
    file: "numbers/fixedRounding.ts",
    from: "(a >> format.places) << format.places",
    to: "a.dividedTowardZero(format.one) << format.places",
    selection: NUMBERS,
    clauses: ["numbers-05"],
  },
  {
    name: "swaps two operands",
    copyOf: "sample",
    file: "pool/constantProductLimits.ts",
    from: "mulDiv(pool.taoReserve, LIMIT_UNIT, limit)",
    to: "mulDiv(pool.taoReserve, limit, LIMIT_UNIT)",
    selection: RAO_POOL,
    clauses: ["pool-33"],
  },
  {
    name: "has a least fee that is off by one",
    copyOf: "sample",
    file: "pool/constantProduct.ts",
    from: "Integer.of(50_000)",
    to: "Integer.of(50_001)",
    selection: RAO_POOL,
    clauses: ["pool-32"],
  },
]

/** Mistakes in what blocks do, made in copies of the model. */
const IN_BLOCKS: readonly Mistake[] = [
  {
    name: "runs the epoch one block late",
    copyOf: "model",
    file: "reference/coinbase/epochSchedule.js",
    from: "LastEpochBlock.get(state, netuid)) >= BigInt(tempo)",
    to: "LastEpochBlock.get(state, netuid)) > BigInt(tempo)",
    selection: blocksOf("coinbase"),
    clauses: ["coinbase-08", "coinbase-12"],
  },
  {
    name: "leaves out the clamp of a price",
    copyOf: "model",
    file: "reference/registration/burnIncrease.js",
    from: "clampBurn(U64F64.saturatingToU64(product), least, most)",
    to: "U64F64.saturatingToU64(product)",
    selection: blocksOf("registration"),
    clauses: ["registration-07"],
  },
  {
    name: "gives the rest of a dividend to the wrong side of the take",
    copyOf: "model",
    file: "reference/coinbase/hotkeyTake.js",
    from: "const { take, rest } = takeFromDividend",
    to: "const { take: rest, rest: take } = takeFromDividend",
    selection: blocksOf("coinbase"),
    clauses: ["coinbase-20", "staking-05"],
  },
  {
    name: "< for <= at the whole balance",
    copyOf: "model",
    file: "reference/emission/tao.js",
    from: "return amount <= coldkeyBalance(chain, coldkey)",
    to: "return amount < coldkeyBalance(chain, coldkey)",
    selection: blocksOf("staking"),
    clauses: ["staking-30", "staking-44", "emission-05"],
  },
  {
    name: "forgets an update of the denominator of shares",
    copyOf: "model",
    file: "reference/staking/sharePool.js",
    from: "updateForAll({ ...pool, denominator }, update), share: moved",
    to: "updateForAll(pool, update), share: moved",
    selection: blocksOf("staking"),
    clauses: ["staking-05"],
  },
  {
    name: "lets a price fall from the third block on in place of the second",
    copyOf: "model",
    file: "reference/registration/burnPrice.js",
    from: "blockNumber > 1n ?",
    to: "blockNumber > 2n ?",
    selection: blocksOf("registration"),
    clauses: ["registration-31"],
  },
]

/** Every mistake. */
export const mistakes: readonly Mistake[] = [...IN_FUNCTIONS, ...IN_BLOCKS]
