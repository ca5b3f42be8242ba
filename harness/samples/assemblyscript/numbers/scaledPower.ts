import { Integer } from "../integers/integer"

/** (numerator ÷ denominator)^(upper ÷ lower) · scale, to be rounded down. */
export class ScaledPower {
  numerator: Integer
  denominator: Integer
  upper: Integer
  lower: Integer
  scale: Integer

  constructor(numerator: Integer, denominator: Integer, upper: Integer, lower: Integer, scale: Integer) {
    this.numerator = numerator
    this.denominator = denominator
    this.upper = upper
    this.lower = lower
    this.scale = scale
  }
}
