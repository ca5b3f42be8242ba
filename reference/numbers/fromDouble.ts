import { panic } from "./runtimePanic.js"

/** From here on every double is a whole number. */
const WHOLE_DOUBLES = 2 ** 52

/**
 * The raw bits, without a bound, of a constant given as an IEEE double: rounded to the nearest multiple of
 * 2^−fractionBits, ties to even. Panics for what is not a finite number.
 *
 * @clause numbers-18
 * @source substrate-fixed:src/float_helper.rs:138
 */
export function fromDouble(name: string, constant: number, fractionBits: number): bigint {
  if (!Number.isFinite(constant)) panic(`${name}: ${constant} is not a finite number`)
  // Scaling by a power of two is exact in a double.
  const scaled = Math.abs(constant) * 2 ** fractionBits
  const magnitude = scaled >= WHOLE_DOUBLES ? BigInt(scaled) : BigInt(roundHalfToEven(scaled))
  return constant < 0 ? -magnitude : magnitude
}

function roundHalfToEven(magnitude: number): number {
  const floor = Math.floor(magnitude)
  const rest = magnitude - floor
  if (rest !== 0.5) return rest > 0.5 ? floor + 1 : floor
  return floor % 2 === 0 ? floor : floor + 1
}
