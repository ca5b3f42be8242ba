import { U64 } from "../../numbers/integers.js"
import { increaseStakeForHotkeyOnSubnet } from "../../staking/stake.js"
import type { Chain } from "../../state/chain.js"
import { type NetUid, ROOT, taoBalance } from "../../state/primitives.js"
import { TaoDividendsPerSubnet } from "../../state/rao/storage/subtensorModule.js"
import type { HotkeyShare } from "../dividendSplit.js"
import { payTake } from "../hotkeyTake.js"

/**
 * Pays root's dividends of a subnet, in TAO, as stake on root: the take to the validator, the rest to all who staked on
 * it there, in proportion. Records the rest, for readers.
 *
 * @param shares in rao, in order of the hotkeys' bytes
 * @clause coinbase-38
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:484
 */
export function payTaoDividends(chain: Chain, netuid: NetUid, shares: readonly HotkeyShare[]): void {
  TaoDividendsPerSubnet.clearUnder(chain.state, netuid)
  for (const { hotkey, amount } of shares) {
    const rest = payTake(chain, ROOT, hotkey, amount)
    increaseStakeForHotkeyOnSubnet(chain, hotkey, ROOT, rest)
    TaoDividendsPerSubnet.mutate(chain.state, netuid, hotkey, (paid) => U64.saturatingAdd(paid, taoBalance(rest)))
  }
}
