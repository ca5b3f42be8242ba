import type { Chain } from "../../state/chain.js"
import type { AccountId } from "../../state/primitives.js"
import { ChildKeys, ParentKeys, PendingChildKeys } from "../../state/storage/subtensorModule.js"
import { subnetNetuids } from "../../subnets/existence.js"
import { renameInPending } from "../swapRelations.js"

/** The hotkeys on one side of a relation with their parts, as they are stored. */
type Family = ReturnType<typeof ChildKeys.get>

/**
 * Puts a hotkey in the place of another in all families, subnet by subnet: first with its children, then with its
 * parents, then with the children that wait. The lists of the new hotkey are written over, and written where they are
 * empty.
 *
 * @clause children-50
 * @source rao:pallets/subtensor/src/swap/swap_hotkey.rs:350
 */
export function swapRelations(chain: Chain, from: AccountId, to: AccountId): void {
  for (const netuid of subnetNetuids(chain)) moveList(chain, ChildKeys, ParentKeys, netuid, from, to)
  for (const netuid of subnetNetuids(chain)) moveList(chain, ParentKeys, ChildKeys, netuid, from, to)
  for (const netuid of subnetNetuids(chain)) {
    movePending(chain, from, to, netuid)
    renameInPending(chain, from, to, netuid)
  }
}

/** Moves a hotkey's list to another hotkey, and renames it in the lists of those who are in it. */
function moveList(
  { state }: Chain,
  own: typeof ChildKeys,
  theirs: typeof ParentKeys,
  netuid: Parameters<typeof ChildKeys.get>[2],
  from: AccountId,
  to: AccountId,
): void {
  const family = own.get(state, from, netuid)
  own.remove(state, from, netuid)
  own.set(state, to, netuid, family)
  for (const [, relative] of family) {
    theirs.mutate(state, relative, netuid, (list) => renamed(list, from, to))
  }
}

function renamed(family: Family, from: AccountId, to: AccountId): Family {
  return family.map(([part, hotkey]) => [part, hotkey === from ? to : hotkey])
}

function movePending(
  { state }: Chain,
  from: AccountId,
  to: AccountId,
  netuid: Parameters<typeof ChildKeys.get>[2],
): void {
  if (!PendingChildKeys.has(state, netuid, from)) return
  const pending = PendingChildKeys.get(state, netuid, from)
  PendingChildKeys.remove(state, netuid, from)
  PendingChildKeys.set(state, netuid, to, pending)
}
