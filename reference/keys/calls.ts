import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import {
  announceColdkeySwap,
  clearColdkeySwapAnnouncement,
  disputeColdkeySwap,
  refuseScheduledColdkeySwap,
  resetColdkeySwap,
  swapColdkeyAnnounced,
  swapColdkeyByRoot,
} from "./coldkeySwapAnnouncement.js"
import { swapHotkey } from "./swapHotkey.js"

/** The calls by which keys are swapped. */
export const keysCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.swap_hotkey, (chain, origin, { hotkey, new_hotkey, netuid }) =>
    swapHotkey(chain, origin, hotkey, new_hotkey, netuid, false),
  ),
  serve(SubtensorModuleCalls.swap_hotkey_v2, (chain, origin, { hotkey, new_hotkey, netuid, keep_stake }) =>
    swapHotkey(chain, origin, hotkey, new_hotkey, netuid, keep_stake),
  ),
  serve(SubtensorModuleCalls.swap_coldkey, (chain, origin, { old_coldkey, new_coldkey, swap_cost }) =>
    swapColdkeyByRoot(chain, origin, old_coldkey, new_coldkey, swap_cost),
  ),
  serve(SubtensorModuleCalls.schedule_swap_coldkey, refuseScheduledColdkeySwap),
  serve(SubtensorModuleCalls.announce_coldkey_swap, (chain, origin, { new_coldkey_hash }) =>
    announceColdkeySwap(chain, origin, new_coldkey_hash),
  ),
  serve(SubtensorModuleCalls.swap_coldkey_announced, (chain, origin, { new_coldkey }) =>
    swapColdkeyAnnounced(chain, origin, new_coldkey),
  ),
  serve(SubtensorModuleCalls.dispute_coldkey_swap, disputeColdkeySwap),
  serve(SubtensorModuleCalls.reset_coldkey_swap, (chain, origin, { coldkey }) =>
    resetColdkeySwap(chain, origin, coldkey),
  ),
  serve(SubtensorModuleCalls.clear_coldkey_swap_announcement, clearColdkeySwapAnnouncement),
]
