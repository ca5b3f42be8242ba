import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { LastHotkeySwapOnNetuid } from "../state/storage/subtensorModule.js"
import { subnetNetuids } from "../subnets/existence.js"

/**
 * Forgets when coldkeys last swapped a hotkey on a subnet, once the interval between two swaps has passed. A block looks
 * after the subnets whose number leaves the same remainder by the interval as the block's.
 *
 * @clause coinbase-02
 * @source pallets/subtensor/src/macros/hooks.rs:195
 */
export function cleanUpHotkeySwapRecords(chain: Chain): void {
  const { state, blockNumber } = chain
  const interval = chain.constants.hotkeySwapOnSubnetInterval
  const turn = blockNumber % interval
  for (const netuid of subnetNetuids(chain)) {
    if (BigInt(netuid) % interval !== turn) continue
    for (const [coldkey, swappedAt] of LastHotkeySwapOnNetuid.entriesUnder(state, netuid)) {
      if (U64.saturatingAdd(swappedAt, interval) < blockNumber) LastHotkeySwapOnNetuid.remove(state, netuid, coldkey)
    }
  }
}
