import { I64F64, U96F32 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"

/** A parent of a hotkey on a subnet, as far as the stake that it lends goes. */
export interface LendingParent {
  /** The share of the parent's stake that goes to the child, of u64::MAX. */
  readonly proportion: bigint
  /** The parent's own stake. */
  readonly stake: bigint
}

const U64_MAX_FIXED = U96F32.saturatingFromInteger(U64.MAX)

/**
 * A u64 read as a fraction of u64::MAX. The format keeps 32 fraction bits, so the fraction is known to 2^-32 only.
 *
 * @clause consensus-03
 * @source pallets/subtensor/src/staking/stake_utils.rs:143
 */
export function fractionOfU64(value: bigint): U96F32 {
  return U96F32.safeDiv(U96F32.saturatingFromInteger(value), U64_MAX_FIXED)
}

function portionOf(stake: bigint, proportion: bigint): U96F32 {
  return U96F32.saturatingMul(U96F32.saturatingFromInteger(stake), fractionOfU64(proportion))
}

/**
 * A hotkey's stake on a subnet once what it lends to its children is taken off and what its parents lend it is added.
 *
 * @param ownStake rao or alpha rao
 * @param childProportions the share that goes to each child, of u64::MAX
 * @returns the same unit, the fraction cut off
 * @clause consensus-03
 * @source pallets/subtensor/src/staking/stake_utils.rs:385
 */
export function inheritedStake(
  ownStake: bigint,
  childProportions: readonly bigint[],
  parents: readonly LendingParent[],
): bigint {
  let toChildren = U96F32.ZERO
  for (const proportion of childProportions) {
    toChildren = U96F32.saturatingAdd(toChildren, portionOf(ownStake, proportion))
  }
  let fromParents = U96F32.ZERO
  for (const { proportion, stake } of parents) {
    fromParents = U96F32.saturatingAdd(fromParents, portionOf(stake, proportion))
  }
  const kept = U96F32.saturatingSub(U96F32.saturatingFromInteger(ownStake), toChildren)
  return U96F32.saturatingToU64(U96F32.saturatingAdd(kept, fromParents))
}

/**
 * What a neuron's stake weighs on a subnet: its alpha and, times the weight of TAO, its TAO on root.
 *
 * @param inheritedAlpha alpha rao
 * @param inheritedTao rao
 * @param taoWeight of u64::MAX
 * @returns alpha rao with 64 fraction bits, of which the lower 32 come from the product only
 * @clause consensus-04
 * @source pallets/subtensor/src/staking/stake_utils.rs:229
 */
export function stakeWeight(inheritedAlpha: bigint, inheritedTao: bigint, taoWeight: bigint): I64F64 {
  const weight = I64F64.saturatingFromFixed(U96F32, fractionOfU64(taoWeight))
  const weightedTao = I64F64.saturatingMul(I64F64.saturatingFromInteger(inheritedTao), weight)
  return I64F64.saturatingAdd(I64F64.saturatingFromInteger(inheritedAlpha), weightedTao)
}
