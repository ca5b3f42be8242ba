import { STAKING_FEE, unstakingFee } from "../../pool/constantProductFees.js"
import { taoForAlpha } from "../../pool/rao/swap.js"
import { isStable } from "../../pool/stable.js"
import type { Chain } from "../../state/chain.js"
import { type AccountId, type AlphaBalance, type NetUid, type TaoBalance, taoBalance } from "../../state/primitives.js"
import { AlphaDividendsPerSubnet, TotalHotkeyAlphaLastEpoch } from "../../state/storage/subtensorModule.js"

/** What staking costs, and unstaking at least, in rao. */
export const LEAST_FEE = taoBalance(STAKING_FEE)

/**
 * What unstaking alpha (alpha rao) with a hotkey from a subnet costs, in rao: the least fee on root and on subnets of
 * mechanism 0.
 *
 * @clause staking-76
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1086
 */
export function feeOfUnstaking(chain: Chain, hotkey: AccountId, netuid: NetUid, alpha: AlphaBalance): TaoBalance {
  if (isStable(chain, netuid)) return LEAST_FEE
  const dividends = AlphaDividendsPerSubnet.get(chain.state, netuid, hotkey)
  const totalAlpha = TotalHotkeyAlphaLastEpoch.get(chain.state, hotkey, netuid)
  return taoBalance(unstakingFee(taoForAlpha(chain, netuid, alpha) ?? 0n, { dividends, totalAlpha }))
}

/**
 * What taking alpha (alpha rao) with a hotkey from one subnet to another costs at either end, in rao: half of what
 * unstaking it costs, or of the least fee where it stays on its subnet.
 *
 * @clause staking-76
 * @source rao:pallets/subtensor/src/staking/move_stake.rs:338
 */
export function feeOfEachEnd(
  chain: Chain,
  hotkey: AccountId,
  origin: NetUid,
  destination: NetUid,
  alpha: AlphaBalance,
): TaoBalance {
  const fee = origin === destination ? LEAST_FEE : feeOfUnstaking(chain, hotkey, origin, alpha)
  return taoBalance(fee / 2n)
}
