import { U64F64, U96F32 } from "../numbers/formats.js"

/** What a subnet's share of the block's TAO depends on. */
export interface PricedSubnet {
  /** The moving average of its alpha's price, in rao per alpha rao. */
  readonly movingPrice: U64F64
  /** The part of its miners' emission that was burnt at the last epoch. */
  readonly minerBurned: U96F32
  /** Whether it is switched on: the others' TAO goes to those that are. */
  readonly emissionEnabled: boolean
}

/** A subnet's share of the block's TAO. */
export interface Shared {
  readonly share: U64F64
}

/**
 * The sum of the shares, held at the greatest number of the format.
 *
 * @clause emission-11
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:374
 */
function totalShare(subnets: readonly Shared[]): U64F64 {
  return subnets.reduce((sum, { share }) => U64F64.saturatingAdd(sum, share), U64F64.ZERO)
}

/**
 * The shares divided by their sum. Where the sum is zero, so is every share.
 *
 * @clause emission-11
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:379
 */
export function normalizeShares<S extends Shared>(subnets: readonly S[]): readonly S[] {
  const total = totalShare(subnets)
  return subnets.map((subnet) => ({ ...subnet, share: U64F64.safeDiv(subnet.share, total) }))
}

/**
 * Each subnet's share of the block's TAO: its part of all moving prices, less what of its miners' emission was burnt,
 * and made to sum to one again. When that leaves nothing to anybody, the parts of the prices as they are.
 *
 * @clause emission-11
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:354
 */
export function sharesOfPrices<S extends PricedSubnet>(subnets: readonly S[]): readonly (S & Shared)[] {
  const byPrice = normalizeShares(subnets.map((subnet) => ({ ...subnet, share: subnet.movingPrice })))
  const weighted = byPrice.map((subnet) => ({ ...subnet, share: U64F64.saturatingMul(subnet.share, keptPart(subnet)) }))
  return totalShare(weighted) > 0n ? normalizeShares(weighted) : byPrice
}

/**
 * The part of a subnet's miners' emission that was not burnt; none when more than all was.
 *
 * @clause emission-11
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:367
 */
function keptPart({ minerBurned }: PricedSubnet): U64F64 {
  const burned = U64F64.min(U64F64.saturatingFromFixed(U96F32, minerBurned), U64F64.ONE)
  return U64F64.saturatingSub(U64F64.ONE, burned)
}

/**
 * The shares with those of switched-off subnets given to the others in proportion. With none switched off they stay as
 * they are; when no switched-on subnet has a share, nobody gets any.
 *
 * @clause emission-12
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:34
 */
export function sharesOfEnabled<S extends PricedSubnet & Shared>(subnets: readonly S[]): readonly S[] {
  if (subnets.every(({ emissionEnabled }) => emissionEnabled)) return subnets
  return normalizeShares(subnets.map((subnet) => (subnet.emissionEnabled ? subnet : { ...subnet, share: U64F64.ZERO })))
}

/**
 * A share of the block's TAO, without the 32 binary places that U96F32 does not have.
 *
 * @param blockEmission rao
 * @returns rao
 * @clause emission-12
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:70
 */
export function emissionOfShare(blockEmission: U96F32, { share }: Shared): U96F32 {
  const emission = U64F64.saturatingMul(U64F64.saturatingFromFixed(U96F32, blockEmission), share)
  return U96F32.saturatingFromFixed(U64F64, emission)
}
