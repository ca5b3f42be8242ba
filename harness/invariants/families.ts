import { balancer } from "../../reference/forks/balancer.js"
import { U64 } from "../../reference/numbers/integers.js"
import type { State } from "../../reference/state/state.js"
import { ChildKeys, ParentKeys } from "../../reference/state/storage/subtensorModule.js"
import { first, type StateInvariant } from "./invariant.js"

type Family = typeof ChildKeys

function unmirrored(state: State, own: Family, others: Family): string | undefined {
  return first(
    own.entries(state).flatMap(([[hotkey, netuid], edges]) =>
      edges.map(([proportion, relative]) => {
        const mirrored = others
          .get(state, relative, netuid)
          .some(([share, other]) => other === hotkey && share === proportion)
        return mirrored ? undefined : `${own.name} of ${hotkey} on subnet ${netuid} is not mirrored by ${relative}`
      }),
    ),
  )
}

/** Every edge of the graph of parents and children is stored at both ends. */
export const familiesAreMirrored: StateInvariant = {
  name: "a hotkey is a child of its parents and a parent of its children, with the same share",
  clauses: ["children-02"],
  brokenIn: (state) => unmirrored(state, ChildKeys, ParentKeys) ?? unmirrored(state, ParentKeys, ChildKeys),
}

/** Stake works through children at most once. */
export const familiesAreBounded: StateInvariant = {
  name: "a hotkey gives its children at most all of its stake, and has no more of them than allowed",
  clauses: ["children-01", "children-06"],
  brokenIn: (state) =>
    first(
      ChildKeys.entries(state).map(([[hotkey, netuid], edges]) => {
        const given = edges.reduce((sum, [proportion]) => sum + proportion, 0n)
        if (given > U64.MAX) return `${hotkey} gives ${given} parts of ${U64.MAX} on subnet ${netuid}`
        const most = balancer.constants.maxChildren
        return edges.length <= most ? undefined : `${hotkey} has ${edges.length} children on subnet ${netuid}`
      }),
    ),
}
