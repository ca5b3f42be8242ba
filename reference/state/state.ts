import { type Cell, ItemTable } from "./itemTable.js"
import { fromHex, type Hex, toHex } from "./scaleTypes.js"
import type { StorageItem } from "./storageItem.js"

interface Change {
  readonly prefix: string
  readonly digits: string
  readonly before: Cell | undefined
}

/** A point in the history of a state, to roll back to or to list changes since. */
export type Mark = number

/** The storage items of a fork. */
export interface StorageDeclarations {
  /** The name of the fork: what a missing value reads as may depend on it. */
  readonly fork: string
  /** The items by the prefix of their raw keys. */
  readonly items: ReadonlyMap<string, StorageItem<unknown>>
}

const PREFIX_LENGTH = 2 + 64
const UNDECLARED = ""
const EMPTY = new ItemTable()

/** Stored bytes that are no value of their item. */
export class MalformedStorage extends Error {
  constructor(item: StorageItem<unknown>, bytes: Hex) {
    super(`${bytes.slice(0, 80)} is not the SCALE encoding of a value of ${item.pallet}.${item.name}`)
    this.name = "MalformedStorage"
  }
}

function decodeStored<V>(item: StorageItem<V>, bytes: Hex): V {
  try {
    return item.type.decode(fromHex(bytes))
  } catch {
    throw new MalformedStorage(item, bytes)
  }
}

/**
 * The chain's storage. Every write is journalled, so that a failed call leaves no trace and the changes of a phase can
 * be listed. Values are immutable; a state forks without copying until one of the two writes.
 */
export class State {
  readonly #declarations: StorageDeclarations
  readonly #tables: Map<string, ItemTable>
  #journal: Change[] = []

  private constructor(declarations: StorageDeclarations, tables: Map<string, ItemTable>) {
    this.#declarations = declarations
    this.#tables = tables
  }

  /** The state with nothing in it. */
  static empty(declarations: StorageDeclarations): State {
    return new State(declarations, new Map())
  }

  /** The state with these raw keys and SCALE values. Keys of no declared item are kept as they are. */
  static fromRaw(declarations: StorageDeclarations, entries: Iterable<readonly [string, string]>): State {
    const state = State.empty(declarations)
    for (const [key, value] of entries) state.writeRaw(key, `0x${value.slice(2)}`)
    state.forgetHistory()
    return state
  }

  /** A second state that begins as this one is now and goes its own way. */
  fork(): State {
    for (const table of this.#tables.values()) table.shared = true
    return new State(this.#declarations, new Map(this.#tables))
  }

  get declarations(): StorageDeclarations {
    return this.#declarations
  }

  has(item: StorageItem<unknown>, digits: string): boolean {
    return this.#tables.get(item.prefix)?.get(digits) !== undefined
  }

  /** The value under a key that is there. */
  read<V>(item: StorageItem<V>, digits: string): V {
    const cell = this.#tables.get(item.prefix)?.get(digits)
    if (cell === undefined) throw new RangeError(`${item.pallet}.${item.name} has nothing under 0x${digits}`)
    return this.#decoded(item, cell)
  }

  /** The value under a key, or what a missing value reads as. */
  readOr<V, Read>(item: StorageItem<V>, digits: string, missing: Read): V | Read {
    const cell = this.#tables.get(item.prefix)?.get(digits)
    return cell === undefined ? missing : this.#decoded(item, cell)
  }

  #decoded<V>(item: StorageItem<V>, cell: Cell): V {
    cell.decoded ??= { value: decodeStored(item, cell.bytes ?? "0x") }
    // A table holds only what its item wrote or what the item's own type decoded.
    return cell.decoded.value as V
  }

  write<V>(item: StorageItem<V>, digits: string, value: V): void {
    this.#put(item.prefix, digits, { bytes: undefined, decoded: { value } })
  }

  remove(item: StorageItem<unknown>, digits: string): void {
    if (this.has(item, digits)) this.#put(item.prefix, digits, undefined)
  }

  /** The digits of an item's keys that begin with `start`, in the order of the raw keys. */
  keysUnder(item: StorageItem<unknown>, start: string): readonly string[] {
    return (this.#tables.get(item.prefix) ?? EMPTY).keysUnder(start)
  }

  /** Decodes everything that is stored. Throws a MalformedStorage for the first value that its item cannot read. */
  decodeAll(): void {
    for (const [prefix, table] of this.#tables) {
      const item = this.#declarations.items.get(prefix)
      if (item !== undefined) for (const [, cell] of table.cells()) this.#decoded(item, cell)
    }
  }

  /** The digits of an item's keys after a raw key, or from the first on: at most `limit`, in the order of the raw keys. */
  keysAfter(item: StorageItem<unknown>, rawKey: Hex | undefined, limit: number): readonly string[] {
    const table = this.#tables.get(item.prefix) ?? EMPTY
    return table.keysAfter(rawKey?.slice(item.prefix.length), limit)
  }

  /** Writes SCALE bytes under a raw key, or removes the key when there are none. */
  writeRaw(key: string, bytes: Hex | undefined): void {
    const [prefix, digits] = this.#locate(key)
    this.#put(prefix, digits, bytes === undefined ? undefined : { bytes, decoded: undefined })
  }

  #locate(key: string): readonly [prefix: string, digits: string] {
    const prefix = key.slice(0, PREFIX_LENGTH)
    return this.#declarations.items.has(prefix) ? [prefix, key.slice(PREFIX_LENGTH)] : [UNDECLARED, key]
  }

  #put(prefix: string, digits: string, cell: Cell | undefined): void {
    const table = this.#writableTable(prefix)
    this.#journal.push({ prefix, digits, before: table.get(digits) })
    table.put(digits, cell)
  }

  #writableTable(prefix: string): ItemTable {
    const table = this.#tables.get(prefix)
    if (table !== undefined && !table.shared) return table
    const own = table?.copy() ?? new ItemTable()
    this.#tables.set(prefix, own)
    return own
  }

  /** Now, as a point to come back to. */
  mark(): Mark {
    return this.#journal.length
  }

  /** Undoes every write since the mark. */
  rollback(mark: Mark): void {
    for (const { prefix, digits, before } of this.#journal.splice(mark).reverse()) {
      this.#writableTable(prefix).put(digits, before)
    }
  }

  /** Lets go of the journal: no earlier mark can be used after this. */
  forgetHistory(): void {
    this.#journal = []
  }

  /** What differs from the mark: raw keys and their new SCALE values, null where the key is gone, in order of the keys. */
  changesSince(mark: Mark): Map<Hex, Hex | null> {
    const first = new Map<string, Change>()
    for (const change of this.#journal.slice(mark)) {
      const key = change.prefix + change.digits
      if (!first.has(key)) first.set(key, change)
    }
    const changes: [Hex, Hex | null][] = []
    for (const [key, { prefix, digits, before }] of first) {
      const now = this.#bytes(prefix, this.#tables.get(prefix)?.get(digits))
      if (now !== this.#bytes(prefix, before)) changes.push([`0x${key.slice(2)}`, now ?? null])
    }
    return new Map(changes.sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  #bytes(prefix: string, cell: Cell | undefined): Hex | undefined {
    if (cell === undefined) return undefined
    const item = this.#declarations.items.get(prefix)
    if (cell.bytes === undefined && item !== undefined && cell.decoded !== undefined) {
      cell.bytes = toHex(item.type.encode(cell.decoded.value))
    }
    return cell.bytes
  }

  /** Every raw key with its SCALE value, in order of the keys. */
  toRaw(): Map<Hex, Hex> {
    const entries: [Hex, Hex][] = []
    for (const [prefix, table] of this.#tables) {
      for (const [digits, cell] of table.cells()) {
        const bytes = this.#bytes(prefix, cell)
        if (bytes !== undefined) entries.push([`0x${(prefix + digits).slice(2)}`, bytes])
      }
    }
    return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** The SCALE value under a raw key, or undefined. */
  readRaw(key: string): Hex | undefined {
    const [prefix, digits] = this.#locate(key)
    return this.#bytes(prefix, this.#tables.get(prefix)?.get(digits))
  }
}
