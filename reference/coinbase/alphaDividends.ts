import { U64 } from "../numbers/integers.js"
import { increaseStakeForHotkeyOnSubnet } from "../staking/stake.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import {
  AlphaDividendsPerSubnet,
  TotalHotkeyAlpha,
  TotalHotkeyAlphaLastEpoch,
} from "../state/storage/subtensorModule.js"
import type { HotkeyShare } from "./dividendSplit.js"
import { payTake } from "./hotkeyTake.js"

/**
 * Pays validators' dividends: the take to the validator, the rest to all who staked on it, in proportion. Records the
 * rest and the hotkey's stake after it, for readers.
 *
 * @param shares in order of the hotkeys' bytes
 * @clause coinbase-20
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:745
 */
export function payAlphaDividends(chain: Chain, netuid: NetUid, shares: readonly HotkeyShare[]): void {
  const { state } = chain
  AlphaDividendsPerSubnet.clearUnder(state, netuid)
  for (const { hotkey, amount } of shares) {
    const rest = payTake(chain, netuid, hotkey, amount)
    increaseStakeForHotkeyOnSubnet(chain, hotkey, netuid, rest)
    AlphaDividendsPerSubnet.mutate(state, netuid, hotkey, (paid) => U64.saturatingAdd(paid, rest))
    TotalHotkeyAlphaLastEpoch.set(state, hotkey, netuid, TotalHotkeyAlpha.get(state, hotkey, netuid))
  }
}
