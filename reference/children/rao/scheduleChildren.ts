import { ensurePassesRateLimit, SET_CHILDREN_LIMIT } from "../../hyperparameters/rateLimits.js"
import { coldkeyOwnsHotkey } from "../../keys/ownership.js"
import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import { type AccountId, type NetUid, ROOT } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import { PendingChildKeys } from "../../state/storage/subtensorModule.js"
import { subnetExists } from "../../subnets/existence.js"
import { type Edge, ensureTotalFits } from "../relations.js"
import { ensureDistinct, hasStakeForChildren } from "../scheduleChildren.js"

/** How long children wait before they are set, in blocks. */
const COOLDOWN_BLOCKS = 7_200n

/**
 * Schedules the children of a hotkey on a subnet. They will take the place of those of before; an empty list takes all
 * away.
 *
 * @param children shares in parts of u64::MAX
 * @clause children-40
 * @source rao:pallets/subtensor/src/staking/set_children.rs:38
 */
export function scheduleChildren(
  chain: Chain,
  origin: Origin,
  hotkey: AccountId,
  netuid: NetUid,
  children: readonly Edge[],
): void {
  const coldkey = ensureSigned(origin)
  ensurePassesRateLimit(chain, SET_CHILDREN_LIMIT, hotkey, netuid)
  ensure(netuid !== ROOT, "SubtensorModule.RegistrationNotPermittedOnRootSubnet")
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubNetworkDoesNotExist")
  ensure(coldkeyOwnsHotkey(chain, coldkey, hotkey), "SubtensorModule.NonAssociatedColdKey")
  ensure(children.length <= chain.constants.maxChildren, "SubtensorModule.TooManyChildren")
  ensure(!children.some(([, child]) => child === hotkey), "SubtensorModule.InvalidChild")
  ensureTotalFits(children)
  ensureDistinct(children)
  const mayHave = children.length === 0 || hasStakeForChildren(chain, hotkey, netuid)
  ensure(mayHave, "SubtensorModule.NotEnoughStakeToSetChildkeys")
  SET_CHILDREN_LIMIT.recordChange(chain, hotkey, netuid)
  keepPending(chain, hotkey, netuid, children)
}

/**
 * Keeps children until the cooldown is over, in place of those that were waiting.
 *
 * @clause children-40
 * @source rao:pallets/subtensor/src/staking/set_children.rs:131
 */
function keepPending(chain: Chain, hotkey: AccountId, netuid: NetUid, children: readonly Edge[]): void {
  const cooldownBlock = U64.saturatingAdd(chain.blockNumber, COOLDOWN_BLOCKS)
  PendingChildKeys.set(chain.state, netuid, hotkey, [children, cooldownBlock])
  chain.deposit(SubtensorModuleEvents.SetChildrenScheduled, [hotkey, netuid, cooldownBlock, children])
}
