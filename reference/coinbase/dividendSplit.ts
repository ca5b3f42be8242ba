import { fractionOfU64 } from "../consensus/stakeWeight.js"
import { U96F32 } from "../numbers/formats.js"
import type { AccountId, AlphaBalance } from "../state/primitives.js"
import type { HotkeyStake } from "./selfContribution.js"

/** A hotkey that dividends go to. */
export interface DividendEarner {
  readonly hotkey: AccountId
  /** What it earned, in alpha rao: a measure only. */
  readonly dividend: U96F32
  readonly stake: HotkeyStake
}

/** What the division of a subnet's dividends follows from. */
export interface DividendSplitInput {
  readonly earners: readonly DividendEarner[]
  /** Alpha for stake on the subnet, in alpha rao. */
  readonly pendingValidator: AlphaBalance
  /** What there is for stake on root: in alpha rao, or on fork rao in rao. */
  readonly pendingRoot: bigint
  /** Of u64::MAX. */
  readonly taoWeight: bigint
}

/** An amount for a hotkey, in alpha rao; of TAO, in rao. */
export interface HotkeyShare {
  readonly hotkey: AccountId
  readonly amount: U96F32
}

/** The dividends of a subnet, in the order of the earners. */
export interface DividendSplit {
  readonly alpha: readonly HotkeyShare[]
  readonly root: readonly HotkeyShare[]
}

/**
 * Divides a subnet's pending alpha between the hotkeys that earned dividends. Each one's dividend is cut in two, by
 * what its stake on root weighs beside its stake on the subnet; the parts only give its share of the root alpha and of
 * the validators' alpha. Where the parts of all sum to zero, that alpha goes to nobody.
 *
 * @clause coinbase-16
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:501
 */
export function splitDividends({
  earners,
  pendingValidator,
  pendingRoot,
  taoWeight,
}: DividendSplitInput): DividendSplit {
  const weight = fractionOfU64(taoWeight)
  const root = earners.map(({ hotkey, dividend, stake }) => ({
    hotkey,
    amount: U96F32.saturatingMul(dividend, rootPart(stake, weight)),
  }))
  const alpha = earners.map(({ hotkey, dividend }, index) => ({
    hotkey,
    amount: U96F32.saturatingSub(dividend, root[index]?.amount ?? U96F32.ZERO),
  }))
  return { alpha: inProportion(pendingValidator, alpha), root: inProportion(pendingRoot, root) }
}

/**
 * What a hotkey's stake on root weighs beside all of its stake; zero without stake.
 *
 * @clause coinbase-16
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:544
 */
function rootPart({ alpha, tao }: HotkeyStake, taoWeight: U96F32): U96F32 {
  const weighted = U96F32.saturatingMul(U96F32.saturatingFromInteger(tao), taoWeight)
  return U96F32.checkedDiv(weighted, U96F32.saturatingAdd(U96F32.saturatingFromInteger(alpha), weighted)) ?? U96F32.ZERO
}

/**
 * An amount divided in proportion to the parts, the quotient truncated before the product; zero for each if the parts
 * sum to zero.
 *
 * @clause coinbase-16
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:574
 */
function inProportion(amount: bigint, parts: readonly HotkeyShare[]): readonly HotkeyShare[] {
  const total = parts.reduce<U96F32>((sum, part) => U96F32.saturatingAdd(sum, part.amount), U96F32.ZERO)
  const whole = U96F32.saturatingFromInteger(amount)
  return parts.map((part) => ({
    hotkey: part.hotkey,
    amount: U96F32.saturatingMul(whole, U96F32.checkedDiv(part.amount, total) ?? U96F32.ZERO),
  }))
}
