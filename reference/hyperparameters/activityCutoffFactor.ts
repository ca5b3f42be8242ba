import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { Origin } from "../state/origin.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { ActivityCutoffFactorMilli } from "../state/storage/subtensorModule.js"
import { isWithin } from "./bounds.js"
import { ensureAdminWindowOpen } from "./freezeWindow.js"
import { ensurePassesRateLimit, ownerHyperparameterLimit } from "./rateLimits.js"
import { ensureSubnetOwnerOrRoot } from "./rights.js"

const LIMIT = ownerHyperparameterLimit("ActivityCutoffFactorMilli")

/**
 * The owner or root sets after how many tempos without weights a neuron counts as inactive. The freeze window and the
 * rate limit bind the owner alone.
 *
 * @param factorMilli thousandths of a tempo
 * @clause hyperparameters-06
 * @source pallets/subtensor/src/coinbase/tempo_control.rs:38
 */
export function setActivityCutoffFactor(chain: Chain, origin: Origin, netuid: NetUid, factorMilli: number): void {
  const owner = ensureSubnetOwnerOrRoot(chain, origin, netuid)
  ensure(
    isWithin(factorMilli, chain.constants.hyperparameterBounds.activityCutoffFactorMilli),
    "SubtensorModule.ActivityCutoffFactorMilliOutOfBounds",
  )
  if (owner !== undefined) {
    ensureAdminWindowOpen(chain, netuid)
    ensurePassesRateLimit(chain, LIMIT, owner, netuid)
  }

  ActivityCutoffFactorMilli.set(chain.state, netuid, factorMilli)
  chain.deposit(SubtensorModuleEvents.ActivityCutoffFactorMilliSet, { netuid, factor_milli: factorMilli })
  if (owner !== undefined) LIMIT.recordChange(chain, owner, netuid)
}
