import { Integer } from "../integers/integer"
import { Parameter } from "../protocol/parameters"
import { decimal, decimalOrNothing } from "../protocol/results"
import { fromDoubleBits } from "./double"
import { FixedFormat } from "./fixedFormat"
import { fixedFormats, fixedOperations } from "./fixedFunctions"
import { integerTypes } from "./integerFunctions"
import { Range, U64 } from "./range"

/** Parameter `n`, an integer without bounds, as raw bits. */
function fromInteger(format: FixedFormat, input: Parameter): Integer {
  return input.field("n").integer() << format.places
}

/** Parameter `bits`, of the format that `from` names, in another format. */
function fromFixed(format: FixedFormat, input: Parameter): Integer {
  const source = fixedFormats.get(input.field("from").oneOf(fixedFormats.keys()))
  return format.rescaled(input.field("bits").of(source), source)
}

/** Parameter `x` as an integer. */
function toInteger(format: FixedFormat, input: Parameter): Integer {
  return input.field("x").of(format) >> format.places
}

/** The type that parameter `to` names, as "U64". */
function targetType(input: Parameter): Range {
  const names = integerTypes.keys().map<string>((name) => name.toUpperCase())
  return integerTypes.get(input.field("to").oneOf(names).toLowerCase())
}

/** Adds the conversions of numbers-06 and numbers-18 to the operations on formats. */
export function addConversions(): void {
  fixedOperations.set("fromInteger", (format, input) => decimal(format.wrap(fromInteger(format, input))))
  fixedOperations.set("saturatingFromInteger", (format, input) => decimal(format.saturate(fromInteger(format, input))))
  fixedOperations.set("checkedFromInteger", (format, input) =>
    decimalOrNothing(format.check(fromInteger(format, input))),
  )
  fixedOperations.set("fromFixed", (format, input) => decimal(format.wrap(fromFixed(format, input))))
  fixedOperations.set("saturatingFromFixed", (format, input) => decimal(format.saturate(fromFixed(format, input))))
  fixedOperations.set("checkedFromFixed", (format, input) => decimalOrNothing(format.check(fromFixed(format, input))))
  fixedOperations.set("toInteger", (format, input) => decimal(targetType(input).wrap(toInteger(format, input))))
  fixedOperations.set("saturatingToInteger", (format, input) =>
    decimal(targetType(input).saturate(toInteger(format, input))),
  )
  fixedOperations.set("checkedToInteger", (format, input) =>
    decimalOrNothing(targetType(input).check(toInteger(format, input))),
  )
  fixedOperations.set("saturatingFromDouble", (format, input) =>
    decimal(fromDoubleBits(format, input.field("ieee754").of(U64).toU64())),
  )
}
