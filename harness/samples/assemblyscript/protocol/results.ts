import { formatDecimal } from "../integers/decimal"
import { Integer } from "../integers/integer"
import { Json } from "./json"

/** An integer or raw bits as a result. */
export function decimal(value: Integer): Json {
  return Json.text(formatDecimal(value))
}

/** An integer, or null where there is none. */
export function decimalOrNothing(value: Integer | null): Json {
  return value === null ? Json.nothing() : decimal(value)
}

/** A list of integers as a result. */
export function decimals(values: Integer[]): Json {
  return Json.list(values.map<Json>((value) => decimal(value)))
}
