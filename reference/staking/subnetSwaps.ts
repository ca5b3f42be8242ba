import { I64, U64, U128 } from "../numbers/integers.js"
import { decreaseAlphaReserve, decreaseTaoReserve } from "../pool/reserves.js"
import { evenSwap, isDynamic, swap } from "../pool/swap.js"
import { BUY, SELL, type SwapOrder } from "../pool/swapOrder.js"
import type { SwapResult } from "../pool/swapStep.js"
import type { Chain } from "../state/chain.js"
import type { AlphaBalance, NetUid, TaoBalance } from "../state/primitives.js"
import { SubnetAlphaIn, SubnetAlphaOut, SubnetTAO, SubnetVolume, TotalStake } from "../state/storage/subtensorModule.js"

/**
 * Swaps TAO for a subnet's alpha and moves the subnet's counters: the alpha leaves the pool for `SubnetAlphaOut`, the TAO
 * joins the pool without its fee and `TotalStake` and `SubnetVolume` with it. Amounts in rao and alpha rao, the limit in
 * rao per alpha. Without a pool one rao is one alpha rao. Refuses as the swap does.
 *
 * @clause staking-12
 * @source pallets/subtensor/src/staking/stake_utils.rs:638
 */
export function swapTaoForAlpha(
  chain: Chain,
  netuid: NetUid,
  tao: TaoBalance,
  priceLimit: TaoBalance,
  dropFees: boolean,
): SwapResult<TaoBalance, AlphaBalance> {
  const { state } = chain
  const result = isDynamic(chain, netuid) ? swap(chain, netuid, BUY, tao, priceLimit, dropFees) : evenSwap(BUY, tao)
  decreaseAlphaReserve(chain, netuid, paidOutDelta(BUY, result))
  SubnetAlphaOut.mutate(state, netuid, (total) => U64.saturatingAdd(total, result.amountPaidOut))
  SubnetTAO.mutate(state, netuid, (total) => U64.saturatingAdd(total, paidInDelta(BUY, result)))
  TotalStake.mutate(state, (total) => U64.saturatingAdd(total, tao))
  SubnetVolume.mutate(state, netuid, (volume) => U128.saturatingAdd<bigint>(volume, tao))
  return result
}

/**
 * Swaps a subnet's alpha for TAO and moves the subnet's counters: the alpha joins the pool, without its fee, from
 * `SubnetAlphaOut`; the TAO leaves the pool and `TotalStake` and joins `SubnetVolume`. Amounts in alpha rao and rao, the
 * limit in rao per alpha. Without a pool one alpha rao is one rao. Refuses as the swap does.
 *
 * @clause staking-13
 * @source pallets/subtensor/src/staking/stake_utils.rs:689
 */
export function swapAlphaForTao(
  chain: Chain,
  netuid: NetUid,
  alpha: AlphaBalance,
  priceLimit: TaoBalance,
  dropFees: boolean,
): SwapResult<AlphaBalance, TaoBalance> {
  const { state } = chain
  const result = isDynamic(chain, netuid)
    ? swap(chain, netuid, SELL, alpha, priceLimit, dropFees)
    : evenSwap(SELL, alpha)
  const paidIn = paidInDelta(SELL, result)
  SubnetAlphaIn.mutate(state, netuid, (total) => U64.saturatingAdd(total, paidIn))
  SubnetAlphaOut.mutate(state, netuid, (total) => U64.saturatingSub(total, paidIn))
  decreaseTaoReserve(chain, netuid, paidOutDelta(SELL, result))
  TotalStake.mutate(state, (total) => U64.saturatingSub(total, result.amountPaidOut))
  SubnetVolume.mutate(state, netuid, (volume) => U128.saturatingAdd<bigint>(volume, result.amountPaidOut))
  return result
}

/**
 * What the reserve that is paid into gains: the amount, but no more than 2^63 − 1.
 *
 * @clause staking-14
 * @source primitives/swap-interface/src/lib.rs:220
 */
function paidInDelta<In extends bigint>(order: SwapOrder<In, bigint>, result: SwapResult<In, bigint>): In {
  return order.input(I64.saturatingFrom(result.amountPaidIn))
}

/**
 * What the reserve that is paid from loses: the amount, but no more than 2^63.
 *
 * @clause staking-14
 * @source primitives/swap-interface/src/lib.rs:229
 */
function paidOutDelta<Out extends bigint>(order: SwapOrder<bigint, Out>, result: SwapResult<bigint, Out>): Out {
  return order.output(-I64.saturatingFrom(-result.amountPaidOut))
}
