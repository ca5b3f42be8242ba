import { blocksUntilNextAutoEpoch } from "../coinbase/epochSchedule.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { Origin } from "../state/origin.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { AdminFreezeWindow, PendingEpochAt, Tempo } from "../state/storage/subtensorModule.js"
import { isCommitRevealEnabled } from "../weights/checks.js"
import { ensurePassesRateLimit, ownerHyperparameterLimit } from "./rateLimits.js"
import { ensureSubnetOwner } from "./rights.js"

const LIMIT = ownerHyperparameterLimit("TriggerEpoch")

/**
 * The owner calls for an epoch ahead of the tempo. It comes as many blocks from now as the freeze window is long, and
 * until then the subnet's hyperparameters are frozen.
 *
 * @clause hyperparameters-07
 * @source pallets/subtensor/src/coinbase/tempo_control.rs:76
 */
export function triggerEpoch(chain: Chain, origin: Origin, netuid: NetUid): void {
  const { state, blockNumber } = chain
  const owner = ensureSubnetOwner(chain, origin, netuid)
  ensure(!isCommitRevealEnabled(chain, netuid), "SubtensorModule.DynamicTempoBlockedByCommitReveal")
  ensure(PendingEpochAt.get(state, netuid) === 0n, "SubtensorModule.EpochTriggerAlreadyPending")
  const window = BigInt(AdminFreezeWindow.get(state))
  const remaining = blocksUntilNextAutoEpoch(chain, netuid, Tempo.get(state, netuid))
  ensure(remaining >= window, "SubtensorModule.AutoEpochAlreadyImminent")
  ensurePassesRateLimit(chain, LIMIT, owner, netuid)

  const firesAt = U64.saturatingAdd(blockNumber, window)
  PendingEpochAt.set(state, netuid, firesAt)
  LIMIT.recordChange(chain, owner, netuid)
  chain.deposit(SubtensorModuleEvents.EpochTriggered, { netuid, by: owner, fires_at: firesAt })
}
