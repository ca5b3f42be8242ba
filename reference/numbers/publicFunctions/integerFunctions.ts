import { type PublicFunction, publicFunction } from "../../interface/publicFunction.js"
import {
  i16,
  i32,
  i64,
  i128,
  optional,
  u8,
  u16,
  u32,
  u64,
  u128,
  u256,
  type ValueType,
} from "../../interface/valueTypes.js"
import { I16, I32, I64, I128, type IntegerType, U8, U16, U32, U64, U128, U256 } from "../integers.js"
import { ALL_FORKS } from "./forksOfNumbers.js"

const BINARY = [
  "saturatingAdd",
  "saturatingSub",
  "saturatingMul",
  "saturatingDiv",
  "wrappingAdd",
  "wrappingSub",
  "wrappingMul",
  "div",
  "rem",
  "safeDiv",
] as const
const CHECKED_BINARY = ["checkedAdd", "checkedSub", "checkedMul", "checkedDiv", "checkedRem"] as const

const SHARED = { clauses: ["numbers-02", "numbers-01"], forks: ALL_FORKS } as const

function functionsOf<Base extends number | bigint>(
  type: IntegerType<Base>,
  value: ValueType<Base>,
): readonly PublicFunction[] {
  const two = { a: value, b: value }
  const name = (operation: string) => `numbers.${type.name}.${operation}`
  return [
    ...BINARY.map((operation) =>
      publicFunction({
        ...SHARED,
        name: name(operation),
        parameters: two,
        result: value,
        run: ({ a, b }) => type[operation](a, b),
      }),
    ),
    ...CHECKED_BINARY.map((operation) =>
      publicFunction({
        ...SHARED,
        name: name(operation),
        parameters: two,
        result: optional(value),
        run: ({ a, b }) => type[operation](a, b),
      }),
    ),
    publicFunction({
      ...SHARED,
      name: name("saturatingPow"),
      parameters: { a: value, exponent: u32 },
      result: value,
      run: ({ a, exponent }) => type.saturatingPow(a, exponent),
    }),
    publicFunction({
      ...SHARED,
      name: name("checkedPow"),
      parameters: { a: value, exponent: u32 },
      result: optional(value),
      run: ({ a, exponent }) => type.checkedPow(a, exponent),
    }),
  ]
}

/** Arithmetic of the integer types: `numbers.<type>.<operation>`. */
export const integerFunctions: readonly PublicFunction[] = [
  ...functionsOf(U8, u8),
  ...functionsOf(U16, u16),
  ...functionsOf(U32, u32),
  ...functionsOf(U64, u64),
  ...functionsOf(U128, u128),
  ...functionsOf(U256, u256),
  ...functionsOf(I16, i16),
  ...functionsOf(I32, i32),
  ...functionsOf(I64, i64),
  ...functionsOf(I128, i128),
]
