import { type PublicFunction, publicFunction } from "../../interface/publicFunction.js"
import { fixed, optional } from "../../interface/valueTypes.js"
import type { FixedFormat } from "../fixedPoint.js"
import { ALL_FORKS } from "./forksOfNumbers.js"

const BINARY = [
  "add",
  "sub",
  "mul",
  "div",
  "rem",
  "saturatingAdd",
  "saturatingSub",
  "saturatingMul",
  "saturatingDiv",
  "safeDiv",
  "absDiff",
] as const
const CHECKED_BINARY = ["checkedAdd", "checkedSub", "checkedMul", "checkedDiv"] as const
const UNARY = ["neg", "saturatingNeg"] as const
const ROUNDING = ["floor", "ceil", "round", "roundToZero", "frac"] as const
const CHECKED_ROUNDING = ["checkedCeil", "checkedRound"] as const

const ARITHMETIC = { clauses: ["numbers-04", "numbers-03"], forks: ALL_FORKS } as const
const TO_WHOLE = { clauses: ["numbers-05"], forks: ALL_FORKS } as const

/** Arithmetic and rounding of one format: `numbers.<format>.<operation>`. */
export function fixedArithmeticFunctions<T extends bigint>(format: FixedFormat<T>): readonly PublicFunction[] {
  const value = fixed(format)
  const one = { a: value }
  const two = { a: value, b: value }
  const name = (operation: string) => `numbers.${format.name}.${operation}`
  return [
    ...BINARY.map((operation) =>
      publicFunction({
        ...ARITHMETIC,
        name: name(operation),
        parameters: two,
        result: value,
        run: ({ a, b }) => format[operation](a, b),
      }),
    ),
    ...CHECKED_BINARY.map((operation) =>
      publicFunction({
        ...ARITHMETIC,
        name: name(operation),
        parameters: two,
        result: optional(value),
        run: ({ a, b }) => format[operation](a, b),
      }),
    ),
    ...UNARY.map((operation) =>
      publicFunction({
        ...ARITHMETIC,
        name: name(operation),
        parameters: one,
        result: value,
        run: ({ a }) => format[operation](a),
      }),
    ),
    ...(format.signed ? [absoluteValue(format)] : []),
    publicFunction({
      ...ARITHMETIC,
      name: name("checkedNeg"),
      parameters: one,
      result: optional(value),
      run: ({ a }) => format.checkedNeg(a),
    }),
    publicFunction({
      ...ARITHMETIC,
      name: name("safeDivOr"),
      parameters: { ...two, otherwise: value },
      result: value,
      run: ({ a, b, otherwise }) => format.safeDivOr(a, b, otherwise),
    }),
    ...ROUNDING.map((operation) =>
      publicFunction({
        ...TO_WHOLE,
        name: name(operation),
        parameters: one,
        result: value,
        run: ({ a }) => format[operation](a),
      }),
    ),
    ...CHECKED_ROUNDING.map((operation) =>
      publicFunction({
        ...TO_WHOLE,
        name: name(operation),
        parameters: one,
        result: optional(value),
        run: ({ a }) => format[operation](a),
      }),
    ),
  ]
}

function absoluteValue<T extends bigint>(format: FixedFormat<T>): PublicFunction {
  return publicFunction({
    ...ARITHMETIC,
    name: `numbers.${format.name}.abs`,
    parameters: { a: fixed(format) },
    result: fixed(format),
    run: ({ a }) => format.abs(a),
  })
}
