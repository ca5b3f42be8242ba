import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import type { AccountId, NetUid } from "../../state/primitives.js"
import { ChildKeys, ParentKeys, PendingChildKeys } from "../../state/storage/subtensorModule.js"
import { type Edge, withoutEdge } from "../relations.js"

/**
 * Sets the children of a subnet's hotkeys that have waited long enough: those whose block has passed.
 *
 * @clause children-41
 * @source rao:pallets/subtensor/src/staking/set_children.rs:180
 */
export function setPendingChildren(chain: Chain, netuid: NetUid): void {
  const { state, blockNumber } = chain
  for (const [hotkey, [children, cooldownBlock]] of PendingChildKeys.entriesUnder(state, netuid)) {
    if (cooldownBlock >= blockNumber) continue
    setChildren(chain, netuid, hotkey, children)
    PendingChildKeys.remove(state, netuid, hotkey)
  }
}

/**
 * Sets a hotkey's children on a subnet in place of those it had, on its own side and on that of each child. Lists are kept
 * even where they become empty.
 *
 * @clause children-41
 * @source rao:pallets/subtensor/src/staking/set_children.rs:188
 */
function setChildren(chain: Chain, netuid: NetUid, hotkey: AccountId, children: readonly Edge[]): void {
  const { state } = chain
  for (const [, child] of ChildKeys.get(state, hotkey, netuid)) {
    ParentKeys.mutate(state, child, netuid, (parents) => withoutEdge(parents, hotkey))
  }
  ChildKeys.set(state, hotkey, netuid, children)
  for (const [proportion, child] of children) {
    ParentKeys.mutate(state, child, netuid, (parents) => [...parents, [proportion, hotkey]])
  }
  chain.deposit(SubtensorModuleEvents.SetChildren, [hotkey, netuid, children])
}
