import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type AlphaBalance, type NetUid, NO_ALPHA, NO_TAO, type TaoBalance } from "../state/primitives.js"
import { SubnetAlphaIn, SubnetAlphaOut, SubnetTAO } from "../state/storage/subtensorModule.js"
import { SwapBalancer } from "../state/storage/swap.js"
import { updatedWeight } from "./weights.js"

/**
 * Adds rao to a pool's reserve, up to the largest u64. Nothing is written for no rao.
 *
 * @clause pool-17
 * @source pallets/subtensor/src/staking/stake_utils.rs:1336
 */
export function increaseTaoReserve(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  if (tao !== 0n) SubnetTAO.mutate(chain.state, netuid, (total) => U64.saturatingAdd(total, tao))
}

/**
 * Takes rao from a pool's reserve, down to none. Nothing is written for no rao.
 *
 * @clause pool-17
 * @source pallets/subtensor/src/staking/stake_utils.rs:1344
 */
export function decreaseTaoReserve(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  if (tao !== 0n) SubnetTAO.mutate(chain.state, netuid, (total) => U64.saturatingSub(total, tao))
}

/**
 * Adds alpha rao to a pool's reserve, up to the largest u64. Nothing is written for no alpha.
 *
 * @clause pool-17
 * @source pallets/subtensor/src/staking/stake_utils.rs:1352
 */
export function increaseAlphaReserve(chain: Chain, netuid: NetUid, alpha: AlphaBalance): void {
  if (alpha !== 0n) SubnetAlphaIn.mutate(chain.state, netuid, (total) => U64.saturatingAdd(total, alpha))
}

/**
 * Takes alpha rao from a pool's reserve, down to none. Nothing is written for no alpha.
 *
 * @clause pool-17
 * @source pallets/subtensor/src/staking/stake_utils.rs:1360
 */
export function decreaseAlphaReserve(chain: Chain, netuid: NetUid, alpha: AlphaBalance): void {
  if (alpha !== 0n) SubnetAlphaIn.mutate(chain.state, netuid, (total) => U64.saturatingSub(total, alpha))
}

/**
 * Moves the weights of a pool so that these amounts can be put into its reserves at the same price, and gives the
 * amounts to put in: those asked for, or none of either where no allowed weight does that. The reserves themselves are
 * the caller's to change.
 *
 * @clause pool-19
 * @source pallets/swap/src/pallet/impls.rs:84
 */
export function adjustProtocolLiquidity(
  chain: Chain,
  netuid: NetUid,
  taoAdded: TaoBalance,
  alphaAdded: AlphaBalance,
): { readonly tao: TaoBalance; readonly alpha: AlphaBalance } {
  const { state } = chain
  const pool = {
    quoteWeight: SwapBalancer.get(state, netuid).quote,
    alphaReserve: SubnetAlphaIn.get(state, netuid),
    taoReserve: SubnetTAO.get(state, netuid),
  }
  const quote = updatedWeight(pool, taoAdded, alphaAdded)
  if (quote === undefined) return { tao: NO_TAO, alpha: NO_ALPHA }
  SwapBalancer.set(state, netuid, { quote })
  return { tao: taoAdded, alpha: alphaAdded }
}

/**
 * All alpha of a subnet: what its pool holds and what is outside of it.
 *
 * @returns alpha rao
 * @clause pool-17
 * @source pallets/subtensor/src/staking/stake_utils.rs:20
 */
export function alphaIssuance({ state }: Chain, netuid: NetUid): AlphaBalance {
  return U64.saturatingAdd(SubnetAlphaIn.get(state, netuid), SubnetAlphaOut.get(state, netuid))
}
