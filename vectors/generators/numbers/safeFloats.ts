import fc from "fast-check"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { JsonObject } from "../../../reference/interface/valueType.js"
import type { FunctionCases } from "../functions/functionCases.js"
import { ofAnySize } from "../functions/typeArbitrary.js"

const LARGEST_MANTISSA = 10n ** 21n
const LOWEST_MANTISSA = 10n ** 20n + 1n
const LARGEST_EXPONENT = (1n << 63n) - 1n
const LEAST_EXPONENT = -(1n << 63n)

function safeFloat(mantissa: bigint, exponent: bigint): JsonObject {
  return { mantissa: mantissa.toString(), exponent: exponent.toString() }
}

const VALUES = new Map([
  ["zero", safeFloat(0n, 0n)],
  ["one", safeFloat(LARGEST_MANTISSA, -21n)],
  ["two", safeFloat(2n * 10n ** 20n, -20n)],
  ["three", safeFloat(3n * 10n ** 20n, -20n)],
  ["the lowest mantissa", safeFloat(LOWEST_MANTISSA, 0n)],
  ["the largest mantissa", safeFloat(LARGEST_MANTISSA, 0n)],
  ["one place lower", safeFloat(9n * 10n ** 20n + 5n, -1n)],
  ["two places lower", safeFloat(9n * 10n ** 20n + 99n, -2n)],
  ["22 places lower", safeFloat(LARGEST_MANTISSA, -22n)],
  ["23 places lower", safeFloat(LARGEST_MANTISSA, -23n)],
  ["the largest of all", safeFloat(LARGEST_MANTISSA, LARGEST_EXPONENT)],
  ["the least of all", safeFloat(LOWEST_MANTISSA, LEAST_EXPONENT)],
  ["the u64 bound", safeFloat(184_467_440_737_095_516_160n, -1n)],
  ["just below the u64 bound", safeFloat(184_467_440_737_095_516_159n, -1n)],
])

const PAIRS: readonly (readonly [a: string, b: string])[] = [
  ["zero", "zero"],
  ["zero", "one"],
  ["one", "zero"],
  ["one", "two"],
  ["two", "one"],
  ["one", "three"],
  ["three", "three"],
  ["the largest mantissa", "the largest mantissa"],
  ["the largest mantissa", "one place lower"],
  ["one place lower", "the largest mantissa"],
  ["the lowest mantissa", "one place lower"],
  ["one place lower", "the lowest mantissa"],
  ["the lowest mantissa", "two places lower"],
  ["two places lower", "the lowest mantissa"],
  ["the largest mantissa", "22 places lower"],
  ["the largest mantissa", "23 places lower"],
  ["23 places lower", "the largest mantissa"],
  ["the largest of all", "the largest of all"],
  ["the largest of all", "the least of all"],
  ["the least of all", "the largest of all"],
  ["the least of all", "one"],
  ["the least of all", "zero"],
]

const TRIPLES: readonly (readonly [a: string, b: string, c: string])[] = [
  ["zero", "one", "two"],
  ["one", "two", "three"],
  ["two", "three", "zero"],
  ["the largest mantissa", "the largest mantissa", "the lowest mantissa"],
  ["the lowest mantissa", "the lowest mantissa", "the largest mantissa"],
  ["the largest of all", "the largest of all", "one"],
  ["the largest of all", "one", "the least of all"],
  ["the least of all", "one", "the largest of all"],
  ["the least of all", "the least of all", "one"],
  ["the largest of all", "two", "two"],
]

const MANTISSAS: readonly (readonly [name: string, mantissa: bigint, exponent: bigint])[] = [
  ["zero with an exponent", 0n, 7n],
  ["one", 1n, 0n],
  ["the largest mantissa", LARGEST_MANTISSA, 0n],
  ["one above the largest mantissa", LARGEST_MANTISSA + 1n, 0n],
  ["the lowest mantissa", LOWEST_MANTISSA, 0n],
  ["one below the lowest mantissa", LOWEST_MANTISSA - 1n, 0n],
  ["the largest exponent", LARGEST_MANTISSA, LARGEST_EXPONENT],
  ["a short mantissa at the least exponent", 1n, LEAST_EXPONENT],
  ["a short mantissa just above the least exponent", 1n, LEAST_EXPONENT + 21n],
  ["a short mantissa too near the least exponent", 1n, LEAST_EXPONENT + 20n],
  ["the largest u128", (1n << 128n) - 1n, 0n],
]

/** Normalised numbers, mostly of like size. */
const normalized: fc.Arbitrary<JsonObject> = fc
  .record({
    mantissa: fc.bigInt({ min: LOWEST_MANTISSA, max: LARGEST_MANTISSA }),
    exponent: fc.oneof(fc.bigInt({ min: -30n, max: 10n }), ofAnySize(LEAST_EXPONENT, LARGEST_EXPONENT)),
  })
  .map(({ mantissa, exponent }) => safeFloat(mantissa, exponent))

function value(name: string): JsonObject {
  const found = VALUES.get(name)
  if (found === undefined) throw new Error(`no decimal float is named "${name}"`)
  return found
}

const byParameters: { readonly [names: string]: Partial<FunctionCases> } = {
  "a b": {
    boundaries: PAIRS.map(([a, b]) => ({ name: `a ${a}, b ${b}`, input: { a: value(a), b: value(b) } })),
    arbitrary: fc.record({ a: normalized, b: normalized }),
  },
  "a b c": {
    boundaries: TRIPLES.map(([a, b, c]) => ({
      name: `a ${a}, b ${b}, c ${c}`,
      input: { a: value(a), b: value(b), c: value(c) },
    })),
    arbitrary: fc.record({ a: normalized, b: normalized, c: normalized }),
  },
  a: {
    boundaries: [...VALUES].map(([name, a]) => ({ name: `a ${name}`, input: { a } })),
    arbitrary: fc.record({ a: normalized }),
  },
  "mantissa exponent": {
    boundaries: MANTISSAS.map(([name, mantissa, exponent]) => ({ name, input: safeFloat(mantissa, exponent) })),
    arbitrary: normalized,
  },
}

/** The share pool's decimal floating point, told apart by the parameters. */
export function safeFloatCases({ parameters }: PublicFunction): Partial<FunctionCases> {
  return byParameters[Object.keys(parameters).join(" ")] ?? {}
}
