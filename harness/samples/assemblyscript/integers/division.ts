import { compareDigits, Digits, digitsOf, NO_DIGITS, trimmed } from "./digits"
import { shiftDigitsLeft, shiftDigitsRight } from "./shifts"

/** ⌊a ÷ b⌋ and what is left of a. */
export class Division {
  quotient: Digits
  remainder: Digits

  constructor(quotient: Digits, remainder: Digits) {
    this.quotient = quotient
    this.remainder = remainder
  }
}

/** a ÷ b, for b > 0. */
export function divideDigits(a: Digits, b: Digits): Division {
  if (compareDigits(a, b) < 0) return new Division(NO_DIGITS, a)
  return b.length == 1 ? divideByDigit(a, unchecked(b[0])) : divideLong(a, b)
}

/** a ÷ divisor, for one digit that is not zero. */
export function divideByDigit(a: Digits, divisor: u32): Division {
  const quotient = new StaticArray<u32>(a.length)
  let rest: u64 = 0
  for (let i = a.length - 1; i >= 0; i--) {
    rest = (rest << 32) | unchecked(a[i])
    unchecked((quotient[i] = <u32>(rest / divisor)))
    rest %= divisor
  }
  return new Division(trimmed(quotient), digitsOf(rest))
}

/** Long division, with both numbers shifted so that the highest bit of the divisor is set: digits are then guessed well. */
function divideLong(a: Digits, b: Digits): Division {
  const shift = <i32>clz<u32>(unchecked(b[b.length - 1]))
  const divisor = shiftDigitsLeft(b, shift)
  const rest = withZeroOnTop(shiftDigitsLeft(a, shift), a.length + 1)
  const quotient = new StaticArray<u32>(rest.length - divisor.length)
  for (let place = quotient.length - 1; place >= 0; place--) {
    unchecked((quotient[place] = nextDigit(rest, divisor, place)))
  }
  return new Division(trimmed(quotient), shiftDigitsRight(trimmed(rest), shift))
}

function withZeroOnTop(digits: Digits, length: i32): Digits {
  const longer = new StaticArray<u32>(length)
  for (let i = 0; i < digits.length; i++) unchecked((longer[i] = digits[i]))
  return longer
}

/** Takes the digit of the quotient at a place out of the rest. */
function nextDigit(rest: Digits, divisor: Digits, place: i32): u32 {
  let digit = guessedDigit(rest, divisor, place)
  if (subtractMultiple(rest, divisor, place, digit)) {
    digit--
    addBack(rest, divisor, place)
  }
  return digit
}

/** The digit by the three highest digits of the rest and the two highest of the divisor: exact or one too large. */
function guessedDigit(rest: Digits, divisor: Digits, place: i32): u32 {
  const top = place + divisor.length
  const highest = <u64>unchecked(divisor[divisor.length - 1])
  const second = <u64>unchecked(divisor[divisor.length - 2])
  const upper = ((<u64>unchecked(rest[top])) << 32) | unchecked(rest[top - 1])
  let digit = upper / highest
  let left = upper % highest
  while (digit >> 32 != 0 || digit * second > ((left << 32) | unchecked(rest[top - 2]))) {
    digit--
    left += highest
    if (left >> 32 != 0) break
  }
  return <u32>digit
}

/** Subtracts digit · divisor from the rest at a place; true if it went below zero. */
function subtractMultiple(rest: Digits, divisor: Digits, place: i32, digit: u32): bool {
  let carry: u64 = 0
  let borrow: u64 = 0
  for (let i = 0; i < divisor.length; i++) {
    carry += <u64>digit * unchecked(divisor[i])
    const difference = <u64>unchecked(rest[place + i]) - <u64>(<u32>carry) - borrow
    unchecked((rest[place + i] = <u32>difference))
    borrow = difference >> 63
    carry >>= 32
  }
  const top = place + divisor.length
  const difference = <u64>unchecked(rest[top]) - carry - borrow
  unchecked((rest[top] = <u32>difference))
  return difference >> 63 != 0
}

function addBack(rest: Digits, divisor: Digits, place: i32): void {
  let carry: u64 = 0
  for (let i = 0; i < divisor.length; i++) {
    carry += <u64>unchecked(rest[place + i]) + unchecked(divisor[i])
    unchecked((rest[place + i] = <u32>carry))
    carry >>= 32
  }
  const top = place + divisor.length
  unchecked((rest[top] = unchecked(rest[top]) + <u32>carry))
}
