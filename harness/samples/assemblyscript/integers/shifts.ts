import { Digits, lengthInBits, NO_DIGITS, trimmed } from "./digits"

/** digits · 2^count */
export function shiftDigitsLeft(digits: Digits, count: i32): Digits {
  if (digits.length == 0) return digits
  const whole = count >> 5
  const bits = count & 31
  const shifted = new StaticArray<u32>(digits.length + whole + 1)
  let carry: u64 = 0
  for (let i = 0; i < digits.length; i++) {
    carry |= (<u64>unchecked(digits[i])) << bits
    unchecked((shifted[i + whole] = <u32>carry))
    carry >>= 32
  }
  unchecked((shifted[digits.length + whole] = <u32>carry))
  return trimmed(shifted)
}

/** ⌊digits ÷ 2^count⌋ */
export function shiftDigitsRight(digits: Digits, count: i32): Digits {
  if (count >= lengthInBits(digits)) return NO_DIGITS
  const whole = count >> 5
  const bits = count & 31
  const length = digits.length - whole
  const shifted = new StaticArray<u32>(length)
  for (let i = 0; i < length; i++) {
    const upper = i + 1 < length ? <u64>unchecked(digits[i + whole + 1]) : 0
    unchecked((shifted[i] = <u32>(((upper << 32) | unchecked(digits[i + whole])) >> bits)))
  }
  return trimmed(shifted)
}
