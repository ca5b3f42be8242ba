import { type PublicFunction, publicFunction } from "../../interface/publicFunction.js"
import { fixed, i32, optional } from "../../interface/valueTypes.js"
import type { FixedFormat } from "../fixedPoint.js"
import { checkedLn, checkedLog, checkedPow, checkedSqrt } from "../safeMath.js"
import { exp, ln, log2, pow, sqrt } from "../transcendental.js"
import { ALL_FORKS } from "./forksOfNumbers.js"

const ONE_ARGUMENT = [
  { operation: "log2", clauses: ["numbers-10"], compute: log2 },
  { operation: "ln", clauses: ["numbers-11", "numbers-10"], compute: ln },
  { operation: "exp", clauses: ["numbers-12"], compute: exp },
] as const

/** Logarithm, exponential and power, which only signed formats have: `numbers.<format>.<operation>`. */
export function signedElementaryFunctions<T extends bigint>(format: FixedFormat<T>): readonly PublicFunction[] {
  const value = fixed(format)
  return [
    ...ONE_ARGUMENT.map(({ operation, clauses, compute }) =>
      publicFunction({
        name: `numbers.${format.name}.${operation}`,
        clauses,
        forks: ALL_FORKS,
        parameters: { x: value },
        result: optional(value),
        run: ({ x }) => compute(format, x),
      }),
    ),
    publicFunction({
      name: `numbers.${format.name}.pow`,
      clauses: ["numbers-14", "numbers-11", "numbers-12"],
      forks: ALL_FORKS,
      parameters: { base: value, exponent: value },
      result: optional(value),
      run: ({ base, exponent }) => pow(format, base, exponent),
    }),
  ]
}

/** Roots and the logarithms of safe math, which every format has: `numbers.<format>.<operation>`. */
export function elementaryFunctions<T extends bigint>(format: FixedFormat<T>): readonly PublicFunction[] {
  const value = fixed(format)
  const shared = { forks: ALL_FORKS, result: optional(value) } as const
  const name = (operation: string) => `numbers.${format.name}.${operation}`
  return [
    publicFunction({
      ...shared,
      name: name("sqrt"),
      clauses: ["numbers-13"],
      parameters: { x: value },
      run: ({ x }) => sqrt(format, x),
    }),
    publicFunction({
      ...shared,
      name: name("checkedPow"),
      clauses: ["numbers-15"],
      parameters: { base: value, exponent: i32 },
      run: ({ base, exponent }) => checkedPow(format, base, exponent),
    }),
    publicFunction({
      ...shared,
      name: name("checkedSqrt"),
      clauses: ["numbers-16"],
      parameters: { x: value, epsilon: value },
      run: ({ x, epsilon }) => checkedSqrt(format, x, epsilon),
    }),
    publicFunction({
      ...shared,
      name: name("checkedLn"),
      clauses: ["numbers-17"],
      parameters: { x: value },
      run: ({ x }) => checkedLn(format, x),
    }),
    publicFunction({
      ...shared,
      name: name("checkedLog"),
      clauses: ["numbers-17"],
      parameters: { x: value, base: value },
      run: ({ x, base }) => checkedLog(format, x, base),
    }),
  ]
}
