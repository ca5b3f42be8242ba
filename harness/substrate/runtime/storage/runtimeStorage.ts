import { AppendedList } from "./appendedList.js"
import { StorageBuckets, type Stored, storedBytes } from "./storageBuckets.js"

/** A point in the history of a storage. */
export type StorageMark = number

interface Change {
  readonly key: string
  readonly before: Stored | undefined
}

/** What `clear_prefix` did: how many keys it counted, and whether it left some. */
export interface Cleared {
  readonly removed: number
  readonly more: boolean
}

/** A character that no byte stands for: it keeps child storage apart from the rest, and behind it. */
const CHILD = "\u0100"

/** The key under which a value of child storage is kept here. */
export function childKey(child: string, key: string): string {
  return `${CHILD}${child}${CHILD}${key}`
}

/** Whether a key is one of child storage. */
export function isOfChild(key: string): boolean {
  return key.startsWith(CHILD)
}

/** The child storage that a key belongs to. */
export function childOf(key: string): string | undefined {
  return isOfChild(key) ? key.slice(1, key.indexOf(CHILD, 1)) : undefined
}

/** The storage that a runtime works on: journalled, with nested transactions, in the order of the keys' bytes. */
export class RuntimeStorage {
  readonly #buckets = new StorageBuckets()
  readonly #transactions: StorageMark[] = []
  readonly #touched = new Set<string>()
  #journal: Change[] = []

  get(key: string): Uint8Array | undefined {
    const stored = this.#buckets.get(key)
    return stored === undefined ? undefined : storedBytes(stored)
  }

  has(key: string): boolean {
    return this.#buckets.get(key) !== undefined
  }

  set(key: string, value: Uint8Array): void {
    this.#put(key, value)
  }

  remove(key: string): void {
    if (this.has(key)) this.#put(key, undefined)
  }

  /** Adds an item to the SCALE list under a key. */
  append(key: string, item: Uint8Array): void {
    const stored = this.#buckets.get(key)
    this.#put(key, stored instanceof AppendedList ? stored.append(item) : AppendedList.from(stored, item))
  }

  #put(key: string, stored: Stored | undefined): void {
    this.#journal.push({ key, before: this.#buckets.get(key) })
    this.#touched.add(key)
    this.#buckets.put(key, stored)
  }

  /** The first key after the given one within its own storage: child storage does not follow the rest. */
  keyAfter(key: string): string | undefined {
    const found = this.#buckets.keyAfter(key)
    return found !== undefined && isOfChild(found) && !isOfChild(key) ? undefined : found
  }

  /** The keys that begin with a prefix, in order. */
  keysUnder(prefix: string): readonly string[] {
    const keys = [...this.#buckets.keysUnder(prefix)]
    return prefix === "" ? keys.filter((key) => !isOfChild(key)) : keys
  }

  /** The child storages that hold anything, in order. */
  children(): readonly string[] {
    return [...new Set(this.keysUnder(CHILD).flatMap((key) => childOf(key) ?? []))]
  }

  /**
   * Removes keys that begin with a prefix. A limit counts the keys that were there when the history began, in order,
   * even those that are gone already; whatever was written since goes without counting, as on a node, whose limit is
   * one of its database.
   */
  clearPrefix(prefix: string, limit: number | undefined): Cleared {
    const written = this.#firstChangesUnder(prefix)
    const untouched = this.keysUnder(prefix).filter((key) => !written.has(key))
    const overwritten = [...written].flatMap(([key, before]) => (before === undefined ? [] : [key]))
    const inDatabase = [...untouched, ...overwritten].sort((a, b) => (a < b ? -1 : 1))
    const counted = limit === undefined ? inDatabase : inDatabase.slice(0, limit)
    for (const key of [...written.keys(), ...counted]) this.remove(key)
    return { removed: counted.length, more: counted.length < inDatabase.length }
  }

  /** What was stored, when the history began, under each key of a prefix that was written since. */
  #firstChangesUnder(prefix: string): ReadonlyMap<string, Stored | undefined> {
    const first = new Map<string, Stored | undefined>()
    for (const { key, before } of this.#journal) {
      if (key.startsWith(prefix) && !first.has(key)) first.set(key, before)
    }
    return first
  }

  startTransaction(): void {
    this.#transactions.push(this.mark())
  }

  /** Keeps what the innermost transaction did. Throws when there is none. */
  commitTransaction(): void {
    if (this.#transactions.pop() === undefined) throw new RangeError("no transaction is open")
  }

  /** Undoes what the innermost transaction did. Throws when there is none. */
  rollbackTransaction(): void {
    const start = this.#transactions.pop()
    if (start === undefined) throw new RangeError("no transaction is open")
    this.#undo(start)
  }

  /** Now, as a point to come back to. */
  mark(): StorageMark {
    return this.#journal.length
  }

  /** Undoes everything since the mark, and ends every transaction. */
  rollback(mark: StorageMark): void {
    this.#transactions.length = 0
    this.#undo(mark)
  }

  #undo(mark: StorageMark): void {
    for (const { key, before } of this.#journal.splice(mark).reverse()) {
      this.#touched.add(key)
      this.#buckets.put(key, before)
    }
  }

  /** Lets go of the journal: no earlier mark can be used after this. */
  forgetHistory(): void {
    this.#journal = []
  }

  /** What was stored under a key at the time of the mark. */
  getAt(mark: StorageMark, key: string): Uint8Array | undefined {
    const change = this.#journal.slice(mark).find((one) => one.key === key)
    if (change === undefined) return this.get(key)
    return change.before === undefined ? undefined : storedBytes(change.before)
  }

  /** What differs from the mark: keys outside child storage and their new values, undefined where a key is gone. */
  changesSince(mark: StorageMark): ReadonlyMap<string, Uint8Array | undefined> {
    const before = new Map<string, Stored | undefined>()
    for (const change of this.#journal.slice(mark)) {
      if (!before.has(change.key) && !isOfChild(change.key)) before.set(change.key, change.before)
    }
    const changes = new Map<string, Uint8Array | undefined>()
    for (const [key, old] of [...before].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const now = this.get(key)
      if (!same(old === undefined ? undefined : storedBytes(old), now)) changes.set(key, now)
    }
    return changes
  }

  /** The keys that were written since this was asked the last time. */
  takeTouched(): readonly string[] {
    const touched = [...this.#touched]
    this.#touched.clear()
    return touched
  }
}

function same(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
