import { ensureSubnetOwnerOrRoot } from "../hyperparameters/rights.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureRoot, type Origin } from "../state/origin.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  VotingPowerDisableAtBlock,
  VotingPowerEmaAlpha,
  VotingPowerTrackingEnabled,
} from "../state/storage/subtensorModule.js"
import { WHOLE } from "./votingPower.js"

/** The blocks for which voting power is still tracked after its owner wants it to stop: 14 days. */
const GRACE_PERIOD = 100_800n

/**
 * Starts to track voting power on a subnet, or keeps it from stopping.
 *
 * @clause consensus-60
 * @source pallets/subtensor/src/utils/voting_power.rs:45
 */
export function enableVotingPowerTracking(chain: Chain, origin: Origin, netuid: NetUid): void {
  ensureSubnetOwnerOrRoot(chain, origin, netuid)
  VotingPowerTrackingEnabled.set(chain.state, netuid, true)
  VotingPowerDisableAtBlock.remove(chain.state, netuid)
  chain.deposit(SubtensorModuleEvents.VotingPowerTrackingEnabled, { netuid })
}

/**
 * Has the tracking of voting power on a subnet stop after 100,800 blocks, counted anew from each call.
 *
 * @clause consensus-61
 * @source pallets/subtensor/src/utils/voting_power.rs:62
 */
export function disableVotingPowerTracking(chain: Chain, origin: Origin, netuid: NetUid): void {
  const { state, blockNumber } = chain
  ensureSubnetOwnerOrRoot(chain, origin, netuid)
  ensure(VotingPowerTrackingEnabled.get(state, netuid), "SubtensorModule.VotingPowerTrackingNotEnabled")
  const stopAt = U64.saturatingAdd(blockNumber, GRACE_PERIOD)
  VotingPowerDisableAtBlock.set(state, netuid, stopAt)
  chain.deposit(SubtensorModuleEvents.VotingPowerTrackingDisableScheduled, { netuid, disable_at_block: stopAt })
}

/**
 * Sets the weight that the stake of an epoch has in the average that voting power is, in parts of 10^18.
 *
 * @clause consensus-62
 * @source pallets/subtensor/src/utils/voting_power.rs:91
 */
export function setVotingPowerEmaAlpha(chain: Chain, origin: Origin, netuid: NetUid, alpha: bigint): void {
  ensureRoot(origin)
  ensure(alpha <= WHOLE, "SubtensorModule.InvalidVotingPowerEmaAlpha")
  VotingPowerEmaAlpha.set(chain.state, netuid, alpha)
  chain.deposit(SubtensorModuleEvents.VotingPowerEmaAlphaSet, { netuid, alpha })
}
