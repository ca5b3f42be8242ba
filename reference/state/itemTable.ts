import type { Hex } from "./scaleTypes.js"

/** A stored value: its bytes, its decoded form, or both. Each form is made from the other when first asked for. */
export interface Cell {
  bytes: Hex | undefined
  decoded: { readonly value: unknown } | undefined
}

function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? "") < key) low = middle + 1
    else high = middle
  }
  return low
}

/** The stored values of one item by the digits of their keys, with the order of the raw keys made when first needed. */
export class ItemTable {
  readonly #cells: Map<string, Cell>
  #order: string[] | undefined
  /** Whether more than one state looks at this table, so that whoever writes copies it first. */
  shared = false

  constructor(cells: Map<string, Cell> = new Map(), order?: string[]) {
    this.#cells = cells
    this.#order = order
  }

  copy(): ItemTable {
    return new ItemTable(new Map(this.#cells), this.#order?.slice())
  }

  get(digits: string): Cell | undefined {
    return this.#cells.get(digits)
  }

  cells(): Iterable<readonly [string, Cell]> {
    return this.#cells
  }

  /** Puts a cell in place, or takes it away when it is undefined. */
  put(digits: string, cell: Cell | undefined): void {
    const before = this.#cells.has(digits)
    if (cell === undefined) this.#cells.delete(digits)
    else this.#cells.set(digits, cell)
    if (this.#order !== undefined && before !== (cell !== undefined)) this.#reorder(this.#order, digits, before)
  }

  #reorder(order: string[], digits: string, before: boolean): void {
    const at = lowerBound(order, digits)
    if (before) order.splice(at, 1)
    else order.splice(at, 0, digits)
  }

  /** The digits of the keys that begin with `start`, in the order of the raw keys. */
  keysUnder(start: string): string[] {
    this.#order ??= [...this.#cells.keys()].sort()
    const order = this.#order
    if (start === "") return order.slice()
    const from = lowerBound(order, start)
    let to = from
    while (to < order.length && order[to]?.startsWith(start)) to++
    return order.slice(from, to)
  }

  /** The digits of the keys that come after `digits`, or of all keys without it: at most `limit`, in order. */
  keysAfter(digits: string | undefined, limit: number): string[] {
    this.#order ??= [...this.#cells.keys()].sort()
    const at = digits === undefined ? 0 : lowerBound(this.#order, digits)
    const from = this.#order[at] === digits ? at + 1 : at
    return this.#order.slice(from, from + limit)
  }
}
