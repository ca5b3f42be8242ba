import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { attempt } from "../state/refusal.js"
import { LastEpochBlock, ParentKeys, PendingChildKeys, SubtokenEnabled } from "../state/storage/subtensorModule.js"
import { subnetNetuids } from "../subnets/existence.js"
import { persistRelations } from "./persistRelations.js"
import { type Edge, relationsOf } from "./relations.js"

/**
 * Sets the pending children of every subnet that used an epoch slot in this block, also where the epoch was skipped.
 *
 * @clause children-03
 * @source pallets/subtensor/src/coinbase/block_step.rs:38
 */
export function setPendingChildrenAfterEpochs(chain: Chain): void {
  for (const netuid of subnetNetuids(chain)) {
    if (LastEpochBlock.get(chain.state, netuid) === chain.blockNumber) setPendingChildren(chain, netuid)
  }
}

/**
 * Sets the children of a subnet's hotkeys that have waited long enough: those whose block has passed, and all of them
 * while the subnet has not been started. What was waiting is forgotten, whether or not it could be set.
 *
 * @clause children-03
 * @source pallets/subtensor/src/staking/set_children.rs:615
 */
function setPendingChildren(chain: Chain, netuid: NetUid): void {
  const { state, blockNumber } = chain
  const hasStarted = SubtokenEnabled.get(state, netuid)
  const ripe = PendingChildKeys.entriesUnder(state, netuid).filter(
    ([, [, cooldownBlock]]) => cooldownBlock < blockNumber || !hasStarted,
  )
  for (const [hotkey, [children]] of ripe) setChildrenIfConsistent(chain, netuid, hotkey, children)
  for (const [hotkey] of ripe) PendingChildKeys.remove(state, netuid, hotkey)
}

/**
 * Sets a hotkey's children on a subnet; does nothing where the families would become inconsistent.
 *
 * @clause children-03
 * @source pallets/subtensor/src/staking/set_children.rs:644
 */
export function setChildrenIfConsistent(
  chain: Chain,
  netuid: NetUid,
  hotkey: AccountId,
  children: readonly Edge[],
): void {
  const relations = attempt(() => relationsOf(hotkey, children, ParentKeys.get(chain.state, hotkey, netuid)))
  if (!relations.ok) return
  persistRelations(chain, netuid, relations.value)
  chain.deposit(SubtensorModuleEvents.SetChildren, [hotkey, netuid, children])
}
