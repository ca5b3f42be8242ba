import { U64, U128 } from "../numbers/integers.js"

/** The parts that weights of averages are counted in. */
export const WHOLE = 10n ** 18n

/**
 * A hotkey's voting power once the stake of one more epoch has been averaged in:
 * alpha · stake + (1 − alpha) · before.
 *
 * @param stake alpha rao
 * @param before alpha rao
 * @param alpha the weight of the new stake, in parts of 10^18
 * @returns alpha rao, the fraction cut off
 * @clause consensus-29
 * @source pallets/subtensor/src/utils/voting_power.rs:223
 */
export function averageVotingPower(stake: bigint, before: bigint, alpha: bigint): bigint {
  const rest = U128.saturatingSub(WHOLE, alpha)
  const parts = U128.saturatingAdd(U128.saturatingMul(alpha, stake), U128.saturatingMul(rest, before))
  return U64.saturatingFrom(U128.div(parts, WHOLE))
}

/**
 * What becomes of a validator's voting power: its new average; nothing, once it has fallen below the threshold; as it
 * was, if the average is zero. A new validator builds up from zero, below the threshold too.
 *
 * @param threshold alpha rao
 * @returns alpha rao, undefined if the entry is removed
 * @clause consensus-29
 * @source pallets/subtensor/src/utils/voting_power.rs:189
 */
export function nextVotingPower(stake: bigint, before: bigint, alpha: bigint, threshold: bigint): bigint | undefined {
  const power = averageVotingPower(stake, before, alpha)
  if (power < threshold && before >= threshold) return undefined
  return power > 0n ? power : before
}
