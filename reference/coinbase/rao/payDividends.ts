import { U64 } from "../../numbers/integers.js"
import { hotkeyTake } from "../../staking/delegates.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyOnSubnet } from "../../staking/rao/stake.js"
import type { Chain } from "../../state/chain.js"
import { type AlphaBalance, type NetUid, ROOT, taoBalance } from "../../state/primitives.js"
import { TaoDividendsPerSubnet } from "../../state/rao/storage/subtensorModule.js"
import {
  AlphaDividendsPerSubnet,
  Owner,
  TotalHotkeyAlpha,
  TotalHotkeyAlphaLastEpoch,
} from "../../state/storage/subtensorModule.js"
import type { HotkeyShare } from "../dividendSplit.js"
import { takeFromDividend } from "../hotkeyTake.js"

/**
 * Pays validators' dividends in alpha. Records what was left of them after the take, and the hotkey's stake after it,
 * for readers.
 *
 * @param shares in order of the hotkeys' bytes
 * @clause coinbase-38
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:452
 */
export function payAlphaDividends(chain: Chain, netuid: NetUid, shares: readonly HotkeyShare[]): void {
  const { state } = chain
  AlphaDividendsPerSubnet.clearUnder(state, netuid)
  for (const share of shares) {
    const rest = payDividend(chain, netuid, share)
    AlphaDividendsPerSubnet.mutate(state, netuid, share.hotkey, (paid) => U64.saturatingAdd(paid, rest))
    TotalHotkeyAlphaLastEpoch.set(state, share.hotkey, netuid, TotalHotkeyAlpha.get(state, share.hotkey, netuid))
  }
}

/**
 * Pays validators' dividends of root, in TAO: they become stake on root. Records what was left of them after the take.
 *
 * @param shares in order of the hotkeys' bytes
 * @clause coinbase-38
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:484
 */
export function payTaoDividends(chain: Chain, netuid: NetUid, shares: readonly HotkeyShare[]): void {
  const { state } = chain
  TaoDividendsPerSubnet.clearUnder(state, netuid)
  for (const share of shares) {
    const rest = taoBalance(payDividend(chain, ROOT, share))
    TaoDividendsPerSubnet.mutate(state, netuid, share.hotkey, (paid) => U64.saturatingAdd(paid, rest))
  }
}

/**
 * Stakes a dividend on a network: the take for the coldkey that owns the validator, the rest for all who staked on it,
 * in proportion.
 *
 * @returns the rest, in alpha rao; on root, in rao
 * @clause coinbase-38
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:455
 */
function payDividend(chain: Chain, netuid: NetUid, { hotkey, amount }: HotkeyShare): AlphaBalance {
  const { take, rest } = takeFromDividend(amount, hotkeyTake(chain, hotkey))
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, Owner.get(chain.state, hotkey), netuid, take)
  increaseStakeForHotkeyOnSubnet(chain, hotkey, netuid, rest)
  return rest
}
