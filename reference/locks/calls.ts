import { SubtensorModuleCalls } from "../state/calls.js"
import { serve } from "../state/dispatch.js"
import { ensureSigned } from "../state/origin.js"
import { setRejectLockedAlpha } from "./acceptLockedAlpha.js"
import { lockStake } from "./lockStake.js"
import { moveLock } from "./moveLock.js"
import { setPerpetualLock } from "./perpetualLock.js"

/** The calls with which a coldkey locks stake, moves its lock, and says which locks it wants. */
export const locksCalls = [
  serve(SubtensorModuleCalls.lock_stake, (chain, origin, { hotkey, netuid, amount }) => {
    lockStake(chain, ensureSigned(origin), netuid, hotkey, amount)
  }),
  serve(SubtensorModuleCalls.move_lock, (chain, origin, { destination_hotkey, netuid }) => {
    moveLock(chain, ensureSigned(origin), destination_hotkey, netuid)
  }),
  serve(SubtensorModuleCalls.set_perpetual_lock, (chain, origin, { netuid, enabled }) => {
    setPerpetualLock(chain, ensureSigned(origin), netuid, enabled)
  }),
  serve(SubtensorModuleCalls.set_reject_locked_alpha, (chain, origin, { enabled }) => {
    setRejectLockedAlpha(chain, ensureSigned(origin), enabled)
  }),
]
