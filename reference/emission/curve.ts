import { I96F32 } from "../numbers/formats.js"
import { panic } from "../numbers/runtimePanic.js"
import { log2 } from "../numbers/transcendental.js"
import { INITIAL_BLOCK_EMISSION, TOTAL_SUPPLY } from "./supply.js"

/**
 * What a block emits when this much is issued: half as much each time that half of what was left has been issued.
 *
 * @param issuance rao, or alpha rao
 * @returns rao, or alpha rao; zero once the supply is issued
 * @clause emission-01
 * @source pallets/subtensor/src/coinbase/block_emission.rs:38
 */
export function emissionAt(issuance: bigint): bigint {
  if (issuance >= TOTAL_SUPPLY) return 0n
  const share = I96F32.safeDiv(I96F32.ONE, powerOfTwo(halvingsAt(issuance)))
  return I96F32.saturatingToU64(I96F32.saturatingMul(share, I96F32.saturatingFromInteger(INITIAL_BLOCK_EMISSION)))
}

/**
 * How many halvings lie behind an issuance below the supply: the whole part of log2(1 ÷ (1 − issuance ÷ supply)).
 *
 * @param issuance rao, or alpha rao
 * @clause emission-01
 * @source pallets/subtensor/src/coinbase/block_emission.rs:47
 */
export function halvingsAt(issuance: bigint): bigint {
  const issued = I96F32.div(I96F32.saturatingFromInteger(issuance), I96F32.saturatingFromInteger(TOTAL_SUPPLY))
  const oneOverUnissued = I96F32.div(I96F32.ONE, I96F32.sub(I96F32.ONE, issued))
  const residual = log2(I96F32, oneOverUnissued) ?? panic("the logarithm of a number of at least one is known")
  return I96F32.saturatingToU64(I96F32.floor(residual))
}

/**
 * 2 to the power of a number of halvings, by doubling.
 *
 * @clause emission-01
 * @source pallets/subtensor/src/coinbase/block_emission.rs:67
 */
function powerOfTwo(halvings: bigint): I96F32 {
  let power = I96F32.ONE
  for (let doubled = 0n; doubled < halvings; doubled++) power = I96F32.saturatingMul(power, I96F32.fromInteger(2))
  return power
}
