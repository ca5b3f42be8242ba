import { ensurePassesRateLimit, SET_CHILDREN_LIMIT } from "../hyperparameters/rateLimits.js"
import { coldkeyOwnsHotkey } from "../keys/ownership.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, type NetUid, ROOT } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  ChildKeys,
  ParentKeys,
  PendingChildKeyCooldown,
  PendingChildKeys,
  StakeThreshold,
  SubtokenEnabled,
} from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { subnetOwnerHotkey } from "../subnets/neurons.js"
import { setChildrenIfConsistent } from "./pendingChildren.js"
import { type Edge, ensureMayHaveChildren, type Relations, relationsOf } from "./relations.js"

/**
 * Schedules the children of a hotkey on a subnet, or sets them at once where the subnet has not been started. They take
 * the place of those of before; an empty list takes all away.
 *
 * @param children shares in parts of u64::MAX
 * @clause children-05
 * @source pallets/subtensor/src/staking/set_children.rs:483
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
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensure(coldkeyOwnsHotkey(chain, coldkey, hotkey), "SubtensorModule.NonAssociatedColdKey")
  ensureDistinct(children)
  ensureMayHaveChildren(storedRelations(chain, hotkey, netuid), children, chain.constants.maxChildren)
  ensure(children.length === 0 || hasStakeForChildren(chain, hotkey, netuid), NOT_ENOUGH_STAKE)
  SET_CHILDREN_LIMIT.recordChange(chain, hotkey, netuid)
  if (SubtokenEnabled.get(chain.state, netuid)) keepPending(chain, hotkey, netuid, children)
  else setChildrenIfConsistent(chain, netuid, hotkey, children)
}

const NOT_ENOUGH_STAKE = "SubtensorModule.NotEnoughStakeToSetChildkeys"

/**
 * Refuses a list in which a hotkey comes twice.
 *
 * @throws SubtensorModule.DuplicateChild
 * @clause children-05, children-40
 * @source pallets/subtensor/src/staking/set_children.rs:524
 */
export function ensureDistinct(children: readonly Edge[]): void {
  const hotkeys = new Set(children.map(([, hotkey]) => hotkey))
  ensure(hotkeys.size === children.length, "SubtensorModule.DuplicateChild")
}

/**
 * The relations of a hotkey on a subnet as they are stored.
 *
 * @throws SubtensorModule.ProportionOverflow, SubtensorModule.ChildParentInconsistency where they are not consistent
 * @clause children-01
 * @source pallets/subtensor/src/staking/set_children.rs:181
 */
export function storedRelations({ state }: Chain, hotkey: AccountId, netuid: NetUid): Relations {
  return relationsOf(hotkey, ChildKeys.get(state, hotkey, netuid), ParentKeys.get(state, hotkey, netuid))
}

/**
 * Whether a hotkey may have children: its stake on all subnets, its own and that of its nominators, reaches the
 * threshold, or the subnet is run with it.
 *
 * @clause children-05, children-40
 * @source pallets/subtensor/src/staking/set_children.rs:545
 */
export function hasStakeForChildren(chain: Chain, hotkey: AccountId, netuid: NetUid): boolean {
  if (chain.fork.rules.staking.totalStakeForHotkey(chain, hotkey) >= StakeThreshold.get(chain.state)) return true
  return subnetOwnerHotkey(chain, netuid) === hotkey
}

/**
 * Keeps children until the cooldown is over, in place of those that were waiting.
 *
 * @clause children-05
 * @source pallets/subtensor/src/staking/set_children.rs:565
 */
function keepPending(chain: Chain, hotkey: AccountId, netuid: NetUid, children: readonly Edge[]): void {
  const cooldownBlock = U64.saturatingAdd(chain.blockNumber, PendingChildKeyCooldown.get(chain.state))
  PendingChildKeys.set(chain.state, netuid, hotkey, [children, cooldownBlock])
  chain.deposit(SubtensorModuleEvents.SetChildrenScheduled, [hotkey, netuid, cooldownBlock, children])
}
