import { Json } from "../protocol/json"
import { Parameter } from "../protocol/parameters"
import { decimal } from "../protocol/results"
import { Rules } from "../protocol/rules"
import { I64, U64, U128 } from "./range"
import { add, create, div, fromU64, fromU64F64, greaterThan, mulDivFloats, SafeFloat, sub, toU64 } from "./safeFloat"

function floatIn(input: Parameter, name: string): SafeFloat {
  const record = input.field(name)
  return new SafeFloat(record.field("mantissa").of(U128), record.field("exponent").of(I64))
}

function written(value: SafeFloat | null): Json {
  if (value === null) return Json.nothing()
  return Json.object().with("mantissa", decimal(value.mantissa)).with("exponent", decimal(value.exponent))
}

/** Adds the operations of numbers-20 to numbers-24. */
export function addSafeFloat(rules: Rules): void {
  const prefix = "numbers.safeFloat."
  rules.set(`${prefix}create`, (input) =>
    written(create(input.field("mantissa").of(U128), input.field("exponent").of(I64))),
  )
  rules.set(`${prefix}add`, (input) => written(add(floatIn(input, "a"), floatIn(input, "b"))))
  rules.set(`${prefix}sub`, (input) => written(sub(floatIn(input, "a"), floatIn(input, "b"))))
  rules.set(`${prefix}div`, (input) => written(div(floatIn(input, "a"), floatIn(input, "b"))))
  rules.set(`${prefix}mulDiv`, (input) =>
    written(mulDivFloats(floatIn(input, "a"), floatIn(input, "b"), floatIn(input, "c"))),
  )
  rules.set(`${prefix}greaterThan`, (input) => Json.bool(greaterThan(floatIn(input, "a"), floatIn(input, "b"))))
  rules.set(`${prefix}toU64`, (input) => decimal(toU64(floatIn(input, "a"))))
  rules.set(`${prefix}fromU64`, (input) => written(fromU64(input.field("value").of(U64))))
  rules.set(`${prefix}fromU64F64`, (input) => written(fromU64F64(input.field("value").of(U128))))
}
