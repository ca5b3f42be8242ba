import { AppendedList } from "./appendedList.js"
import { insertSorted, placeOf, removeSorted } from "./sortedKeys.js"

/** What is stored under a key. */
export type Stored = Uint8Array | AppendedList

/** The SCALE bytes of what is stored. */
export function storedBytes(stored: Stored): Uint8Array {
  return stored instanceof AppendedList ? stored.toBytes() : stored
}

/** Keys that begin alike are kept together: those of one storage item begin with the same 32 bytes. */
const SHARED = 32

interface Bucket {
  readonly cells: Map<string, Stored>
  /** The keys in order, once somebody has asked for an order. */
  sorted: string[] | undefined
}

function sortedKeys(bucket: Bucket): string[] {
  bucket.sorted ??= [...bucket.cells.keys()].sort(inOrder)
  return bucket.sorted
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : 1
}

/** Keys and values in the order of the keys, as bytes compare. Keys are byte texts. */
export class StorageBuckets {
  readonly #buckets = new Map<string, Bucket>()
  readonly #names: string[] = []

  get(key: string): Stored | undefined {
    return this.#buckets.get(key.slice(0, SHARED))?.cells.get(key)
  }

  put(key: string, stored: Stored | undefined): void {
    const name = key.slice(0, SHARED)
    const bucket = this.#buckets.get(name) ?? this.#open(name)
    const { cells, sorted } = bucket
    if (stored === undefined) {
      if (cells.delete(key) && sorted !== undefined) removeSorted(sorted, key)
      return
    }
    if (sorted !== undefined && !cells.has(key)) insertSorted(sorted, key)
    cells.set(key, stored)
  }

  #open(name: string): Bucket {
    const bucket: Bucket = { cells: new Map(), sorted: undefined }
    this.#buckets.set(name, bucket)
    insertSorted(this.#names, name)
    return bucket
  }

  /** The first key after the given one, whether or not that is there. */
  keyAfter(key: string): string | undefined {
    const name = key.slice(0, SHARED)
    const bucket = this.#buckets.get(name)
    if (bucket !== undefined) {
      const sorted = sortedKeys(bucket)
      const place = placeOf(sorted, key)
      const found = sorted[place] === key ? sorted[place + 1] : sorted[place]
      if (found !== undefined) return found
    }
    return this.#firstOfBucketsFrom(bucket === undefined ? placeOf(this.#names, name) : placeOf(this.#names, name) + 1)
  }

  #firstOfBucketsFrom(place: number): string | undefined {
    for (let index = place; index < this.#names.length; index++) {
      const bucket = this.#buckets.get(this.#names[index] ?? "")
      const first = bucket === undefined || bucket.cells.size === 0 ? undefined : sortedKeys(bucket)[0]
      if (first !== undefined) return first
    }
    return undefined
  }

  /** The keys that begin with a prefix, in order. */
  *keysUnder(prefix: string): Generator<string> {
    if (this.get(prefix) !== undefined) yield prefix
    let key = this.keyAfter(prefix)
    while (key?.startsWith(prefix)) {
      yield key
      key = this.keyAfter(key)
    }
  }
}
