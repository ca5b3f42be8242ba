import { Integer } from "../integers/integer"
import { Parameter } from "../protocol/parameters"
import { decimalOrNothing } from "../protocol/results"
import { exp, pow } from "./exponential"
import { FixedFormat } from "./fixedFormat"
import { fixedOperations, signedOperations } from "./fixedFunctions"
import { ln, log2 } from "./logarithm"
import { I32 } from "./range"
import { checkedLn, checkedLog, checkedPow } from "./safeMath"
import { checkedSqrt, sqrt } from "./squareRoot"

function argument(format: FixedFormat, input: Parameter): Integer {
  return input.field("x").of(format)
}

/** A parameter `base` in the format. */
function base(format: FixedFormat, input: Parameter): Integer {
  return input.field("base").of(format)
}

/** Adds the operations of numbers-10 to numbers-17; logarithm, exponential and power to the signed formats only. */
export function addAnalysis(): void {
  signedOperations.set("log2", (format, input) => decimalOrNothing(log2(format, argument(format, input))))
  signedOperations.set("ln", (format, input) => decimalOrNothing(ln(format, argument(format, input))))
  signedOperations.set("exp", (format, input) => decimalOrNothing(exp(format, argument(format, input))))
  signedOperations.set("pow", (format, input) =>
    decimalOrNothing(pow(format, base(format, input), input.field("exponent").of(format))),
  )
  fixedOperations.set("sqrt", (format, input) => decimalOrNothing(sqrt(format, argument(format, input))))
  fixedOperations.set("checkedSqrt", (format, input) =>
    decimalOrNothing(checkedSqrt(format, argument(format, input), input.field("epsilon").of(format))),
  )
  fixedOperations.set("checkedLn", (format, input) => decimalOrNothing(checkedLn(format, argument(format, input))))
  fixedOperations.set("checkedLog", (format, input) =>
    decimalOrNothing(checkedLog(format, argument(format, input), base(format, input))),
  )
  fixedOperations.set("checkedPow", (format, input) =>
    decimalOrNothing(checkedPow(format, base(format, input), exponentOf(input))),
  )
}

function exponentOf(input: Parameter): i32 {
  return input.field("exponent").of(I32).toI32()
}
