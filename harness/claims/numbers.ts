/** A number that a claim is judged by, with its unit, as the specification prints it. */
export interface ClaimNumber {
  readonly name: string
  readonly value: string
  readonly unit: string
}

const RAO_PER_TAO = 1_000_000_000n
const SECONDS_PER_BLOCK = 12
const SECONDS_PER_YEAR = 365.25 * 24 * 3_600

/** Blocks of twelve seconds in a year of 365.25 days. */
export const BLOCKS_PER_YEAR = SECONDS_PER_YEAR / SECONDS_PER_BLOCK

/** A number with its name and unit. */
export function numberOf(name: string, value: string | number | bigint, unit: string): ClaimNumber {
  return { name, value: String(value), unit }
}

/** Rao as TAO, exactly; alpha rao as alpha. */
export function inTao(rao: bigint): string {
  const whole = rao / RAO_PER_TAO
  const rest = (rao % RAO_PER_TAO).toString().padStart(9, "0").replace(/0+$/, "")
  return rest === "" ? `${whole}` : `${whole}.${rest}`
}

/** Blocks as years, to two places. */
export function inYears(blocks: bigint): string {
  return (Number(blocks) / BLOCKS_PER_YEAR).toFixed(2)
}

/** A ratio in percent, to two places. */
export function inPercent(part: bigint | number, whole: bigint | number): string {
  return ((100 * Number(part)) / Number(whole)).toFixed(2)
}
