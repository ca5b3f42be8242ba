import { compact } from "scale-ts"

/** Items joined in a buffer that several lists of different length may share. */
interface Growing {
  bytes: Uint8Array
  used: number
}

/**
 * A stored SCALE list that was made by appending. Appending to it costs what the item costs, not what the list costs;
 * the list itself never changes, so that a write can be undone by putting the old list back.
 */
export class AppendedList {
  readonly #items: Growing
  readonly #length: number
  readonly #count: number

  private constructor(items: Growing, length: number, count: number) {
    this.#items = items
    this.#length = length
    this.#count = count
  }

  /** The list that SCALE bytes stand for, with an item more. Bytes that are no list are replaced, as on the chain. */
  static from(bytes: Uint8Array | undefined, item: Uint8Array): AppendedList {
    const count = bytes === undefined ? undefined : countOf(bytes)
    if (bytes === undefined || count === undefined) return AppendedList.#empty().append(item)
    const items = bytes.subarray(compact.enc(count).length)
    return new AppendedList({ bytes: items, used: items.length }, items.length, count).append(item)
  }

  static #empty(): AppendedList {
    return new AppendedList({ bytes: new Uint8Array(256), used: 0 }, 0, 0)
  }

  /** This list with an item more. */
  append(item: Uint8Array): AppendedList {
    const items = this.#roomFor(item.length)
    items.bytes.set(item, this.#length)
    items.used = this.#length + item.length
    return new AppendedList(items, items.used, this.#count + 1)
  }

  /** The shared buffer if nothing stands behind this list's end and there is room, else a larger copy. */
  #roomFor(more: number): Growing {
    const needed = this.#length + more
    if (this.#items.used === this.#length && needed <= this.#items.bytes.length) return this.#items
    const grown = new Uint8Array(Math.max(2 * needed, 256))
    grown.set(this.#items.bytes.subarray(0, this.#length))
    return { bytes: grown, used: this.#length }
  }

  /** The SCALE bytes of the list. */
  toBytes(): Uint8Array {
    const count = compact.enc(this.#count)
    const bytes = new Uint8Array(count.length + this.#length)
    bytes.set(count)
    bytes.set(this.#items.bytes.subarray(0, this.#length), count.length)
    return bytes
  }
}

/** The number of items that SCALE bytes begin with, if they do. */
function countOf(bytes: Uint8Array): number | undefined {
  try {
    return Number(compact.dec(bytes))
  } catch {
    return undefined
  }
}
