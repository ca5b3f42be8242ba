import { type PublicFunction, publicFunction } from "../../interface/publicFunction.js"
import { choice, optional, perquintill, u64, u128 } from "../../interface/valueTypes.js"
import { Perquintill } from "../perquintill.js"
import { ALL_FORKS } from "./forksOfNumbers.js"

const OF_TWO_FRACTIONS = [
  { operation: "saturatingAdd", clauses: ["numbers-07"] },
  { operation: "saturatingSub", clauses: ["numbers-07"] },
  { operation: "mul", clauses: ["numbers-07"] },
  { operation: "div", clauses: ["numbers-08"] },
] as const
const SHARES = ["mulFloor", "mulCeil", "mulNearest"] as const

const rounding = choice("down", "up", "nearestTiesDown", "nearestTiesUp")

/** Fractions in parts of 10^18: `numbers.perquintill.<operation>`. */
export const perquintillFunctions: readonly PublicFunction[] = [
  ...OF_TWO_FRACTIONS.map(({ operation, clauses }) =>
    publicFunction({
      name: `numbers.perquintill.${operation}`,
      clauses,
      forks: ALL_FORKS,
      parameters: { a: perquintill, b: perquintill },
      result: perquintill,
      run: ({ a, b }) => Perquintill[operation](a, b),
    }),
  ),
  ...SHARES.map((operation) =>
    publicFunction({
      name: `numbers.perquintill.${operation}`,
      clauses: ["numbers-09"],
      forks: ALL_FORKS,
      parameters: { fraction: perquintill, x: u128 },
      result: u128,
      run: ({ fraction, x }) => Perquintill[operation](fraction, x),
    }),
  ),
  publicFunction({
    name: "numbers.perquintill.fromParts",
    clauses: ["numbers-07"],
    forks: ALL_FORKS,
    parameters: { parts: u64 },
    result: perquintill,
    run: ({ parts }) => Perquintill.fromParts(parts),
  }),
  publicFunction({
    name: "numbers.perquintill.checkedSub",
    clauses: ["numbers-07"],
    forks: ALL_FORKS,
    parameters: { a: perquintill, b: perquintill },
    result: optional(perquintill),
    run: ({ a, b }) => Perquintill.checkedSub(a, b),
  }),
  publicFunction({
    name: "numbers.perquintill.leftFromOne",
    clauses: ["numbers-07"],
    forks: ALL_FORKS,
    parameters: { a: perquintill },
    result: perquintill,
    run: ({ a }) => Perquintill.leftFromOne(a),
  }),
  publicFunction({
    name: "numbers.perquintill.fromRational",
    clauses: ["numbers-08"],
    forks: ALL_FORKS,
    parameters: { p: u128, q: u128 },
    result: perquintill,
    run: ({ p, q }) => Perquintill.fromRational(p, q),
  }),
  publicFunction({
    name: "numbers.perquintill.fromRationalWithRounding",
    clauses: ["numbers-08"],
    forks: ALL_FORKS,
    parameters: { p: u128, q: u128, rounding },
    result: optional(perquintill),
    run: ({ p, q, rounding }) => Perquintill.fromRationalWithRounding(p, q, rounding),
  }),
]
