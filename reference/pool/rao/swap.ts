import { U64, U128 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import {
  type AlphaBalance,
  alphaBalance,
  type NetUid,
  NO_ALPHA,
  NO_TAO,
  type TaoBalance,
  taoBalance,
} from "../../state/primitives.js"
import {
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetTAO,
  SubnetVolume,
  TotalStake,
} from "../../state/storage/subtensorModule.js"
import { type ConstantProductPool, constantProductBuy, constantProductSell } from "../constantProduct.js"
import { isDynamic } from "../swap.js"

/**
 * The pool of a subnet.
 *
 * @clause pool-42
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:630
 */
export function poolOf({ state }: Chain, netuid: NetUid): ConstantProductPool {
  return { alphaReserve: SubnetAlphaIn.get(state, netuid), taoReserve: SubnetTAO.get(state, netuid) }
}

/**
 * The alpha rao that a subnet's pool would pay for TAO (rao); nothing where too little would be left in it. Without a pool
 * one rao is one alpha rao.
 *
 * @clause pool-42
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:624
 */
export function alphaForTao(chain: Chain, netuid: NetUid, tao: TaoBalance): AlphaBalance | undefined {
  if (!isDynamic(chain, netuid)) return alphaBalance(tao)
  const alpha = constantProductBuy(poolOf(chain, netuid), tao)
  return alpha === undefined ? undefined : alphaBalance(alpha)
}

/**
 * The rao that a subnet's pool would pay for alpha (alpha rao); nothing where too little would be left in it. Without a
 * pool one alpha rao is one rao.
 *
 * @clause pool-42
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:663
 */
export function taoForAlpha(chain: Chain, netuid: NetUid, alpha: AlphaBalance): TaoBalance | undefined {
  if (!isDynamic(chain, netuid)) return taoBalance(alpha)
  const tao = constantProductSell(poolOf(chain, netuid), alpha)
  return tao === undefined ? undefined : taoBalance(tao)
}

/**
 * Swaps TAO (rao) for a subnet's alpha and moves the subnet's counters: the alpha leaves the pool for `SubnetAlphaOut`, the
 * TAO joins the pool, `TotalStake` and `SubnetVolume`. Gives the alpha rao: none, and nothing moves, where the pool has no
 * result.
 *
 * @clause pool-43
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:700
 */
export function swapTaoForAlpha(chain: Chain, netuid: NetUid, tao: TaoBalance): AlphaBalance {
  const { state } = chain
  const alpha = alphaForTao(chain, netuid, tao)
  if (alpha === undefined) return NO_ALPHA
  SubnetAlphaIn.mutate(state, netuid, (total) => U64.saturatingSub(total, alpha))
  SubnetAlphaOut.mutate(state, netuid, (total) => U64.saturatingAdd(total, alpha))
  SubnetTAO.mutate(state, netuid, (total) => U64.saturatingAdd(total, tao))
  TotalStake.mutate(state, (total) => U64.saturatingAdd(total, tao))
  SubnetVolume.mutate(state, netuid, (volume) => U128.saturatingAdd<bigint>(volume, tao))
  return alpha
}

/**
 * Swaps a subnet's alpha (alpha rao) for TAO and moves the subnet's counters: the alpha joins the pool from
 * `SubnetAlphaOut`, the TAO leaves the pool and `TotalStake` and joins `SubnetVolume`. Gives the rao: none, and nothing
 * moves, where the pool has no result.
 *
 * @clause pool-43
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:733
 */
export function swapAlphaForTao(chain: Chain, netuid: NetUid, alpha: AlphaBalance): TaoBalance {
  const { state } = chain
  const tao = taoForAlpha(chain, netuid, alpha)
  if (tao === undefined) return NO_TAO
  SubnetAlphaIn.mutate(state, netuid, (total) => U64.saturatingAdd(total, alpha))
  SubnetAlphaOut.mutate(state, netuid, (total) => U64.saturatingSub(total, alpha))
  SubnetTAO.mutate(state, netuid, (total) => U64.saturatingSub(total, tao))
  TotalStake.mutate(state, (total) => U64.saturatingSub(total, tao))
  SubnetVolume.mutate(state, netuid, (volume) => U128.saturatingAdd<bigint>(volume, tao))
  return tao
}

/**
 * Puts a fee (rao) that was taken from a swap back into the subnet's pool: it is staked by nobody.
 *
 * @clause pool-44
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:791
 */
export function keepFee({ state }: Chain, netuid: NetUid, fee: TaoBalance): void {
  SubnetTAO.mutate(state, netuid, (total) => U64.saturatingAdd(total, fee))
  TotalStake.mutate(state, (total) => U64.saturatingAdd(total, fee))
}
