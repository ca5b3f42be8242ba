import type { Tolerances } from "../../../harness/protocol/messages.js"
import { runEpoch } from "../../../reference/consensus/epoch.js"
import { type IdealEpoch, idealEpoch } from "../../../reference/consensus/ideal/epoch.js"
import { ONE, type RealMatrix, realSum, ZERO } from "../../../reference/consensus/ideal/realMatrix.js"
import { epochInput } from "../../../reference/consensus/publicFunctions/epoch.js"
import { struct } from "../../../reference/interface/compositeTypes.js"
import type { JsonObject } from "../../../reference/interface/valueType.js"
import { I32F32 } from "../../../reference/numbers/formats.js"
import { type Real, realOfInteger } from "../../../reference/numbers/ideal/realNumbers.js"

type Integer = bigint | number
type Entries = readonly (readonly (readonly [column: number, value: Integer])[])[]
type ExactEpoch = ReturnType<typeof runEpoch>

/** A quantity of an epoch: what the chain makes of it, and the real numbers that this stands for. */
interface Quantity {
  readonly name: string
  /** In units of the last place. */
  readonly exact: readonly Integer[]
  readonly ideal: readonly Real[]
  /** How many units of the last place are one. */
  readonly unitsInOne: Integer
}

const U16_MAX = 65_535

/**
 * How far from the chain's an answer in floating point may be, by quantity, in units of the last place.
 *
 * With d the largest distance between the chain's values and those of the same formulas over the real numbers, the
 * tolerance is ⌊d⌋ + 1: an answer that is one of the two integers beside the real number is less than one unit away from
 * it, so less than d + 1 from the chain's. The rounding errors of a computation in floating point, far below a unit, can
 * but move its answer from one of the two integers to the other.
 */
export function epochTolerances(json: JsonObject): Tolerances {
  const input = struct(epochInput).fromJson(json, "input")
  const [exact, ideal] = [runEpoch(input), idealEpoch(input)]
  const quantities = [
    ...fractionsOf(exact.checkpoints, ideal, input.size),
    ...proportionsOf(exact.output, ideal, input.size),
    ...amountsOf(exact.output, ideal, input.emission),
  ]
  return Object.fromEntries(quantities.map((quantity) => [quantity.name, toleranceOf(quantity)]))
}

function toleranceOf({ exact, ideal, unitsInOne }: Quantity): string {
  const units = realOfInteger(unitsInOne)
  const distances = exact.map((value, place) =>
    realOfInteger(value)
      .sub((ideal[place] ?? ZERO).mul(units))
      .abs(),
  )
  const largest = distances.reduce((most, distance) => (distance.gt(most) ? distance : most), ZERO)
  return largest.floor().add(1).toFixed(0)
}

/** The intermediate values, in steps of 2^-32. */
function fractionsOf(exact: ExactEpoch["checkpoints"], ideal: IdealEpoch, size: number): readonly Quantity[] {
  const vectors = [
    "stake",
    "activeStake",
    "consensus",
    "incentive",
    "dividends",
    "serverShares",
    "validatorShares",
  ] as const
  const matrices = ["weights", "clippedWeights", "weightsForBonds", "bonds"] as const
  const quantity = (name: string, values: readonly Integer[], reals: readonly Real[]): Quantity => ({
    name: `checkpoints.${name}`,
    exact: values,
    ideal: reals,
    unitsInOne: I32F32.ONE,
  })
  return [
    ...vectors.map((name) => quantity(name, exact[name], ideal[name])),
    quantity("validatorTrust", exact.validatorTrust, ideal.clippedWeights.map(realSum)),
    ...matrices.map((name) => quantity(name, spread(exact[name], size), ideal[name].flat())),
  ]
}

/** The results that are stored as u16. */
function proportionsOf(exact: ExactEpoch["output"], ideal: IdealEpoch, size: number): readonly Quantity[] {
  const stored: RealMatrix = ideal.bonds.map((row, uid) => (exact.validatorPermits[uid] ? row : row.map(() => ZERO)))
  const quantity = (name: string, values: readonly Integer[], reals: readonly Real[]): Quantity => ({
    name,
    exact: values,
    ideal: reals.map((share) => lesser(notNegative(share), ONE)),
    unitsInOne: U16_MAX,
  })
  return [
    quantity("stakeWeight", exact.stakeWeight, ideal.stake),
    quantity("consensus", exact.consensus, ideal.consensus),
    quantity("incentive", exact.incentive, ideal.incentive),
    quantity("dividends", exact.dividends, ideal.dividends),
    quantity("validatorTrust", exact.validatorTrust, ideal.clippedWeights.map(realSum)),
    quantity("bonds", spread(exact.bonds, size), stored.flat()),
  ]
}

/** The amounts of alpha rao. */
function amountsOf(exact: ExactEpoch["output"], ideal: IdealEpoch, emission: bigint): readonly Quantity[] {
  const { serverShares, validatorShares } = ideal
  const combined = serverShares.map((share, uid) => share.add(validatorShares[uid] ?? ZERO))
  const quantity = (name: string, values: readonly Integer[], reals: readonly Real[]): Quantity => ({
    name,
    exact: values,
    ideal: reals.map(notNegative),
    unitsInOne: emission,
  })
  return [
    quantity("emission", exact.emission, combined),
    quantity("serverEmission", exact.serverEmission, serverShares),
    quantity("validatorEmission", exact.validatorEmission, validatorShares),
  ]
}

function notNegative(share: Real): Real {
  return share.isNegative() ? ZERO : share
}

function lesser(a: Real, b: Real): Real {
  return a.lt(b) ? a : b
}

/** The rows one after the other, each with a value in every column, the later of two entries. */
function spread(matrix: Entries, columns: number): readonly Integer[] {
  return matrix.flatMap((row) => {
    const values = new Map(row)
    return Array.from({ length: columns }, (_, column) => values.get(column) ?? 0)
  })
}
