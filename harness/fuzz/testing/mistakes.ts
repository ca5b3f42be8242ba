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
  /** A clause that the mistake breaks. */
  readonly clause: string
}

const POOL: FuzzSelection = { fork: "balancer", chapter: "pool" }
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
    clause: "pool-06",
  },
  {
    name: "< for <= at the bound of the weights",
    copyOf: "sample",
    file: "pool/weights.ts",
    from: "quoteWeight <= PARTS - LEAST_WEIGHT",
    to: "quoteWeight < PARTS - LEAST_WEIGHT",
    selection: { fork: "balancer", functionName: "pool.weightForPrice" },
    clause: "pool-07",
  },
  {
    name: "takes the fee out of the amount in place of on top",
    copyOf: "sample",
    file: "pool/fee.ts",
    from: "shareOfAmount(amount, feeRate, WHOLE_RATE - feeRate)",
    to: "shareOfAmount(amount, feeRate, WHOLE_RATE)",
    selection: { fork: "balancer", functionName: "pool.feeOnTop" },
    clause: "pool-08",
  },
  {
    name: "multiplies before it divides",
    copyOf: "sample",
    file: "pool/fee.ts",
    from: "U64F64.toInteger(U64F64.saturatingMul(U64F64.ofInteger(amount), share), U64)",
    to: "whole.isZero() ? whole : U64.saturate((amount * part).dividedDown(whole))",
    selection: POOL,
    clause: "pool-08",
  },
  {
    name: "halves one rao too late",
    copyOf: "sample",
    file: "emission/curve.ts",
    from: "issuance >= SUPPLY - (SUPPLY >> (halvings + 1))",
    to: "issuance > SUPPLY - (SUPPLY >> (halvings + 1))",
    selection: EMISSION,
    clause: "emission-01",
  },
  {
    name: "wraps in place of saturating",
    copyOf: "sample",
    file: "emission/flow.ts",
    from: "I64.saturate(flow + I64.wrap(tao))",
    to: "I64.wrap(flow + I64.wrap(tao))",
    selection: EMISSION,
    clause: "emission-13",
  },
  {
    name: "leaves out the cap of what is minted",
    copyOf: "sample",
    file: "emission/curve.ts",
    from: "return room < amount ? room : amount",
    to: "return room.isZero() ? room : amount",
    selection: EMISSION,
    clause: "emission-03",
  },
  {
    name: "breaks ties the other way",
    copyOf: "sample",
    file: "consensus/weightedMedian.ts",
    from: "minority < belowPivot",
    to: "minority <= belowPivot",
    selection: { fork: "balancer", chapter: "consensus" },
    clause: "consensus-10",
  },
  {
    name: "truncates toward zero in place of downwards",
    copyOf: "sample",
    file: "numbers/fixedRounding.ts",
    from: "(a >> format.places) << format.places",
    to: "a.dividedTowardZero(format.one) << format.places",
    selection: NUMBERS,
    clause: "numbers-05",
  },
  {
    name: "swaps two operands",
    copyOf: "sample",
    file: "pool/constantProductLimits.ts",
    from: "mulDiv(pool.taoReserve, LIMIT_UNIT, limit)",
    to: "mulDiv(pool.taoReserve, limit, LIMIT_UNIT)",
    selection: RAO_POOL,
    clause: "pool-33",
  },
  {
    name: "a threshold that is off by one",
    copyOf: "sample",
    file: "pool/constantProduct.ts",
    from: "Integer.of(10_000_000)",
    to: "Integer.of(10_000_001)",
    selection: { fork: "rao", functionName: "pool.rao.sell" },
    clause: "pool-31",
  },
  {
    name: "takes the smaller fee in place of the larger",
    copyOf: "sample",
    file: "pool/constantProduct.ts",
    from: "greater(byDividends, byAmount)",
    to: "lesser(byDividends, byAmount)",
    selection: RAO_POOL,
    clause: "pool-32",
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
    clause: "coinbase-08",
  },
  {
    name: "leaves out the clamp of a price",
    copyOf: "model",
    file: "reference/registration/burnIncrease.js",
    from: "clampBurn(U64F64.saturatingToU64(product), least, most)",
    to: "U64F64.saturatingToU64(product)",
    selection: blocksOf("registration"),
    clause: "registration-07",
  },
  {
    name: "gives the rest of a dividend to the wrong side of the take",
    copyOf: "model",
    file: "reference/coinbase/hotkeyTake.js",
    from: "const { take, rest } = takeFromDividend",
    to: "const { take: rest, rest: take } = takeFromDividend",
    selection: blocksOf("coinbase"),
    clause: "coinbase-20",
  },
  {
    name: "< for <= at the whole balance",
    copyOf: "model",
    file: "reference/emission/tao.js",
    from: "return amount <= coldkeyBalance(chain, coldkey)",
    to: "return amount < coldkeyBalance(chain, coldkey)",
    selection: blocksOf("staking"),
    clause: "staking-30",
  },
  {
    name: "forgets an update of the denominator of shares",
    copyOf: "model",
    file: "reference/staking/sharePool.js",
    from: "updateForAll({ ...pool, denominator }, update), share: moved",
    to: "updateForAll(pool, update), share: moved",
    selection: blocksOf("staking"),
    clause: "staking-05",
  },
  {
    name: "lets a price fall from the third block on in place of the second",
    copyOf: "model",
    file: "reference/registration/burnPrice.js",
    from: "blockNumber > 1n ?",
    to: "blockNumber > 2n ?",
    selection: blocksOf("registration"),
    clause: "registration-31",
  },
]

/** Every mistake. */
export const mistakes: readonly Mistake[] = [...IN_FUNCTIONS, ...IN_BLOCKS]
