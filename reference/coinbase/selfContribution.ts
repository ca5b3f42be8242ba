import { fractionOfU64 } from "../consensus/stakeWeight.js"
import { U96F32 } from "../numbers/formats.js"

/** A hotkey's stake on a subnet and on root. */
export interface HotkeyStake {
  /** On the subnet, in alpha rao. */
  readonly alpha: bigint
  /** On root, in rao. */
  readonly tao: bigint
}

/**
 * What a part of a hotkey's stake weighs on a subnet: alpha · part + TAO · part · weight of TAO, in alpha rao.
 *
 * @clause coinbase-15
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:905
 */
export function weighPart({ alpha, tao }: HotkeyStake, part: U96F32, taoWeight: U96F32): U96F32 {
  const fromAlpha = U96F32.saturatingMul(U96F32.saturatingFromInteger(alpha), part)
  const fromTao = U96F32.saturatingMul(U96F32.saturatingMul(U96F32.saturatingFromInteger(tao), part), taoWeight)
  return U96F32.saturatingAdd(fromAlpha, fromTao)
}

/**
 * What a hotkey's own stake weighs on a subnet once its children have theirs, floored to whole alpha rao.
 *
 * @param childProportions the share of each child, of u64::MAX
 * @param taoWeight of u64::MAX
 * @clause coinbase-15
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:905
 */
export function selfContribution(stake: HotkeyStake, childProportions: readonly bigint[], taoWeight: bigint): bigint {
  const kept = childProportions.reduce<U96F32>(
    (rest, proportion) => U96F32.saturatingSub(rest, fractionOfU64(proportion)),
    U96F32.ONE,
  )
  return U96F32.saturatingToU64(weighPart(stake, kept, fractionOfU64(taoWeight)))
}
