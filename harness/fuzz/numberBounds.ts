import type { TypeDescription } from "../../reference/interface/valueType.js"

/** The least and the largest integer, or raw bits, of a type; undefined where there is no bound. */
export interface NumberBounds {
  readonly min: bigint | undefined
  readonly max: bigint | undefined
}

const PARTS = 10n ** 18n

/** The bounds of a type whose JSON form is a decimal integer; undefined for the other types. */
export function numberBounds(type: TypeDescription): NumberBounds | undefined {
  if (type.kind === "integer") return { min: type.min, max: type.max }
  if (type.kind === "perquintill") return { min: 0n, max: PARTS }
  if (type.kind !== "fixed") return undefined
  const max = (1n << BigInt(type.signed ? type.bits - 1 : type.bits)) - 1n
  return { min: type.signed ? -max - 1n : 0n, max }
}

/** The number within the bounds that is nearest to the value. */
export function clamp(value: bigint, { min, max }: NumberBounds): bigint {
  if (min !== undefined && value < min) return min
  return max !== undefined && value > max ? max : value
}
