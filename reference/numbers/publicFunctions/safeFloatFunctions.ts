import { type PublicFunction, publicFunction } from "../../interface/publicFunction.js"
import { bool, fixed, i64, optional, safeFloat, u64, u128 } from "../../interface/valueTypes.js"
import { U64F64 } from "../formats.js"
import { SafeFloat } from "../safeFloat.js"
import { SINCE_BALANCER } from "./forksOfNumbers.js"

const OF_TWO = [
  { operation: "add", clauses: ["numbers-21", "numbers-20"] },
  { operation: "sub", clauses: ["numbers-21", "numbers-20"] },
  { operation: "div", clauses: ["numbers-22", "numbers-20"] },
] as const

/** The share pool's decimal floating point: `numbers.safeFloat.<operation>`. */
export const safeFloatFunctions: readonly PublicFunction[] = [
  ...OF_TWO.map(({ operation, clauses }) =>
    publicFunction({
      name: `numbers.safeFloat.${operation}`,
      clauses,
      forks: SINCE_BALANCER,
      parameters: { a: safeFloat, b: safeFloat },
      result: optional(safeFloat),
      run: ({ a, b }) => SafeFloat[operation](a, b),
    }),
  ),
  publicFunction({
    name: "numbers.safeFloat.create",
    clauses: ["numbers-20"],
    forks: SINCE_BALANCER,
    parameters: { mantissa: u128, exponent: i64 },
    result: optional(safeFloat),
    run: ({ mantissa, exponent }) => SafeFloat.create(mantissa, exponent),
  }),
  publicFunction({
    name: "numbers.safeFloat.mulDiv",
    clauses: ["numbers-22", "numbers-20"],
    forks: SINCE_BALANCER,
    parameters: { a: safeFloat, b: safeFloat, c: safeFloat },
    result: optional(safeFloat),
    run: ({ a, b, c }) => SafeFloat.mulDiv(a, b, c),
  }),
  publicFunction({
    name: "numbers.safeFloat.greaterThan",
    clauses: ["numbers-23"],
    forks: SINCE_BALANCER,
    parameters: { a: safeFloat, b: safeFloat },
    result: bool,
    run: ({ a, b }) => SafeFloat.greaterThan(a, b),
  }),
  publicFunction({
    name: "numbers.safeFloat.toU64",
    clauses: ["numbers-24"],
    forks: SINCE_BALANCER,
    parameters: { a: safeFloat },
    result: u64,
    run: ({ a }) => SafeFloat.toU64(a),
  }),
  publicFunction({
    name: "numbers.safeFloat.fromU64",
    clauses: ["numbers-24"],
    forks: SINCE_BALANCER,
    parameters: { value: u64 },
    result: safeFloat,
    run: ({ value }) => SafeFloat.fromU64(value),
  }),
  publicFunction({
    name: "numbers.safeFloat.fromU64F64",
    clauses: ["numbers-24", "numbers-21", "numbers-22"],
    forks: SINCE_BALANCER,
    parameters: { value: fixed(U64F64) },
    result: safeFloat,
    run: ({ value }) => SafeFloat.fromU64F64(value),
  }),
]
