import type { TypeDescription } from "../../reference/interface/valueType.js"

const MOST_DIGITS = 24
const PARTS_OF_PERQUINTILL = 18

/** `raw` × 2^−fractionBits in decimal, cut after enough digits to tell the format's values apart, or after 24. */
function binaryFraction(raw: bigint, fractionBits: number): string {
  const shift = BigInt(fractionBits)
  const magnitude = raw < 0n ? -raw : raw
  const digits = Math.min(fractionBits, MOST_DIGITS)
  const fraction = ((magnitude & ((1n << shift) - 1n)) * 10n ** BigInt(digits)) >> shift
  return assemble(raw < 0n, magnitude >> shift, fraction, digits)
}

function assemble(negative: boolean, whole: bigint, fraction: bigint, digits: number): string {
  const tail = fraction.toString().padStart(digits, "0").replace(/0+$/, "")
  return `${negative ? "-" : ""}${whole}${tail === "" ? "" : `.${tail}`}`
}

/** The decimal number that the raw integer of a fraction stands for; undefined for types that are no fractions. */
export function decimalOf(raw: bigint, type: TypeDescription | undefined): string | undefined {
  if (type?.kind === "fixed") return binaryFraction(raw, type.fractionBits)
  if (type?.kind !== "perquintill") return undefined
  const scale = 10n ** BigInt(PARTS_OF_PERQUINTILL)
  return assemble(false, raw / scale, raw % scale, PARTS_OF_PERQUINTILL)
}
