import { greater, Integer } from "../integers/integer"
import { FixedFormat } from "./fixedFormat"

/** The most rounds of a bisection. */
const MOST_ROUNDS = 129

/**
 * The square root by as many of Newton's steps as there are places.
 *
 * @clause numbers-13
 */
export function sqrt(format: FixedFormat, x: Integer): Integer | null {
  if (x.negative) return null
  if (x.isZero() || x.equals(format.one)) return x
  if (x > format.one) return newtonRoot(format, x)
  const inverse = format.checkedDiv(format.one, x)
  return inverse === null ? null : format.checkedDiv(format.one, newtonRoot(format, inverse))
}

/** @clause numbers-13 */
function newtonRoot(format: FixedFormat, x: Integer): Integer {
  let root = (x >> 1) + format.one
  for (let step = 0; step < format.places; step++) root = (root + format.quotient(x, root)) >> 1
  return root
}

/**
 * The square root by bisection.
 *
 * @clause numbers-16
 */
export function checkedSqrt(format: FixedFormat, x: Integer, epsilon: Integer): Integer | null {
  if (x.negative) return null
  const two = format.one << 1
  let high = greater(x, format.one)
  let low = x > format.one ? Integer.of(0) : x
  let middle = format.safeDiv(format.saturatingAdd(high, low), two)
  let check = format.safeDiv(x, middle)
  for (let round = 0; round < MOST_ROUNDS && format.absDiff(check, middle) > epsilon; round++) {
    if (check < middle) high = middle
    else low = middle
    middle = format.safeDiv(format.saturatingAdd(high, low), two)
    check = format.safeDiv(x, middle)
  }
  return middle
}
