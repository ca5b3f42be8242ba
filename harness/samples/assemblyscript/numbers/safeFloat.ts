import { Integer, lesser, mulDiv, ONE, TEN, ZERO } from "../integers/integer"
import { I64, U64 } from "./range"

/** mantissa · 10^exponent. */
export class SafeFloat {
  readonly mantissa: Integer
  readonly exponent: Integer

  constructor(mantissa: Integer, exponent: Integer) {
    this.mantissa = mantissa
    this.exponent = exponent
  }

  isZero(): bool {
    return this.mantissa.isZero()
  }
}

/** A number without exponent is at most so long. */
const MOST_DIGITS = 21
const LARGEST_MANTISSA = TEN.power(MOST_DIGITS)
const LARGEST_TOO_SMALL = TEN.power(MOST_DIGITS - 1)
/** Powers of ten are cut at this exponent. */
const LARGEST_POWER = Integer.of(22)
const TWO_TO_64 = Integer.powerOfTwo(64)

const NAUGHT = new SafeFloat(ZERO, ZERO)

/** @clause numbers-20 */
export function normalise(mantissa: Integer, exponent: Integer): SafeFloat | null {
  if (mantissa.isZero()) return NAUGHT
  let m = mantissa
  let e = exponent
  while (m > LARGEST_MANTISSA) {
    m = m.dividedDown(TEN)
    e = e + ONE
  }
  if (!I64.includes(e)) return null
  while (m <= LARGEST_TOO_SMALL) {
    m = m * TEN
    e = e - ONE
  }
  return I64.includes(e) ? new SafeFloat(m, e) : null
}

/** @clause numbers-20 */
export function create(mantissa: Integer, exponent: Integer): SafeFloat | null {
  return mantissa > LARGEST_MANTISSA ? null : normalise(mantissa, exponent)
}

function cappedPowerOfTen(exponent: Integer): Integer {
  return TEN.power(lesser(exponent, LARGEST_POWER).toI32())
}

/** The mantissa of a number cut to a larger exponent. */
function mantissaAt(a: SafeFloat, exponent: Integer): Integer {
  return a.mantissa.dividedDown(cappedPowerOfTen(exponent - a.exponent))
}

/** @clause numbers-21 */
export function add(a: SafeFloat, b: SafeFloat): SafeFloat | null {
  if (a.isZero()) return b
  if (b.isZero()) return a
  const exponent = a.exponent > b.exponent ? a.exponent : b.exponent
  return normalise(mantissaAt(a, exponent) + mantissaAt(b, exponent), exponent)
}

/** @clause numbers-21 */
export function sub(a: SafeFloat, b: SafeFloat): SafeFloat | null {
  if (a.isZero()) return b.isZero() ? NAUGHT : null
  if (b.isZero()) return a
  const exponent = a.exponent > b.exponent ? a.exponent : b.exponent
  const difference = mantissaAt(a, exponent) - mantissaAt(b, exponent)
  return normalise(difference.negative ? ZERO : difference, exponent)
}

/** @clause numbers-22 */
export function div(a: SafeFloat, b: SafeFloat): SafeFloat | null {
  const exponent = a.exponent - b.exponent - Integer.of(MOST_DIGITS)
  if (b.isZero() || !I64.includes(exponent)) return null
  return normalise(mulDiv(a.mantissa, LARGEST_MANTISSA, b.mantissa), exponent)
}

/** @clause numbers-22 */
export function mulDivFloats(a: SafeFloat, b: SafeFloat, c: SafeFloat): SafeFloat | null {
  const ofProduct = a.exponent + b.exponent
  const exponent = ofProduct - c.exponent
  if (c.isZero() || !I64.includes(ofProduct) || !I64.includes(exponent)) return null
  return normalise(mulDiv(a.mantissa, b.mantissa, c.mantissa), exponent)
}

/** @clause numbers-23 */
export function greaterThan(a: SafeFloat, b: SafeFloat): bool {
  const apart = a.exponent - b.exponent
  if (apart > ONE) return true
  if (apart < -ONE) return false
  const left = apart.isPositive() ? a.mantissa * TEN : a.mantissa
  const right = apart.negative ? b.mantissa * TEN : b.mantissa
  return left > right
}

/** @clause numbers-24 */
export function toU64(a: SafeFloat): Integer {
  const whole = a.exponent.isPositive()
    ? a.mantissa * cappedPowerOfTen(a.exponent)
    : a.mantissa.dividedDown(cappedPowerOfTen(-a.exponent))
  return U64.saturate(whole)
}

/** @clause numbers-24 */
export function fromU64(value: Integer): SafeFloat {
  return orNaught(normalise(value, ZERO))
}

/** @clause numbers-24 */
export function fromU64F64(bits: Integer): SafeFloat {
  const whole = bits >> 64
  const fraction = div(fromU64(bits - (whole << 64)), fromU64(TWO_TO_64))
  return orNaught(add(fromU64(whole), orNaught(fraction)))
}

function orNaught(value: SafeFloat | null): SafeFloat {
  return value === null ? NAUGHT : value
}
