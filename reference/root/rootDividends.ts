import type { HotkeyShare } from "../coinbase/dividendSplit.js"
import { payTake } from "../coinbase/hotkeyTake.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { RootAlphaDividendsPerSubnet } from "../state/storage/subtensorModule.js"
import { increaseRootClaimable } from "./rootClaimable.js"

/**
 * Pays root's dividends of a subnet: the take to the validator as stake, the rest to all who staked on it on root, as
 * alpha to be claimed. Records the rest, for readers.
 *
 * @param shares in order of the hotkeys' bytes
 * @clause root-02
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:777
 */
export function payRootDividends(chain: Chain, netuid: NetUid, shares: readonly HotkeyShare[]): void {
  RootAlphaDividendsPerSubnet.clearUnder(chain.state, netuid)
  for (const { hotkey, amount } of shares) {
    const rest = payTake(chain, netuid, hotkey, amount)
    increaseRootClaimable(chain, hotkey, netuid, rest)
    RootAlphaDividendsPerSubnet.mutate(chain.state, netuid, hotkey, (paid) => U64.saturatingAdd(paid, rest))
  }
}
