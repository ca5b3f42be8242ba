import { blockEmissionForIssuance } from "../../emission/blockEmission.js"
import { U96F32 } from "../../numbers/formats.js"
import { alphaPrice, movingAlphaPrice } from "../../pool/rao/alphaPrice.js"
import { alphaIssuance } from "../../pool/reserves.js"
import type { Chain } from "../../state/chain.js"
import type { NetUid, TaoBalance } from "../../state/primitives.js"
import { NetworkPowRegistrationAllowed, NetworkRegistrationAllowed } from "../../state/storage/subtensorModule.js"

/** What a block brings a subnet. Amounts keep a fraction of 32 bits. */
export interface SubnetTerms {
  readonly netuid: NetUid
  /** TAO that goes into the pool, in rao. */
  readonly taoIn: U96F32
  /** Alpha that goes into the pool with it, in alpha rao. */
  readonly alphaIn: U96F32
  /** Alpha for those who take part in the subnet, in alpha rao. */
  readonly alphaOut: U96F32
}

/** What the terms of a subnet follow from. Prices are in rao per alpha rao. */
export interface SubnetTermsInput {
  /** Rao. */
  readonly blockEmission: TaoBalance
  /** The moving price of the subnet. */
  readonly movingPrice: U96F32
  /** The sum of the moving prices of all subnets that emit. */
  readonly totalMovingPrices: U96F32
  readonly price: U96F32
  /** What the alpha curve gives at the subnet's issuance, in alpha rao. */
  readonly alphaEmission: bigint
  /** Whether neurons can register, by burning or by work. */
  readonly isOpen: boolean
}

/**
 * What a block brings a subnet: its share of the TAO by moving price, as much alpha as that is worth at the price of
 * now but no more than the alpha curve gives, and what the alpha curve gives for those who take part. A subnet that
 * nobody can register on gets the alpha, but not the TAO.
 *
 * @clause coinbase-32
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:72
 */
export function subnetTerms(input: SubnetTermsInput): Omit<SubnetTerms, "netuid"> {
  const alphaOut = U96F32.saturatingFromInteger(input.alphaEmission)
  const weighted = U96F32.saturatingMul(U96F32.saturatingFromInteger(input.blockEmission), input.movingPrice)
  const taoEmission = U96F32.checkedDiv(weighted, input.totalMovingPrices) ?? U96F32.ZERO
  const worth = U96F32.checkedDiv(taoEmission, input.price) ?? alphaOut
  return { taoIn: input.isOpen ? taoEmission : U96F32.ZERO, alphaIn: U96F32.min(worth, alphaOut), alphaOut }
}

/**
 * What a block brings each of the subnets, as their pools and their alpha are now. Asking the alpha curve overwrites
 * `BlockEmission`.
 *
 * @param subnets those that emit
 * @param blockEmission rao
 * @clause coinbase-32
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:54
 */
export function termsOfSubnets(
  chain: Chain,
  subnets: readonly NetUid[],
  blockEmission: TaoBalance,
): readonly SubnetTerms[] {
  const { state } = chain
  const totalMovingPrices = subnets.reduce<U96F32>(
    (sum, netuid) => U96F32.saturatingAdd(sum, movingAlphaPrice(chain, netuid)),
    U96F32.ZERO,
  )
  return subnets.map((netuid) => ({
    netuid,
    ...subnetTerms({
      blockEmission,
      movingPrice: movingAlphaPrice(chain, netuid),
      totalMovingPrices,
      price: alphaPrice(chain, netuid),
      alphaEmission: blockEmissionForIssuance(chain, alphaIssuance(chain, netuid)),
      isOpen: NetworkRegistrationAllowed.get(state, netuid) || NetworkPowRegistrationAllowed.get(state, netuid),
    }),
  }))
}
