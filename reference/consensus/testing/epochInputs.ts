import fc from "fast-check"
import { I32F32, I64F64 } from "../../numbers/formats.js"
import { U64 } from "../../numbers/integers.js"
import { alphaBalance } from "../../state/primitives.js"
import type { EpochInput, StoredMatrix } from "../epochInput.js"
import type { SparseMatrix } from "../sparseMatrix.js"

/** Raw bits from zero to one, the ends more often. */
export const fraction: fc.Arbitrary<I32F32> = fc
  .oneof({ weight: 6, arbitrary: fc.bigInt(0n, I32F32.ONE) }, { weight: 1, arbitrary: fc.constantFrom(0n, I32F32.ONE) })
  .map((raw) => I32F32.fromBits(raw))

/** A row with columns below `columns`, each at most once, in any order. */
function row(columns: number) {
  return fc.uniqueArray(fc.tuple(fc.nat(Math.max(columns - 1, 0)), fraction), {
    maxLength: columns,
    selector: ([column]) => column,
  })
}

/** A matrix of fractions. */
export function matrixOf(rows: number, columns: number): fc.Arbitrary<SparseMatrix> {
  return fc.array(row(columns), { minLength: rows, maxLength: rows })
}

function storedMatrix(size: number): fc.Arbitrary<StoredMatrix> {
  const entries = fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(65_535)), {
    maxLength: size,
    selector: ([uid]) => uid,
  })
  return fc.array(entries, { minLength: size, maxLength: size })
}

function byUid<T>(size: number, value: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(value, { minLength: size, maxLength: size })
}

const NOW = 10_000n
const block = fc.bigInt(0n, NOW)

/** Inputs of epochs on subnets of `size` neurons, most of them with weights that count. */
export function epochInputOf(size: number): fc.Arbitrary<EpochInput> {
  return fc.record({
    size: fc.constant(size),
    currentBlock: fc.constant(NOW),
    tempo: fc.nat(1000),
    lastEpochBlock: fc.oneof(fc.constant(0n), block),
    activityCutoffFactor: fc.integer({ min: 1000, max: 50_000 }),
    lastUpdate: byUid(size, fc.oneof({ weight: 4, arbitrary: fc.constant(NOW) }, { weight: 1, arbitrary: block })),
    blockAtRegistration: byUid(
      size,
      fc.oneof({ weight: 4, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: block }),
    ),
    stakeWeights: byUid(
      size,
      fc.nat(100).map((stake) => I64F64.fromInteger(stake)),
    ),
    stakeThreshold: fc.bigInt(0n, 20n),
    ownerUid: fc.option(fc.nat(size - 1), { nil: undefined }),
    validatorPermits: byUid(size, fc.boolean()),
    maxAllowedValidators: fc.nat(size + 1),
    weights: storedMatrix(size),
    bonds: storedMatrix(size),
    commitBlocks: fc.option(byUid(size, fc.oneof(fc.constant(U64.MAX), block)), { nil: undefined }),
    kappa: fc.constant(32_767),
    bondsPenalty: fc.oneof(fc.constantFrom(0, 65_535), fc.nat(65_535)),
    bondsMovingAverage: fc.bigInt(0n, 1_000_000n),
    yuma3: fc.boolean(),
    liquidAlpha: fc.boolean(),
    alphaLow: fc.integer({ min: 1638, max: 40_000 }),
    alphaHigh: fc.integer({ min: 40_000, max: 65_535 }),
    alphaSigmoidSteepness: fc.integer({ min: 0, max: 2000 }),
    emission: fc.bigInt(0n, 10n ** 15n).map(alphaBalance),
  })
}

/** Inputs of epochs on subnets of one to six neurons. */
export const epochInput: fc.Arbitrary<EpochInput> = fc.integer({ min: 1, max: 6 }).chain(epochInputOf)
