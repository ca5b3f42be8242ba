import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { Origin } from "../state/origin.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { LastEpochBlock, Tempo } from "../state/storage/subtensorModule.js"
import { isWithin } from "./bounds.js"
import { ensureAdminWindowOpen } from "./freezeWindow.js"
import { ensurePassesRateLimit, TEMPO_LIMIT } from "./rateLimits.js"
import { ensureSubnetOwner } from "./rights.js"

/**
 * Sets the tempo of a subnet and begins a new cycle: the next epoch comes that many blocks from now.
 *
 * @param tempo blocks
 * @clause hyperparameters-05
 * @source pallets/subtensor/src/utils/misc.rs:121
 */
export function applyTempoWithCycleReset(chain: Chain, netuid: NetUid, tempo: number): void {
  Tempo.set(chain.state, netuid, tempo)
  chain.deposit(SubtensorModuleEvents.TempoSet, [netuid, tempo])
  LastEpochBlock.set(chain.state, netuid, chain.blockNumber)
}

/**
 * The owner sets the subnet's tempo.
 *
 * @param tempo blocks
 * @clause hyperparameters-05
 * @source pallets/subtensor/src/coinbase/tempo_control.rs:12
 */
export function setTempo(chain: Chain, origin: Origin, netuid: NetUid, tempo: number): void {
  const owner = ensureSubnetOwner(chain, origin, netuid)
  ensure(isWithin(tempo, chain.constants.hyperparameterBounds.tempo), "SubtensorModule.TempoOutOfBounds")
  ensureAdminWindowOpen(chain, netuid)
  ensurePassesRateLimit(chain, TEMPO_LIMIT, owner, netuid)

  applyTempoWithCycleReset(chain, netuid, tempo)
  TEMPO_LIMIT.recordChange(chain, owner, netuid)
}
