import { blocksUntilNextAutoEpoch } from "../coinbase/epochSchedule.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { AdminFreezeWindow, PendingEpochAt, Tempo } from "../state/storage/subtensorModule.js"

/**
 * Whether the subnet's hyperparameters are frozen because an epoch is near: one was triggered or put off and is still
 * to come, or fewer blocks than the window are left until the next one by the tempo. Never with tempo 0.
 *
 * @clause hyperparameters-02
 * @source pallets/subtensor/src/utils/misc.rs:59
 */
export function isInAdminFreezeWindow(chain: Chain, netuid: NetUid): boolean {
  const { state, blockNumber } = chain
  const tempo = Tempo.get(state, netuid)
  if (tempo === 0) return false
  if (PendingEpochAt.get(state, netuid) > blockNumber) return true
  return blocksUntilNextAutoEpoch(chain, netuid, tempo) < BigInt(AdminFreezeWindow.get(state))
}

/**
 * Refuses with SubtensorModule.AdminActionProhibitedDuringWeightsWindow while the subnet's hyperparameters are frozen.
 *
 * @clause hyperparameters-02
 * @source pallets/subtensor/src/utils/misc.rs:74
 */
export function ensureAdminWindowOpen(chain: Chain, netuid: NetUid): void {
  ensure(!isInAdminFreezeWindow(chain, netuid), "SubtensorModule.AdminActionProhibitedDuringWeightsWindow")
}
