import type { U64F64, U96F32 } from "../../../reference/numbers/formats.js"

const PER_COIN = 1_000_000_000n

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f")
}

function coins(amount: bigint): string {
  const whole = grouped((amount / PER_COIN).toString())
  return `${whole}.${(amount % PER_COIN).toString().padStart(9, "0")}`
}

/** rao as TAO, with all nine places. */
export function tao(rao: bigint): string {
  return `${coins(rao)}\u00a0TAO`
}

/** Alpha rao as alpha, with all nine places. */
export function alpha(alphaRao: bigint): string {
  return `${coins(alphaRao)}\u00a0alpha`
}

/** Alpha rao or rao as a bare number of coins. */
export function bare(amount: bigint): string {
  return coins(amount)
}

function decimal(bits: bigint, places: number, digits: number): string {
  const scaled = (bits * 10n ** BigInt(digits)) >> BigInt(places)
  const text = scaled.toString().padStart(digits + 1, "0")
  return `${grouped(text.slice(0, -digits))}.${text.slice(-digits)}`
}

/** A U64F64 cut to some decimal places. */
export function ofU64F64(value: U64F64, digits = 6): string {
  return decimal(value, 64, digits)
}

/** A U96F32 cut to some decimal places. */
export function ofU96F32(value: U96F32, digits = 6): string {
  return decimal(value, 32, digits)
}

/** A fraction of one as a number, for drawing only. */
export function ofI32F32(bits: bigint): number {
  return Number(bits) / 2 ** 32
}

/** A fraction in percent. */
export function percent(fraction: number, digits = 1): string {
  return `${(fraction * 100).toFixed(digits)}\u00a0%`
}

/** One amount as a part of another, for drawing only. */
export function part(amount: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number(amount) / Number(whole)
}
