import { Integer, ONE } from "../integers/integer"
import { ScaledPower } from "./scaledPower"

/** Roots of so few bits more than those of the degree are found bit by bit. */
const BITS_BEYOND_DEGREE = 4

/** @clause numbers-31 */
export function exactPower(power: ScaledPower): Integer {
  const upper = <u32>power.upper.toI32()
  const lower = <u32>power.lower.toI32()
  const numerator = power.numerator.power(upper) * power.scale.power(lower)
  return rootFloor(numerator.dividedDown(power.denominator.power(upper)), lower)
}

/**
 * The root of a degree, rounded down. The upper half of its bits is found first; from just above the root Newton's steps
 * then come down to it, each doubling the number of right bits.
 *
 * @clause numbers-31
 */
function rootFloor(radicand: Integer, degree: u32): Integer {
  if (degree == 1 || radicand.isZero()) return radicand
  const rootBits = (radicand.bits() - 1) / degree + 1
  const degreeBits = 32 - <i32>clz<u32>(degree)
  const lowerBits = (rootBits - degreeBits) / 2
  if (lowerBits < BITS_BEYOND_DEGREE) return rootBitByBit(radicand, degree, rootBits)
  const upperHalf = rootFloor(radicand >> (lowerBits * degree), degree)
  return newtonDownwards(radicand, degree, (upperHalf + ONE) << lowerBits)
}

function rootBitByBit(radicand: Integer, degree: u32, rootBits: i32): Integer {
  let root = Integer.of(0)
  for (let bit = rootBits - 1; bit >= 0; bit--) {
    const candidate = root + Integer.powerOfTwo(bit)
    if (candidate.power(degree) <= radicand) root = candidate
  }
  return root
}

/** Newton's steps from a start that is not below the root. */
function newtonDownwards(radicand: Integer, degree: u32, start: Integer): Integer {
  let root = start
  let next = newtonStep(radicand, degree, root)
  while (next < root) {
    root = next
    next = newtonStep(radicand, degree, root)
  }
  return root
}

function newtonStep(radicand: Integer, degree: u32, root: Integer): Integer {
  const others = radicand.dividedDown(root.power(degree - 1))
  return (root * Integer.of(degree - 1) + others).dividedDown(Integer.of(degree))
}
