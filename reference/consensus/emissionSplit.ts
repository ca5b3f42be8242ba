import { U64, U128 } from "../numbers/integers.js"
import { type AlphaBalance, alphaBalance } from "../state/primitives.js"
import { elementAt } from "./sparseMatrix.js"

/**
 * What of a subnet's emission goes to each mechanism: by its split, or evenly without one. What rounding leaves over,
 * and what the split does not give away, goes to the first mechanism.
 *
 * @param emission alpha rao
 * @param count how many mechanisms the subnet has
 * @param split shares of 65535, for the first mechanisms at least; later ones get nothing
 * @returns alpha rao for each mechanism
 * @clause consensus-25
 * @source pallets/subtensor/src/subnets/mechanism.rs:220
 */
export function splitEmission(
  emission: AlphaBalance,
  count: number,
  split: readonly number[] | undefined,
): AlphaBalance[] {
  const even = U64.safeDiv<bigint>(emission, BigInt(count))
  const amounts = Array.from({ length: count }, (_, mechanism) =>
    split === undefined ? even : portion(emission, elementAt(split, mechanism, 0)),
  )
  const given = amounts.reduce((total, amount) => U64.wrappingAdd(total, amount), 0n)
  const left = U64.saturatingSub<bigint>(emission, given)
  return amounts.map((amount, mechanism) => alphaBalance(mechanism === 0 ? U64.saturatingAdd(amount, left) : amount))
}

function portion(emission: bigint, share: number): bigint {
  return U128.div(U128.saturatingMul<bigint>(emission, BigInt(share)), 65_535n)
}
