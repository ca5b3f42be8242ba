import { Integer } from "../integers/integer"
import { ScaledPower } from "./scaledPower"

/** Places computed below those that a result keeps. */
const GUARD_BITS = 24
const FEWEST_PLACES = 32
const PLACES_BEYOND_SCALE = 8
const TERMS_BEYOND_PLACES = 128
const MOST_TERMS = 4096

/** @clause numbers-32 */
export function approximatePower(power: ScaledPower, precision: u32): Integer {
  const kept = max(max(<i32>precision, FEWEST_PLACES), power.scale.bits() + PLACES_BEYOND_SCALE)
  const series = new Series(kept + GUARD_BITS)
  const logarithm = series.ln(power.numerator) - series.ln(power.denominator)
  const exponent = (logarithm * power.upper).dividedDown(power.lower)
  const result = withoutGuardBits(series.exp(exponent))
  return (result * power.scale) >> kept
}

/** To the nearest unit of the places kept, a tie away from zero. */
function withoutGuardBits(value: Integer): Integer {
  const half = Integer.powerOfTwo(GUARD_BITS - 1)
  const rounded = (value.magnitude() + half) >> GUARD_BITS
  return value.negative ? -rounded : rounded
}

/**
 * Series on integers in units of 2^−places. A series ends with its first term below one unit of the places kept.
 *
 * @clause numbers-32
 */
class Series {
  readonly places: i32
  readonly one: Integer
  readonly small: Integer = Integer.powerOfTwo(GUARD_BITS)
  readonly mostTerms: i32
  readonly ln2: Integer

  constructor(places: i32) {
    this.places = places
    this.one = Integer.powerOfTwo(places)
    this.mostTerms = min(MOST_TERMS, places + TERMS_BEYOND_PLACES)
    this.ln2 = Integer.of(0)
    this.ln2 = -this.lnOfOnePlus(-(this.one >> 1))
  }

  /** The natural logarithm of a positive integer. */
  ln(value: Integer): Integer {
    let exponent = value.bits() - 1
    let mantissa = (value << this.places) >> exponent
    if (mantissa >= this.one + (this.one >> 1)) {
      mantissa = mantissa >> 1
      exponent++
    }
    return this.lnOfOnePlus(mantissa - this.one) + this.ln2 * Integer.of(exponent)
  }

  private lnOfOnePlus(x: Integer): Integer {
    let power = x
    let sum = x
    for (let n = 2; n <= this.mostTerms; n++) {
      power = (power * x) >> this.places
      const term = power.dividedDown(Integer.of(n))
      sum = n % 2 == 0 ? sum - term : sum + term
      if (term.magnitude() < this.small) break
    }
    return sum
  }

  exp(x: Integer): Integer {
    let term = this.one
    let sum = this.one
    for (let n = 1; n <= this.mostTerms; n++) {
      term = (term * x).dividedDown(this.one * Integer.of(n))
      sum = sum + term
      if (term.magnitude() < this.small) break
    }
    return sum
  }
}
