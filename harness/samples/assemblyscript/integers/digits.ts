/**
 * Arithmetic on natural numbers of any length. A number is its digits of 32 bits, the lowest first, without zeros at the
 * end; zero has no digits. Numbers are never changed once they are made.
 */
export type Digits = StaticArray<u32>

export const NO_DIGITS: Digits = new StaticArray<u32>(0)

/** The number that digits stand for, without the zeros at their end. */
export function trimmed(digits: Digits): Digits {
  let length = digits.length
  while (length > 0 && unchecked(digits[length - 1]) == 0) length--
  return length == digits.length ? digits : StaticArray.fromArray<u32>(digits.slice<Array<u32>>(0, length))
}

/** The digits of a machine word. */
export function digitsOf(value: u64): Digits {
  const digits = new StaticArray<u32>(2)
  unchecked((digits[0] = <u32>value))
  unchecked((digits[1] = <u32>(value >> 32)))
  return trimmed(digits)
}

/** How many bits the number has without leading zeros; 0 for zero. */
export function lengthInBits(digits: Digits): i32 {
  const length = digits.length
  return length == 0 ? 0 : 32 * length - <i32>clz<u32>(unchecked(digits[length - 1]))
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compareDigits(a: Digits, b: Digits): i32 {
  if (a.length != b.length) return a.length < b.length ? -1 : 1
  for (let i = a.length - 1; i >= 0; i--) {
    const left = unchecked(a[i])
    const right = unchecked(b[i])
    if (left != right) return left < right ? -1 : 1
  }
  return 0
}

/** a + b */
export function addDigits(a: Digits, b: Digits): Digits {
  if (a.length < b.length) return addDigits(b, a)
  const sum = new StaticArray<u32>(a.length + 1)
  let carry: u64 = 0
  for (let i = 0; i < a.length; i++) {
    carry += <u64>unchecked(a[i]) + (i < b.length ? <u64>unchecked(b[i]) : 0)
    unchecked((sum[i] = <u32>carry))
    carry >>= 32
  }
  unchecked((sum[a.length] = <u32>carry))
  return trimmed(sum)
}

/** a − b, for a ≥ b. */
export function subtractDigits(a: Digits, b: Digits): Digits {
  const difference = new StaticArray<u32>(a.length)
  let borrow: u64 = 0
  for (let i = 0; i < a.length; i++) {
    const taken = (i < b.length ? <u64>unchecked(b[i]) : 0) + borrow
    const digit = <u64>unchecked(a[i]) - taken
    unchecked((difference[i] = <u32>digit))
    borrow = digit >> 63
  }
  return trimmed(difference)
}

/** a · b */
export function multiplyDigits(a: Digits, b: Digits): Digits {
  const product = new StaticArray<u32>(a.length + b.length)
  for (let i = 0; i < a.length; i++) {
    const factor = <u64>unchecked(a[i])
    let carry: u64 = 0
    for (let j = 0; j < b.length; j++) {
      carry += factor * unchecked(b[j]) + unchecked(product[i + j])
      unchecked((product[i + j] = <u32>carry))
      carry >>= 32
    }
    unchecked((product[i + b.length] = <u32>carry))
  }
  return trimmed(product)
}
