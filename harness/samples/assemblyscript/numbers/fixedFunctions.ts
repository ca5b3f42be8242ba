import { Integer } from "../integers/integer"
import { Json } from "../protocol/json"
import { Parameter } from "../protocol/parameters"
import { decimal, decimalOrNothing } from "../protocol/results"
import { FixedFormat, I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 } from "./fixedFormat"
import { ceil, floor, frac, round, roundToZero } from "./fixedRounding"

/** An operation on numbers of a format. */
export type FixedOperation = (format: FixedFormat, input: Parameter) => Json

export const fixedFormats = new Map<string, FixedFormat>()
fixedFormats.set("I32F32", I32F32)
fixedFormats.set("I64F64", I64F64)
fixedFormats.set("I96F32", I96F32)
fixedFormats.set("U64F64", U64F64)
fixedFormats.set("U96F32", U96F32)
fixedFormats.set("U110F18", U110F18)

function first(format: FixedFormat, input: Parameter): Integer {
  return input.field("a").of(format)
}

function second(format: FixedFormat, input: Parameter): Integer {
  return input.field("b").of(format)
}

function sum(format: FixedFormat, input: Parameter): Integer {
  return first(format, input) + second(format, input)
}

function difference(format: FixedFormat, input: Parameter): Integer {
  return first(format, input) - second(format, input)
}

function product(format: FixedFormat, input: Parameter): Integer {
  return format.product(first(format, input), second(format, input))
}

function quotient(format: FixedFormat, input: Parameter): Integer {
  return format.quotientOrPanic(first(format, input), second(format, input))
}

/** The operations of numbers-04 and numbers-05 by name. */
export const fixedOperations = new Map<string, FixedOperation>()
fixedOperations.set("add", (format, input) => decimal(format.wrap(sum(format, input))))
fixedOperations.set("sub", (format, input) => decimal(format.wrap(difference(format, input))))
fixedOperations.set("mul", (format, input) => decimal(format.wrap(product(format, input))))
fixedOperations.set("div", (format, input) => decimal(format.wrap(quotient(format, input))))
fixedOperations.set("rem", (format, input) => decimal(format.rem(first(format, input), second(format, input))))
fixedOperations.set("neg", (format, input) => decimal(format.wrap(-first(format, input))))
fixedOperations.set("saturatingAdd", (format, input) => decimal(format.saturate(sum(format, input))))
fixedOperations.set("saturatingSub", (format, input) => decimal(format.saturate(difference(format, input))))
fixedOperations.set("saturatingMul", (format, input) => decimal(format.saturate(product(format, input))))
fixedOperations.set("saturatingDiv", (format, input) => decimal(format.saturate(quotient(format, input))))
fixedOperations.set("saturatingNeg", (format, input) => decimal(format.saturate(-first(format, input))))
fixedOperations.set("checkedAdd", (format, input) => decimalOrNothing(format.check(sum(format, input))))
fixedOperations.set("checkedSub", (format, input) => decimalOrNothing(format.check(difference(format, input))))
fixedOperations.set("checkedMul", (format, input) => decimalOrNothing(format.check(product(format, input))))
fixedOperations.set("checkedNeg", (format, input) => decimalOrNothing(format.check(-first(format, input))))
fixedOperations.set("checkedDiv", (format, input) =>
  decimalOrNothing(format.checkedDiv(first(format, input), second(format, input))),
)
fixedOperations.set("safeDiv", (format, input) => decimal(format.safeDiv(first(format, input), second(format, input))))
fixedOperations.set("safeDivOr", (format, input) =>
  decimal(format.safeDivOr(first(format, input), second(format, input), input.field("otherwise").of(format))),
)
fixedOperations.set("absDiff", (format, input) => decimal(format.absDiff(first(format, input), second(format, input))))
fixedOperations.set("floor", (format, input) => decimal(floor(format, first(format, input))))
fixedOperations.set("frac", (format, input) => decimal(frac(format, first(format, input))))
fixedOperations.set("roundToZero", (format, input) => decimal(roundToZero(format, first(format, input))))
fixedOperations.set("ceil", (format, input) => decimal(format.wrap(ceil(format, first(format, input)))))
fixedOperations.set("round", (format, input) => decimal(format.wrap(round(format, first(format, input)))))
fixedOperations.set("checkedCeil", (format, input) =>
  decimalOrNothing(format.check(ceil(format, first(format, input)))),
)
fixedOperations.set("checkedRound", (format, input) =>
  decimalOrNothing(format.check(round(format, first(format, input)))),
)

/** Operations that only signed formats have. */
export const signedOperations = new Map<string, FixedOperation>()
signedOperations.set("abs", (format, input) => decimal(format.wrap(first(format, input).magnitude())))
