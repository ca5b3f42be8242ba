import { blockEmissionForIssuance } from "../emission/blockEmission.js"
import { U64F64, U96F32 } from "../numbers/formats.js"
import { alphaIssuance } from "../pool/reserves.js"
import { currentAlphaPrice } from "../pool/swap.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { rootProportion } from "./rootProportion.js"

/** What a block brings a subnet. Amounts keep a fraction of 32 bits. */
export interface SubnetTerms {
  /** TAO that goes into the pool, in rao. */
  readonly taoIn: U96F32
  /** Alpha that goes into the pool with it, in alpha rao. */
  readonly alphaIn: U96F32
  /** Alpha for those who take part in the subnet, in alpha rao. */
  readonly alphaOut: U96F32
  /** TAO that buys alpha, in rao. */
  readonly excessTao: U96F32
}

/** What the terms of a subnet follow from. */
export interface SubnetTermsInput {
  /** The subnet's part of the block's TAO, in rao. */
  readonly taoEmission: U96F32
  /** What the alpha curve gives at the subnet's issuance, in alpha rao. */
  readonly alphaEmission: U96F32
  /** rao per alpha rao */
  readonly price: U96F32
  readonly rootProportion: U96F32
}

/**
 * Divides a subnet's TAO between injection and buying. TAO is injected with as much alpha as it is worth, but with no
 * more alpha than root's proportion of the alpha emission; what TAO then is left over buys alpha.
 *
 * @clause coinbase-04
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:177
 */
export function subnetTerms(input: SubnetTermsInput): SubnetTerms {
  const { taoEmission, alphaEmission, price } = input
  const worth = U96F32.safeDivOr(taoEmission, price, U96F32.ZERO)
  const cap = U96F32.saturatingMul(input.rootProportion, alphaEmission)
  const isCapped = worth > cap
  const taoIn = isCapped ? U96F32.saturatingMul(cap, price) : taoEmission
  return {
    taoIn,
    alphaIn: isCapped ? cap : worth,
    alphaOut: alphaEmission,
    excessTao: U96F32.saturatingSub(taoEmission, taoIn),
  }
}

/**
 * The terms of one subnet as its pool and its alpha are now. Asking the alpha curve overwrites `BlockEmission`.
 *
 * @clause coinbase-04
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:177
 */
export function termsOf(chain: Chain, netuid: NetUid, taoEmission: U96F32): SubnetTerms {
  return subnetTerms({
    taoEmission,
    alphaEmission: U96F32.saturatingFromInteger(blockEmissionForIssuance(chain, alphaIssuance(chain, netuid)) ?? 0n),
    price: U96F32.saturatingFromFixed(U64F64, currentAlphaPrice(chain, netuid)),
    rootProportion: rootProportion(chain, netuid),
  })
}
