import type { Difference } from "../harness/runner/result.js"
import type { Json } from "../reference/interface/valueType.js"

const LONGEST_VALUE = 100

/** A value in one line. */
export function valueText(value: Json | undefined, decimal?: string): string {
  if (value === undefined) return "nothing"
  const text = typeof value === "string" ? value : JSON.stringify(value)
  const shown = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text
  return decimal === undefined ? shown : `${shown} (${decimal})`
}

/** The distance of the two values, with what is allowed; undefined for values that have none. */
export function distanceText({ distance, tolerance }: Difference): string | undefined {
  if (distance === undefined) return undefined
  const unit = distance === "1" ? "unit" : "units"
  return `${distance} ${unit} in the last place${tolerance === undefined ? "" : `, ${tolerance} allowed`}`
}

/** A difference in one line. */
export function differenceText(difference: Difference): string {
  const { path, expected, got, expectedDecimal, gotDecimal } = difference
  const distance = distanceText(difference)
  const values = `expected ${valueText(expected, expectedDecimal)}, got ${valueText(got, gotDecimal)}`
  return `${path}: ${values}${distance === undefined ? "" : ` – ${distance}`}`
}
