import { mintAlphaIn } from "../emission/alphaAssets.js"
import { spendTao } from "../emission/tao.js"
import { recordProtocolInflow } from "../emission/taoFlow.js"
import { U96F32 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { adjustProtocolLiquidity } from "../pool/reserves.js"
import { MAX_PRICE } from "../pool/swapOrder.js"
import { swapTaoForAlpha } from "../staking/subnetSwaps.js"
import type { Credit } from "../state/balancesCredit.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, alphaBalance, type NetUid, NO_TAO, type TaoBalance, taoBalance } from "../state/primitives.js"
import { attempt } from "../state/refusal.js"
import {
  SubnetAlphaInEmission,
  SubnetExcessTao,
  SubnetProtocolAlpha,
  SubnetTAO,
  SubnetTaoInEmission,
  TotalStake,
} from "../state/storage/subtensorModule.js"
import { subnetAccountId } from "../subnets/subnetAccount.js"
import type { SubnetTerms } from "./subnetTerms.js"

/**
 * Brings a subnet the TAO and the alpha of its terms, each floored to whole rao. First the pool's weights move, so that
 * the injection will not change the price; then the excess TAO buys alpha from the pool as it still is; then alpha and
 * TAO are put in. Where no weights would do, nothing is injected and the excess still buys.
 *
 * @param credit the block's TAO that nobody has received yet
 * @returns what is left of the credit
 * @clause coinbase-06
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:70
 */
export function injectAndMaybeSwap(chain: Chain, netuid: NetUid, terms: SubnetTerms, credit: Credit): Credit {
  const account = subnetAccountId(chain, netuid)
  if (account === undefined) return credit
  const taoIn = taoBalance(U96F32.saturatingToU64(terms.taoIn))
  const alphaIn = alphaBalance(U96F32.saturatingToU64(terms.alphaIn))
  const { tao, alpha } = adjustProtocolLiquidity(chain, netuid, taoIn, alphaIn)
  SubnetExcessTao.set(chain.state, netuid, NO_TAO)
  SubnetTaoInEmission.set(chain.state, netuid, NO_TAO)
  const left = buyWithExcess(chain, netuid, account, taoBalance(U96F32.saturatingToU64(terms.excessTao)), credit)
  SubnetAlphaInEmission.set(chain.state, netuid, alpha)
  mintAlphaIn(chain, netuid, alpha)
  return injectTao(chain, netuid, account, tao, left)
}

/**
 * Buys alpha for the protocol, without fee or limit. If the swap is refused, the TAO stays on the subnet's account and
 * is counted nowhere.
 *
 * @clause coinbase-06
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:104
 */
function buyWithExcess(chain: Chain, netuid: NetUid, account: AccountId, excess: TaoBalance, credit: Credit): Credit {
  if (excess === 0n) return credit
  const { spent, rest } = spendTao(chain, account, credit, excess)
  if (!spent) return rest
  const swap = attempt(() => swapTaoForAlpha(chain, netuid, excess, MAX_PRICE, true))
  if (!swap.ok) return rest
  const { amountPaidIn, amountPaidOut } = swap.value
  SubnetProtocolAlpha.mutate(chain.state, netuid, (alpha) => U64.saturatingAdd(alpha, amountPaidOut))
  SubnetExcessTao.set(chain.state, netuid, amountPaidIn)
  recordProtocolInflow(chain, netuid, amountPaidIn)
  return rest
}

/**
 * Puts TAO into a subnet's pool.
 *
 * @clause coinbase-06
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:146
 */
function injectTao(chain: Chain, netuid: NetUid, account: AccountId, tao: TaoBalance, credit: Credit): Credit {
  if (tao === 0n) return credit
  const { spent, rest } = spendTao(chain, account, credit, tao)
  if (!spent) return rest
  const { state } = chain
  SubnetTaoInEmission.set(state, netuid, tao)
  SubnetTAO.mutate(state, netuid, (total) => U64.saturatingAdd(total, tao))
  TotalStake.mutate(state, (total) => U64.saturatingAdd(total, tao))
  recordProtocolInflow(chain, netuid, tao)
  return rest
}
