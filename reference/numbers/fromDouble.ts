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
  const distance = Math.abs(constant)
  const magnitude =
    distance >= WHOLE_DOUBLES ? BigInt(distance) << BigInt(fractionBits) : roundedPlaces(distance, fractionBits)
  return constant < 0 ? -magnitude : magnitude
}

/** How many last places a double below 2^52 has. Scaling it by a power of two is exact. */
function roundedPlaces(distance: number, fractionBits: number): bigint {
  const scaled = distance * 2 ** fractionBits
  return BigInt(scaled >= WHOLE_DOUBLES ? scaled : roundHalfToEven(scaled))
}

function roundHalfToEven(magnitude: number): number {
  const floor = Math.floor(magnitude)
  const rest = magnitude - floor
  if (rest !== 0.5) return rest > 0.5 ? floor + 1 : floor
  return floor % 2 === 0 ? floor : floor + 1
}
