import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { ChildKeys, ParentKeys, PendingChildKeys } from "../state/storage/subtensorModule.js"
import { persistRelations, storeFamily } from "./persistRelations.js"
import { ensureMayHaveChildren, type Relations, withoutEdge } from "./relations.js"
import { storedRelations } from "./scheduleChildren.js"

/**
 * Puts a hotkey in the place of another in all families of a subnet, those that wait for their cooldown included.
 *
 * @throws InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency (SubtensorModule)
 * @clause children-20
 * @source pallets/subtensor/src/staking/set_children.rs:1067
 */
export function swapRelations(chain: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  const old = storedRelations(chain, from, netuid)
  leaveFamilies(chain, netuid, old)
  const relations = { ...old, pivot: to }
  ensureNotItsOwnRelative(relations)
  movePending(chain, from, netuid, relations)
  persistRelations(chain, netuid, relations)
  renameInPending(chain, from, to, netuid)
}

/** Takes the hotkey out of the lists of its relatives and empties its own; its empty list of children stays. */
function leaveFamilies(chain: Chain, netuid: NetUid, { pivot, children, parents }: Relations): void {
  const { state } = chain
  for (const [, child] of children) {
    storeFamily(chain, ParentKeys, child, netuid, withoutEdge(ParentKeys.get(state, child, netuid), pivot))
  }
  for (const [, parent] of parents) {
    ChildKeys.set(state, parent, netuid, withoutEdge(ChildKeys.get(state, parent, netuid), pivot))
  }
  ChildKeys.set(state, pivot, netuid, [])
  storeFamily(chain, ParentKeys, pivot, netuid, [])
}

function ensureNotItsOwnRelative({ pivot, children, parents }: Relations): void {
  ensure(![...children, ...parents].some(([, relative]) => relative === pivot), "SubtensorModule.InvalidChild")
}

/** Moves the children that wait for the hotkey's cooldown. */
function movePending({ state, constants }: Chain, from: AccountId, netuid: NetUid, relations: Relations): void {
  if (!PendingChildKeys.has(state, netuid, from)) return
  const pending = PendingChildKeys.get(state, netuid, from)
  ensureMayHaveChildren(relations, pending[0], constants.maxChildren)
  PendingChildKeys.remove(state, netuid, from)
  PendingChildKeys.set(state, netuid, relations.pivot, pending)
}

/**
 * Renames the hotkey among the children that wait for others: it goes to the end of their list, with its share.
 *
 * @clause children-20
 * @source pallets/subtensor/src/staking/set_children.rs:1108
 */
export function renameInPending({ state }: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  for (const [parent, [children, cooldownBlock]] of PendingChildKeys.entriesUnder(state, netuid)) {
    const place = children.findIndex(([, child]) => child === from)
    const renamed = children[place]
    if (renamed === undefined) continue
    const others = children.filter((_, index) => index !== place)
    PendingChildKeys.set(state, netuid, parent, [[...others, [renamed[0], to]], cooldownBlock])
  }
}
