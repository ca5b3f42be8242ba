import { U64, U128 } from "../numbers/integers.js"
import type { AccountId } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"

/** A relative and the share of the parent's stake, of u64::MAX. */
export type Edge = readonly [proportion: bigint, hotkey: AccountId]

/** The families of a hotkey on a subnet: whom its stake works through, and whose stake works through it. */
export interface Relations {
  readonly pivot: AccountId
  /** In order of the hotkeys' bytes. */
  readonly children: readonly Edge[]
  /** In order of the hotkeys' bytes. */
  readonly parents: readonly Edge[]
}

/**
 * The relations of a hotkey from lists as stored or asked for: without itself, each relative once (the last entry
 * counts), in order of the hotkeys' bytes. Refuses children whose shares sum to more than u64::MAX, and a relative that
 * would be parent and child.
 *
 * @clause children-01
 * @source pallets/subtensor/src/staking/set_children.rs:214
 */
export function relationsOf(pivot: AccountId, children: readonly Edge[], parents: readonly Edge[]): Relations {
  const relations = { pivot, children: distinct(pivot, children), parents: distinct(pivot, parents) }
  ensureTotalFits(relations.children)
  ensureSeparate(relations.children, relations.parents)
  return relations
}

/**
 * Refuses with ProportionOverflow when shares sum to more than u64::MAX.
 *
 * @clause children-01, children-40
 * @source pallets/subtensor/src/staking/set_children.rs:27
 */
export function ensureTotalFits(edges: readonly Edge[]): void {
  const total = edges.reduce((sum, [proportion]) => U128.saturatingAdd(sum, proportion), 0n)
  ensure(total <= U64.MAX, "SubtensorModule.ProportionOverflow")
}

/**
 * Refuses with ChildParentInconsistency when a hotkey is in both lists.
 *
 * @clause children-01
 * @source pallets/subtensor/src/staking/set_children.rs:53
 */
export function ensureSeparate(children: readonly Edge[], parents: readonly Edge[]): void {
  const parentHotkeys = new Set(parents.map(([, hotkey]) => hotkey))
  ensure(!children.some(([, hotkey]) => parentHotkeys.has(hotkey)), "SubtensorModule.ChildParentInconsistency")
}

/**
 * Refuses children with which a family would not be consistent. Of several entries for one child the last one counts.
 *
 * @param most how many children a hotkey may have
 * @throws SubtensorModule.InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency
 * @clause children-06
 * @source pallets/subtensor/src/staking/set_children.rs:66
 */
export function ensureMayHaveChildren({ pivot, parents }: Relations, children: readonly Edge[], most: number): void {
  ensure(!children.some(([, child]) => child === pivot), "SubtensorModule.InvalidChild")
  const separate = distinct(pivot, children)
  ensure(separate.length <= most, "SubtensorModule.TooManyChildren")
  ensureTotalFits(separate)
  ensureSeparate(separate, parents)
}

function distinct(pivot: AccountId, edges: readonly Edge[]): readonly Edge[] {
  const shares = new Map(edges.map(([proportion, hotkey]) => [hotkey, proportion]))
  shares.delete(pivot)
  return Array.from(shares, ([hotkey, proportion]): Edge => [proportion, hotkey]).sort(([, a], [, b]) =>
    a < b ? -1 : 1,
  )
}

/**
 * A list with a relative's share set: in its place if it is there, else at the end.
 *
 * @clause children-02
 * @source pallets/subtensor/src/staking/set_children.rs:124
 */
export function withEdge(edges: readonly Edge[], [proportion, hotkey]: Edge): readonly Edge[] {
  const place = edges.findIndex(([, relative]) => relative === hotkey)
  if (place < 0) return [...edges, [proportion, hotkey]]
  return edges.map((edge, index) => (index === place ? [proportion, hotkey] : edge))
}

/**
 * A list without a relative.
 *
 * @clause children-02, children-41
 * @source pallets/subtensor/src/staking/set_children.rs:135
 */
export function withoutEdge(edges: readonly Edge[], hotkey: AccountId): readonly Edge[] {
  return edges.filter(([, relative]) => relative !== hotkey)
}
