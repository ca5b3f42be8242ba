import { fractionOfU64 } from "../consensus/stakeWeight.js"
import { U96F32 } from "../numbers/formats.js"
import { type AccountId, type AlphaBalance, alphaBalance } from "../state/primitives.js"
import { type HotkeyStake, weighPart } from "./selfContribution.js"
import { fractionOfU16 } from "./u16Fraction.js"

/** A parent of a validator, as far as dividends go. */
export interface DividendParent {
  readonly hotkey: AccountId
  /** The share of its stake that the validator works with, of u64::MAX. */
  readonly proportion: bigint
  readonly stake: HotkeyStake
  /** Whether the coldkey that owns the validator owns the parent too: then nothing is taken from it. */
  readonly hasSameOwner: boolean
}

/** What the division of a validator's dividend follows from. */
export interface ParentDividendsInput {
  readonly hotkey: AccountId
  /** In alpha rao. */
  readonly dividend: AlphaBalance
  /** The weight of the validator's own stake, in whole alpha rao. */
  readonly selfContribution: bigint
  readonly parents: readonly DividendParent[]
  /** The validator's take from each parent of another owner, of u16::MAX. */
  readonly childkeyTake: number
  /** The part of each such parent's dividend that is recycled, of u64::MAX. */
  readonly childkeyBurn: bigint
  /** Of u64::MAX. */
  readonly taoWeight: bigint
}

/** A hotkey and the alpha it gets, in alpha rao. */
export type HotkeyDividend = readonly [hotkey: AccountId, dividend: AlphaBalance]

/** A validator's dividend, divided. */
export interface ParentDividends {
  /** For each parent in turn, then for the validator itself. */
  readonly dividends: readonly HotkeyDividend[]
  /** What is recycled, one amount for each parent of another owner, in alpha rao. */
  readonly recycled: readonly AlphaBalance[]
}

interface ParentShare {
  /** What leaves the validator's dividend. */
  readonly gross: U96F32
  readonly toParent: U96F32
  readonly take: U96F32
  readonly burn: U96F32
}

/**
 * Divides a validator's dividend between its parents and itself, by what each one's stake weighs. From a parent of
 * another owner the validator takes its childkey take, and the childkey burn is recycled; both are computed from the
 * parent's share before either is taken off. The validator gets what the parents leave, and its takes. Each amount is
 * floored by itself.
 *
 * @clause coinbase-15
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:944
 */
export function dividendsToParents(input: ParentDividendsInput): ParentDividends {
  const whole = U96F32.saturatingFromInteger(input.dividend)
  const shares = parentShares(input, whole)
  const rest = shares.reduce<U96F32>((left, { gross }) => U96F32.saturatingSub(left, gross), whole)
  const takes = shares.reduce<U96F32>((total, { take }) => U96F32.saturatingAdd(total, take), U96F32.ZERO)
  const toParents = input.parents.map(({ hotkey }, index): HotkeyDividend => [hotkey, floor(shares[index]?.toParent)])
  return {
    dividends: [...toParents, [input.hotkey, floor(U96F32.saturatingAdd(rest, takes))]],
    recycled: shares.filter((_, index) => input.parents[index]?.hasSameOwner === false).map(({ burn }) => floor(burn)),
  }
}

/**
 * What each parent's stake earns of the whole, and what is taken from it.
 *
 * @clause coinbase-15
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:985
 */
function parentShares(input: ParentDividendsInput, whole: U96F32): readonly ParentShare[] {
  const taoWeight = fractionOfU64(input.taoWeight)
  const weights = input.parents.map(({ stake, proportion }) => weighPart(stake, fractionOfU64(proportion), taoWeight))
  const total = weights.reduce<U96F32>(
    (sum, weight) => U96F32.saturatingAdd(sum, weight),
    U96F32.saturatingFromInteger(input.selfContribution),
  )
  return input.parents.map(({ hasSameOwner }, index) => {
    const factor = U96F32.checkedDiv(weights[index] ?? U96F32.ZERO, total) ?? U96F32.ZERO
    const gross = U96F32.saturatingMul(whole, factor)
    return hasSameOwner ? untouched(gross) : taxed(gross, input)
  })
}

function untouched(gross: U96F32): ParentShare {
  return { gross, toParent: gross, take: U96F32.ZERO, burn: U96F32.ZERO }
}

/**
 * A parent's share once childkey burn and childkey take are off it.
 *
 * @clause coinbase-15
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:1038
 */
function taxed(gross: U96F32, { childkeyBurn, childkeyTake }: ParentDividendsInput): ParentShare {
  const burn = U96F32.saturatingMul(fractionOfU64(childkeyBurn), gross)
  const take = U96F32.saturatingMul(fractionOfU16(childkeyTake), gross)
  return { gross, toParent: U96F32.saturatingSub(U96F32.saturatingSub(gross, burn), take), take, burn }
}

function floor(amount: U96F32 = U96F32.ZERO): AlphaBalance {
  return alphaBalance(U96F32.saturatingToU64(amount))
}
