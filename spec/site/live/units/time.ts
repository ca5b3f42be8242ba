/** A block comes every 12 seconds. */
export const SECONDS_PER_BLOCK = 12
const SECONDS_PER_YEAR = 365.25 * 86_400

/** How many blocks a year of 365.25 days has. */
export const BLOCKS_PER_YEAR = SECONDS_PER_YEAR / SECONDS_PER_BLOCK

/** Blocks in years. */
export function yearsOf(blocks: bigint): number {
  return Number(blocks) / BLOCKS_PER_YEAR
}
