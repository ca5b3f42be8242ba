import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ChildKeys, ParentKeys } from "../state/storage/subtensorModule.js"
import { type Edge, type Relations, withEdge, withoutEdge } from "./relations.js"

/** One direction of families: `ChildKeys` or `ParentKeys`. */
type Family = typeof ChildKeys

/**
 * Stores the relations of a hotkey on a subnet, on its own side and on that of every relative it has or had. A list
 * that becomes empty is removed.
 *
 * @clause children-02
 * @source pallets/subtensor/src/staking/set_children.rs:264
 */
export function persistRelations(chain: Chain, netuid: NetUid, { pivot, children, parents }: Relations): void {
  persistSide(chain, netuid, pivot, children, ChildKeys, ParentKeys)
  persistSide(chain, netuid, pivot, parents, ParentKeys, ChildKeys)
}

/** Stores one side of the pivot's relations, and the pivot's place on the other side of each relative, old and new. */
function persistSide(
  chain: Chain,
  netuid: NetUid,
  pivot: AccountId,
  relatives: readonly Edge[],
  own: Family,
  others: Family,
): void {
  const before = own.get(chain.state, pivot, netuid)
  storeFamily(chain, own, pivot, netuid, relatives)
  for (const [proportion, relative] of relatives) {
    const edges = withEdge(others.get(chain.state, relative, netuid), [proportion, pivot])
    storeFamily(chain, others, relative, netuid, edges)
  }
  const kept = new Set(relatives.map(([, relative]) => relative))
  for (const [, relative] of before) {
    if (kept.has(relative)) continue
    storeFamily(chain, others, relative, netuid, withoutEdge(others.get(chain.state, relative, netuid), pivot))
  }
}

/**
 * Stores a family list; an empty one is removed.
 *
 * @clause children-02
 * @source pallets/subtensor/src/staking/set_children.rs:153
 */
export function storeFamily(
  { state }: Chain,
  family: Family,
  hotkey: AccountId,
  netuid: NetUid,
  edges: readonly Edge[],
): void {
  if (edges.length === 0) family.remove(state, hotkey, netuid)
  else family.set(state, hotkey, netuid, edges)
}
