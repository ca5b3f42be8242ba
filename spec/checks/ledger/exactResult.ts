/** A number over another: what an operation would give without rounding, in units of the last place of its result. */
export interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** What is known of a type whose operation is looked at: how far left its point is, or that it has none. */
export interface OperationType {
  readonly fractionShift?: bigint
}

type Exact = (operands: readonly bigint[], shift: bigint) => Ratio | undefined

function whole(numerator: bigint): Ratio {
  return { numerator, denominator: 1n }
}

function ratio(numerator: bigint, denominator: bigint): Ratio | undefined {
  if (denominator === 0n) return undefined
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator }
}

const binary = (exact: (a: bigint, b: bigint, shift: bigint) => Ratio | undefined): Exact => {
  return ([a = 0n, b = 0n], shift) => exact(a, b, shift)
}

/** By the operation without what it does at the bounds (`saturating`, `checked`, `wrapping`, `safe`). */
const EXACT: Readonly<Record<string, Exact>> = {
  add: binary((a, b) => whole(a + b)),
  sub: binary((a, b) => whole(a - b)),
  mul: binary((a, b, shift) => ({ numerator: a * b, denominator: 1n << shift })),
  div: binary((a, b, shift) => ratio(a << shift, b)),
  pow: binary((a, b) => whole(a ** b)),
  from: ([a = 0n]) => whole(a),
  fromInteger: ([a = 0n], shift) => whole(a << shift),
  floor: ([a = 0n]) => whole(a),
  ceil: ([a = 0n]) => whole(a),
  round: ([a = 0n]) => whole(a),
  frac: ([a = 0n]) => whole(a),
  int: ([a = 0n]) => whole(a),
}

function isInteger(value: unknown): value is bigint | number {
  return typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value))
}

function isFloat(value: unknown): value is { readonly mantissa: bigint; readonly exponent: bigint } {
  return (
    typeof value === "object" &&
    value !== null &&
    "mantissa" in value &&
    typeof value.mantissa === "bigint" &&
    "exponent" in value &&
    typeof value.exponent === "bigint"
  )
}

function shiftOf(value: unknown): bigint {
  const isFormat = typeof value === "object" && value !== null && "fractionShift" in value
  return isFormat && typeof value.fractionShift === "bigint" ? value.fractionShift : 0n
}

/** The name without what the operation does at the bounds. */
function plainName(method: string): string {
  const bare = method.replace(/^(?:saturating|checked|wrapping|safe)(?=[A-Z])/, "").replace(/Or$/, "")
  return bare.charAt(0).toLowerCase() + bare.slice(1)
}

function integers(values: readonly unknown[]): readonly bigint[] {
  return values.flatMap((value) => (isInteger(value) ? [BigInt(value)] : []))
}

/** Beyond this power of ten a result is off by more digits than any vector has. */
const GREATEST_POWER = 2000n

function scaled(value: bigint, power: bigint): Ratio {
  const size = power < 0n ? -power : power
  const factor = 10n ** (size < GREATEST_POWER ? size : GREATEST_POWER)
  return power >= 0n ? whole(value * factor) : { numerator: value, denominator: factor }
}

/** The exact result of an operation on decimal floats: a × b ÷ c in units of the given last digit, or the integer. */
function exactOfFloats(operands: readonly unknown[], given: unknown): Ratio | undefined {
  const [a, b, c] = operands.filter(isFloat)
  if (a === undefined) return undefined
  if (b === undefined || c === undefined) return scaled(a.mantissa, a.exponent)
  if (c.mantissa === 0n || !isFloat(given)) return undefined
  const { numerator, denominator } = scaled(
    a.mantissa * b.mantissa,
    a.exponent + b.exponent - c.exponent - given.exponent,
  )
  return ratio(numerator, denominator * c.mantissa)
}

/** What a double holds, as a ratio with a power of two below. */
function exactOfDouble(value: number, shift: bigint): Ratio {
  const places = 1074
  let scaledValue = value
  let power = 0
  while (!Number.isInteger(scaledValue) && power < places) {
    scaledValue *= 2
    power += 1
  }
  return { numerator: BigInt(scaledValue) << shift, denominator: 1n << BigInt(power) }
}

/**
 * What an operation would give if nothing were rounded or bounded; undefined where there is no such number, as in a
 * division by zero.
 */
export function exactResult(
  type: OperationType,
  name: string,
  operands: readonly unknown[],
  given: unknown,
): Ratio | undefined {
  const [object, method = ""] = name.split(".", 2)
  const shift = shiftOf(type)
  const plain = plainName(method)
  if (object === "SafeFloat") return exactOfFloats(operands, given)
  if (plain === "fromRational") {
    const [a = 0n, b = 0n] = integers(operands)
    return ratio(a * 10n ** 18n, b)
  }
  const [first, second] = operands
  if (plain === "fromDouble" && typeof first === "number") return exactOfDouble(first, shift)
  if (plain === "fromFixed") return ratio((integers([second])[0] ?? 0n) << shift, 1n << shiftOf(first))
  if (plain.startsWith("to")) return ratio(integers(operands)[0] ?? 0n, 1n << shift)
  return EXACT[plain]?.(integers(operands), shift)
}

/** The exact result of `a / b` and `a >> b`. */
export function exactOperator(operation: string, a: bigint, b: bigint): Ratio | undefined {
  if (operation === "/") return ratio(a, b)
  return b >= 0n ? { numerator: a, denominator: 1n << b } : whole(a << -b)
}

/** A result as an integer of its last places: its raw bits, or its mantissa. */
export function lastPlaces(given: unknown): bigint | undefined {
  if (isFloat(given)) return given.mantissa
  return isInteger(given) ? BigInt(given) : undefined
}
