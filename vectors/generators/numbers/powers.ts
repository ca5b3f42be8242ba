import fc from "fast-check"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { JsonObject, TypeDescription } from "../../../reference/interface/valueType.js"
import type { BoundaryCase, FunctionCases } from "../functions/functionCases.js"
import { namedValues } from "../functions/namedValues.js"

/** The first argument by the name of its value; the second by its own, or as an integer. */
type Arguments = readonly [first: string, second: string | number]

const WHOLE_POWERS: readonly Arguments[] = [
  ["zero", 0],
  ["zero", 1],
  ["one", 4_294_967_295],
  ["minus one", 4_294_967_295],
  ["two", 0],
  ["two", 7],
  ["two", 8],
  ["two", 63],
  ["two", 64],
  ["two", 255],
  ["minus two", 15],
  ["minus two", 31],
  ["minus two", 63],
  ["minus three", 3],
  ["ten", 2],
  ["ten", 9],
  ["ten", 38],
  ["the largest", 1],
  ["the largest", 2],
  ["the least", 2],
  ["the least", 3],
]

const FRACTION_TO_WHOLE: readonly Arguments[] = [
  ["zero", 0],
  ["zero", 5],
  ["zero", -1],
  ["one and a half", 0],
  ["one and a half", 1],
  ["one and a half", 2],
  ["one and a half", 7],
  ["half", -3],
  ["three", -1],
  ["a step below one", 1_000],
  ["two", 200],
  ["two", -200],
  ["two", -2_147_483_648],
  ["minus two", 3],
  ["minus one and a half", -2],
  ["the largest", 2],
  ["the least", 2],
]

const FRACTION_TO_FRACTION: readonly Arguments[] = [
  ["zero", "zero"],
  ["zero", "half"],
  ["two", "zero"],
  ["three", "one"],
  ["two", "half"],
  ["two", "two"],
  ["two and a half", "one and a half"],
  ["half", "two"],
  ["half", "minus half"],
  ["a step", "half"],
  ["a third", "minus three"],
  ["ten", "ten"],
  ["minus one", "two"],
  ["ten", "the largest"],
  ["the largest", "half"],
  ["a step above one", "the largest whole"],
]

const ROOTS: readonly Arguments[] = [
  ["zero", "a step"],
  ["a step", "a step"],
  ["half", "a step"],
  ["one", "zero"],
  ["two", "a step"],
  ["two", "half"],
  ["three", "zero"],
  ["the largest", "a step"],
  ["minus one", "a step"],
]

const LOGARITHMS: readonly Arguments[] = [
  ["zero", "two"],
  ["one", "two"],
  ["ten", "two"],
  ["half", "ten"],
  ["a step", "two"],
  ["the largest", "a step above one"],
  ["two", "zero"],
  ["two", "one"],
  ["two", "minus one"],
  ["two", "half"],
  ["minus one", "two"],
]

const BY_PARAMETERS = new Map([
  ["a exponent", WHOLE_POWERS],
  ["x epsilon", ROOTS],
  ["x base", LOGARITHMS],
])

function argumentsOf(names: string, second: TypeDescription): readonly Arguments[] {
  if (names === "base exponent") return second.kind === "fixed" ? FRACTION_TO_FRACTION : FRACTION_TO_WHOLE
  return BY_PARAMETERS.get(names) ?? []
}

/** Powers, roots to a precision and logarithms to a base: functions of two numbers that mean different things. */
export function powerBoundaries({ name, parameters }: PublicFunction): readonly BoundaryCase[] {
  const [first, second] = Object.entries(parameters)
  if (first === undefined || second === undefined) throw new Error(`${name} has no listed boundaries`)
  const [firstValues, secondValues] = [namedValues(first[1].describe), namedValues(second[1].describe)]
  return argumentsOf(`${first[0]} ${second[0]}`, second[1].describe).flatMap(([a, b]) => {
    const left = firstValues?.get(a)
    const right = typeof b === "number" ? BigInt(b) : secondValues?.get(b)
    if (left === undefined || right === undefined) return []
    const input = { [first[0]]: left.toString(), [second[0]]: right.toString() }
    return [{ name: `${first[0]} ${a}, ${second[0]} ${String(b).replace("-", "minus ")}`, input }]
  })
}

type RatioPower = readonly [base: readonly [bigint, bigint], exponent: readonly [bigint, bigint], scale: bigint]

const PARTS = 10n ** 18n
const TAO = 10n ** 9n

const RATIO_POWERS: { readonly [name: string]: RatioPower } = {
  "half to the first": [[1n, 2n], [1n, 1n], PARTS],
  "a third to the second": [[1n, 3n], [2n, 1n], PARTS],
  "two thirds to the half": [[2n, 3n], [1n, 2n], PARTS],
  "an exponent that is reduced": [[2n, 3n], [500n, 1_000n], PARTS],
  "a base of one": [[7n, 7n], [3n, 5n], PARTS],
  "a base above one": [[1_000_001n * TAO, 1_000_000n * TAO], [1n, 3n], PARTS],
  "a base of zero": [[0n, 5n], [1n, 2n], PARTS],
  "a base of zero with a negative exponent": [[0n, 5n], [-1n, 2n], PARTS],
  "an exponent of zero": [[3n, 5n], [0n, 7n], PARTS],
  "a scale of zero": [[3n, 5n], [1n, 7n], 0n],
  "a scale of one": [[3n, 5n], [1n, 7n], 1n],
  "a zero denominator of the base": [[1n, 0n], [1n, 2n], PARTS],
  "a zero denominator of the exponent": [[1n, 2n], [1n, 0n], PARTS],
  "a negative base": [[-1n, 2n], [1n, 2n], PARTS],
  "a negative denominator of the base": [[1n, -2n], [1n, 2n], PARTS],
  "a negative exponent": [[1n, 2n], [-1n, 2n], PARTS],
  "a negative denominator of the exponent": [[1n, 2n], [1n, -2n], PARTS],
  "a negative scale": [[1n, 2n], [1n, 2n], -PARTS],
  "the largest exact exponent": [[999n, 1_000n], [1_024n, 1_023n], PARTS],
  "the largest exact root": [[999n, 1_000n], [1_023n, 1_024n], PARTS],
  "the first exponent that is approximated": [[999n, 1_000n], [1_025n, 1_024n], PARTS],
  "the first root that is approximated": [[999n, 1_000n], [1_024n, 1_025n], PARTS],
  "weights of the pool that are approximated": [
    [10_000n * TAO, 10_001n * TAO],
    [499_999_999_999_999_999n, 500_000_000_000_000_001n],
    PARTS,
  ],
  "a base whose mantissa is three halves": [[3n, 2n], [1_025n, 2_048n], PARTS],
  "a base just below three halves": [[1_499_999n, 1_000_000n], [1_025n, 2_048n], PARTS],
  "a result below one part": [[1n, TAO], [5_000n, 3_001n], TAO],
  "a tiny fraction of a large reserve": [[21_000_000n * TAO, 21_000_000n * TAO + 1n], [3_333n, 6_667n], PARTS],
  "a scale of more than the precision": [[2n, 3n], [1_025n, 2_049n], 10n ** 37n],
}

/** A power of the pool: reserves of up to 2^64, weights that add up to one. */
const poolPowers: fc.Arbitrary<JsonObject> = fc
  .record({
    reserve: fc.bigInt({ min: 1n, max: 1n << 60n }),
    added: fc.bigInt({ min: 0n, max: 1n << 50n }),
    weight: fc.bigInt({ min: 1n, max: PARTS - 1n }),
    precision: fc.constantFrom(0, 32, 256, 1_024),
  })
  .map(({ reserve, added, weight, precision }) =>
    ratioInput([reserve, reserve + added], [weight, PARTS - weight], PARTS, precision),
  )

/** ln 2 in units of 2^−56, as the series gives it where 32 places are kept. */
const LN_2 = 49_946_518_136_356_788n

/** What only shows at a precision of its own. */
const PRECISE: readonly BoundaryCase[] = [
  { name: "more terms than a series may have", input: ratioInput([2n, 3n], [1_025n, 2_049n], PARTS, 4_000) },
  {
    name: "an exponential that ends too early, after an even number of terms",
    input: ratioInput([1n, 1n << 40n], [1_025n, 64n], PARTS, 256),
  },
  {
    name: "an exponential that ends too early, after an odd number of terms",
    input: ratioInput([1n, 1n << 40n], [1_025n, 64n], PARTS, 257),
  },
  { name: "a rounding of the power that shows", input: ratioInput([5n, 6n], [1_025n, 2_049n], PARTS, 0) },
  // Below, the exponent's denominator is ln 2 at this precision, so that x is its numerator.
  {
    name: "a power half way between two of its units",
    input: ratioInput([2n, 1n], [17_188_255_743n, LN_2], 4_190_212n, 0),
  },
  {
    name: "an exponential with a term that is just one unit of the places kept",
    input: ratioInput([2n, 1n], [140_274_996_420_556_057n, LN_2], 16_777_039n, 0),
  },
  { name: "no precision asked for", input: ratioInput([2n, 3n], [1_025n, 2_049n], PARTS, 0) },
  { name: "a scale of zero that is approximated", input: ratioInput([2n, 3n], [1_025n, 2_049n], 0n, 32) },
]

function ratioInput(
  [baseNumerator, baseDenominator]: readonly [bigint, bigint],
  [exponentNumerator, exponentDenominator]: readonly [bigint, bigint],
  scale: bigint,
  precision: number,
): JsonObject {
  return {
    baseNumerator: baseNumerator.toString(),
    baseDenominator: baseDenominator.toString(),
    exponentNumerator: exponentNumerator.toString(),
    exponentDenominator: exponentDenominator.toString(),
    precision: precision.toString(),
    scale: scale.toString(),
  }
}

/** The power of a ratio to a ratio. */
export function powRatioCases(): Partial<FunctionCases> {
  const boundaries = Object.entries(RATIO_POWERS).map(([name, [base, exponent, scale]]) => ({
    name,
    input: ratioInput(base, exponent, scale, 1_024),
  }))
  return { boundaries: [...boundaries, ...PRECISE], arbitrary: poolPowers }
}
