import { Integer } from "../integers/integer"
import { Json } from "../protocol/json"
import { Parameter } from "../protocol/parameters"
import { decimal, decimalOrNothing } from "../protocol/results"
import {
  checkedDivision,
  checkedRemainder,
  plainDivision,
  plainRemainder,
  powerWithinReason,
  quotientOrPanic,
  safeDivision,
} from "./integerArithmetic"
import { I16, I32, I64, I128, Range, U8, U16, U32, U64, U128, U256 } from "./range"

/** An operation of numbers-02 on values of a type. */
export type IntegerOperation = (type: Range, input: Parameter) => Json

export const integerTypes = new Map<string, Range>()
integerTypes.set("u8", U8)
integerTypes.set("u16", U16)
integerTypes.set("u32", U32)
integerTypes.set("u64", U64)
integerTypes.set("u128", U128)
integerTypes.set("u256", U256)
integerTypes.set("i16", I16)
integerTypes.set("i32", I32)
integerTypes.set("i64", I64)
integerTypes.set("i128", I128)

function first(type: Range, input: Parameter): Integer {
  return input.field("a").of(type)
}

function second(type: Range, input: Parameter): Integer {
  return input.field("b").of(type)
}

function sum(type: Range, input: Parameter): Integer {
  return first(type, input) + second(type, input)
}

function difference(type: Range, input: Parameter): Integer {
  return first(type, input) - second(type, input)
}

function product(type: Range, input: Parameter): Integer {
  return first(type, input) * second(type, input)
}

function power(type: Range, input: Parameter): Integer {
  return powerWithinReason(first(type, input), <u32>input.field("exponent").of(U32).toU64())
}

/** The operations by name. */
export const integerOperations = new Map<string, IntegerOperation>()
integerOperations.set("saturatingAdd", (type, input) => decimal(type.saturate(sum(type, input))))
integerOperations.set("saturatingSub", (type, input) => decimal(type.saturate(difference(type, input))))
integerOperations.set("saturatingMul", (type, input) => decimal(type.saturate(product(type, input))))
integerOperations.set("checkedAdd", (type, input) => decimalOrNothing(type.check(sum(type, input))))
integerOperations.set("checkedSub", (type, input) => decimalOrNothing(type.check(difference(type, input))))
integerOperations.set("checkedMul", (type, input) => decimalOrNothing(type.check(product(type, input))))
integerOperations.set("wrappingAdd", (type, input) => decimal(type.wrap(sum(type, input))))
integerOperations.set("wrappingSub", (type, input) => decimal(type.wrap(difference(type, input))))
integerOperations.set("wrappingMul", (type, input) => decimal(type.wrap(product(type, input))))
integerOperations.set("saturatingPow", (type, input) => decimal(type.saturate(power(type, input))))
integerOperations.set("checkedPow", (type, input) => decimalOrNothing(type.check(power(type, input))))
integerOperations.set("div", (type, input) => decimal(plainDivision(type, first(type, input), second(type, input))))
integerOperations.set("rem", (type, input) => decimal(plainRemainder(type, first(type, input), second(type, input))))
integerOperations.set("saturatingDiv", (type, input) =>
  decimal(type.saturate(quotientOrPanic(first(type, input), second(type, input)))),
)
integerOperations.set("checkedDiv", (type, input) =>
  decimalOrNothing(checkedDivision(type, first(type, input), second(type, input))),
)
integerOperations.set("checkedRem", (type, input) =>
  decimalOrNothing(checkedRemainder(type, first(type, input), second(type, input))),
)
integerOperations.set("safeDiv", (type, input) => decimal(safeDivision(type, first(type, input), second(type, input))))
