import { U64, U128 } from "../numbers/integers.js"
import { type TaoBalance, taoBalance } from "../state/primitives.js"

/** What somebody gets of a pot. */
export interface Portion<Holder> {
  readonly holder: Holder
  readonly share: TaoBalance
}

/** Somebody who gets a part of a pot, and with what weight. */
export interface Weighted<Holder> {
  readonly holder: Holder
  readonly weight: bigint
}

/**
 * Divides a pot in proportion to weights: each gets floor(pot × weight ÷ sum of weights), and what is left over goes,
 * one rao each, to those who lost most to rounding, of equals to the first. Where anything was left over, that is also
 * the order of the portions; else they are in the order of the holders. Those without weight are left out.
 *
 * @param pot rao
 * @clause subnets-24
 * @source pallets/subtensor/src/staking/remove_stake.rs:548
 */
export function largestRemainderPortions<Holder>(
  pot: TaoBalance,
  holders: readonly Weighted<Holder>[],
): readonly Portion<Holder>[] {
  const weighted = holders.filter(({ weight }) => weight > 0n)
  const total = weighted.reduce((sum, { weight }) => U128.saturatingAdd(sum, weight), 0n)
  const portions = weighted.map(({ holder, weight }) => {
    const product = U128.saturatingMul<bigint>(pot, weight)
    return { holder, share: taoBalance(product / total), remainder: product % total }
  })
  const divided = portions.reduce((sum, { share }) => U128.saturatingAdd<bigint>(sum, share), 0n)
  const leftover = U128.saturatingSub<bigint>(pot, divided)
  if (leftover === 0n) return portions
  return portions
    .sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1))
    .map(({ holder, share }, place) => ({
      holder,
      share: place < leftover ? U64.saturatingAdd(share, taoBalance(1n)) : share,
    }))
}
