import { type TaoBalance, taoBalance } from "../state/primitives.js"

/** All the TAO that will ever be, in rao; and of each subnet's alpha as much, in alpha rao. */
export const TOTAL_SUPPLY: TaoBalance = taoBalance(21_000_000_000_000_000n)

/** What a block emits before the first halving, in rao (of alpha, in alpha rao). */
export const INITIAL_BLOCK_EMISSION = 1_000_000_000n
