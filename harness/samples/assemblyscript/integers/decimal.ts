import { addDigits, Digits, digitsOf, multiplyDigits, NO_DIGITS } from "./digits"
import { divideByDigit } from "./division"
import { Integer } from "./integer"

/** As many decimal places as fit a digit of 32 bits. */
const PLACES = 9
const TEN_TO_PLACES: u32 = 1_000_000_000
const CODE_ZERO = 48
const CODE_NINE = 57

/** Reads an integer as the protocol writes it: no leading zeros, no plus, no minus zero. Null if it is none. */
export function parseDecimal(text: string): Integer | null {
  const negative = text.startsWith("-")
  const first = negative ? 1 : 0
  if (first == text.length) return null
  if (text.charCodeAt(first) == CODE_ZERO && text.length > 1) return null
  let digits = NO_DIGITS
  for (let at = first; at < text.length; at += PLACES) {
    const end = min(at + PLACES, text.length)
    const group = groupOf(text, at, end)
    if (group < 0) return null
    digits = addDigits(multiplyDigits(digits, digitsOf(powerOfTen(end - at))), digitsOf(group))
  }
  return new Integer(negative, digits)
}

function groupOf(text: string, start: i32, end: i32): i64 {
  let value: i64 = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < CODE_ZERO || code > CODE_NINE) return -1
    value = value * 10 + (code - CODE_ZERO)
  }
  return value
}

function powerOfTen(exponent: i32): u64 {
  let power: u64 = 1
  for (let i = 0; i < exponent; i++) power *= 10
  return power
}

/** Writes an integer as the protocol wants it. */
export function formatDecimal(value: Integer): string {
  if (value.isZero()) return "0"
  const groups: string[] = []
  for (let rest: Digits = value.digits; rest.length > 0; ) {
    const division = divideByDigit(rest, TEN_TO_PLACES)
    rest = division.quotient
    const group = new Integer(false, division.remainder).toU64().toString()
    groups.push(rest.length > 0 ? group.padStart(PLACES, "0") : group)
  }
  return `${value.negative ? "-" : ""}${groups.reverse().join("")}`
}
