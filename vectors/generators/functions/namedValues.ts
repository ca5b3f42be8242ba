import type { TypeDescription } from "../../../reference/interface/valueType.js"

type Integer = Extract<TypeDescription, { readonly kind: "integer" }>
type Fixed = Extract<TypeDescription, { readonly kind: "fixed" }>

/** Named values of a type, as integers or raw bits. */
export type NamedValues = ReadonlyMap<string, bigint>

const PARTS = 10n ** 18n
const UNBOUNDED_BITS = 130n

interface Bounds {
  readonly min: bigint
  readonly max: bigint
}

function inside(bounds: Bounds, values: readonly (readonly [string, bigint])[]): NamedValues {
  const distinct = new Map<bigint, string>()
  for (const [name, value] of values) {
    if (value >= bounds.min && value <= bounds.max && !distinct.has(value)) distinct.set(value, name)
  }
  return new Map([...distinct].map(([value, name]) => [name, value]))
}

function bitsOf(value: bigint): bigint {
  return BigInt(value.toString(2).length)
}

function integerValues({ min, max }: Bounds): NamedValues {
  return inside({ min, max }, [
    ["zero", 0n],
    ["one", 1n],
    ["two", 2n],
    ["three", 3n],
    ["seven", 7n],
    ["ten", 10n],
    ["the largest", max],
    ["one below the largest", max - 1n],
    ["half the range", (max + 1n) / 2n],
    ["one below half the range", (max + 1n) / 2n - 1n],
    ["the root of the range", 1n << (bitsOf(max) / 2n + (bitsOf(max) % 2n))],
    ["one below the root of the range", (1n << (bitsOf(max) / 2n + (bitsOf(max) % 2n))) - 1n],
    ["a thousand million", 10n ** 9n],
    ["a million million million", 10n ** 18n],
    ["the least", min],
    ["one above the least", min + 1n],
    ["minus one", -1n],
    ["minus two", -2n],
    ["minus three", -3n],
    ["minus seven", -7n],
  ])
}

function fixedValues({ signed, bits, fractionBits }: Fixed): NamedValues {
  const one = 1n << BigInt(fractionBits)
  const max = (1n << BigInt(signed ? bits - 1 : bits)) - 1n
  const min = signed ? -max - 1n : 0n
  const magnitudes: readonly (readonly [string, bigint])[] = [
    ["a step", 1n],
    ["half", one / 2n],
    ["a step below half", one / 2n - 1n],
    ["a step above half", one / 2n + 1n],
    ["a third", one / 3n],
    ["a step below one", one - 1n],
    ["one", one],
    ["a step above one", one + 1n],
    ["one and a half", one + one / 2n],
    ["two", 2n * one],
    ["two and a half", 2n * one + one / 2n],
    ["three", 3n * one],
    ["ten", 10n * one],
    ["the root of the range", 1n << BigInt((bits + fractionBits) >> 1)],
    ["the largest whole", (max / one) * one],
  ]
  return inside({ min, max }, [
    ["zero", 0n],
    ["the largest", max],
    ["a step below the largest", max - 1n],
    ["the least", min],
    ["a step above the least", min + 1n],
    ...magnitudes,
    ...magnitudes.map(([name, value]): readonly [string, bigint] => [`minus ${name}`, -value]),
  ])
}

const PERQUINTILLS = inside({ min: 0n, max: PARTS }, [
  ["zero", 0n],
  ["a part", 1n],
  ["a third", PARTS / 3n],
  ["a part below half", PARTS / 2n - 1n],
  ["half", PARTS / 2n],
  ["a part above half", PARTS / 2n + 1n],
  ["a part below one", PARTS - 1n],
  ["one", PARTS],
])

/** The bounds of an integer type; of an unbounded one, bounds that no type of the chain reaches. */
export function boundsOf({ min, max }: Integer): Bounds {
  const far = 1n << UNBOUNDED_BITS
  return { min: min ?? -far, max: max ?? far - 1n }
}

/** The values of a type of numbers that have a name; undefined for other types. */
export function namedValues(type: TypeDescription): NamedValues | undefined {
  if (type.kind === "integer") return integerValues(boundsOf(type))
  if (type.kind === "fixed") return fixedValues(type)
  if (type.kind === "perquintill") return PERQUINTILLS
  return undefined
}
