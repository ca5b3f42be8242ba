import { Integer } from "../integers/integer"
import { fromDouble } from "./double"
import { FixedFormat } from "./fixedFormat"

/** The doubles by which the powers from the second to the eighth are multiplied. */
const LN_FACTORS: StaticArray<f64> = [1.0 / 2.0, 1.0 / 3.0, 1.0 / 4.0, 0.2, 1.0 / 6.0, 1.0 / 7.0, 1.0 / 8.0]
// biome-ignore lint/suspicious/noApproximativeNumericConstant: the clause gives this double by its digits
const LN_2: f64 = 0.6931471805599453

/**
 * A power with a whole exponent (i32).
 *
 * @clause numbers-15
 */
export function checkedPow(format: FixedFormat, base: Integer, exponent: i32): Integer | null {
  if (exponent == 0) return format.one
  if (base.isZero()) return exponent < 0 ? null : base
  let result = format.one
  let square = base
  for (let rest: u32 = abs<i32>(exponent); rest > 0; rest >>= 1) {
    if ((rest & 1) != 0) result = format.saturatingMul(result, square)
    square = format.saturatingMul(square, square)
  }
  return exponent > 0 ? result : format.safeDiv(format.one, result)
}

/**
 * The natural logarithm by eight terms.
 *
 * @clause numbers-17
 */
export function checkedLn(format: FixedFormat, x: Integer): Integer | null {
  if (!x.isPositive()) return null
  let y = x
  let halvings = 0
  while (y >= format.one << 1) {
    y = y >> 1
    halvings++
  }
  while (y < format.one) {
    y = y << 1
    halvings--
  }
  const series = lnSeries(format, y - format.one)
  const whole = format.wrap(Integer.of(halvings) << format.places)
  const ofPowers = format.checkedMul(whole, fromDouble(format, LN_2))
  return series === null || ofPowers === null ? null : format.checkedAdd(series, ofPowers)
}

/** @clause numbers-17 */
function lnSeries(format: FixedFormat, z: Integer): Integer | null {
  let sum = z
  let power = z
  for (let i = 0; i < LN_FACTORS.length; i++) {
    power = format.product(power, z)
    const term = format.product(power, fromDouble(format, LN_FACTORS[i]))
    sum = i % 2 == 0 ? sum - term : sum + term
    if (!format.includes(power) || !format.includes(term) || !format.includes(sum)) return null
  }
  return sum
}

/** @clause numbers-17 */
export function checkedLog(format: FixedFormat, x: Integer, base: Integer): Integer | null {
  if (!base.isPositive() || base.equals(format.one)) return null
  const ofX = checkedLn(format, x)
  const ofBase = checkedLn(format, base)
  return ofX === null || ofBase === null ? null : format.checkedDiv(ofX, ofBase)
}
