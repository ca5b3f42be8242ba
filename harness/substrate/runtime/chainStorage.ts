import { Buffer } from "node:buffer"
import type { Json } from "../../../reference/interface/valueType.js"
import { fromHex, type Hex, toHex } from "../../../reference/state/scaleTypes.js"
import type { StorageChanges } from "../chainAccess.js"
import type { ChainCoding } from "../coding/chainCoding.js"
import type { RuntimeStorage, StorageMark } from "./storage/runtimeStorage.js"

function keyText(key: Hex): string {
  return Buffer.from(key.slice(2), "hex").toString("latin1")
}

function keyHex(text: string): Hex {
  return `0x${Buffer.from(text, "latin1").toString("hex")}`
}

/** A runtime's storage, by hexadecimal keys and by the names of its items. */
export class ChainStorage {
  readonly #storage: RuntimeStorage
  readonly #coding: ChainCoding

  constructor(storage: RuntimeStorage, coding: ChainCoding) {
    this.#storage = storage
    this.#coding = coding
  }

  read(key: Hex): Hex | undefined {
    const value = this.#storage.get(keyText(key))
    return value === undefined ? undefined : toHex(value)
  }

  write(key: Hex, value: Hex | undefined): void {
    if (value === undefined) this.#storage.remove(keyText(key))
    else this.#storage.set(keyText(key), fromHex(value))
  }

  keysUnder(prefix: Hex): readonly Hex[] {
    return this.#storage.keysUnder(keyText(prefix)).map(keyHex)
  }

  mark(): StorageMark {
    return this.#storage.mark()
  }

  rollback(mark: StorageMark): void {
    this.#storage.rollback(mark)
  }

  /** What was stored at the time of the mark. */
  readAt(mark: StorageMark, key: Hex): Hex | undefined {
    const value = this.#storage.getAt(mark, keyText(key))
    return value === undefined ? undefined : toHex(value)
  }

  changesSince(mark: StorageMark): StorageChanges {
    const changes = [...this.#storage.changesSince(mark)].map(([key, value]): [Hex, Hex | null] => {
      return [keyHex(key), value === undefined ? null : toHex(value)]
    })
    return new Map(changes)
  }

  /** The raw key of an item's value, or undefined where the chain has no such item. */
  keyOf(item: string, ...keys: readonly Json[]): Hex | undefined {
    return this.#coding.storage.item(item)?.rawKey(keys, item)
  }

  /** The JSON form of an item's value or of its default; undefined where there is neither. */
  readItem(item: string, ...keys: readonly Json[]): Json | undefined {
    const coding = this.#coding.storage.item(item)
    if (coding === undefined) return undefined
    const bytes = this.read(coding.rawKey(keys, item)) ?? coding.defaultBytes
    return bytes === undefined ? undefined : coding.decodeValue(bytes)
  }

  /** Writes an item's value, removes it for undefined, does nothing where the chain has no such item. */
  writeItem(item: string, keys: readonly Json[], value: Json | undefined): void {
    const coding = this.#coding.storage.item(item)
    if (coding === undefined) return
    this.write(coding.rawKey(keys, item), value === undefined ? undefined : coding.encodeValue(value, item))
  }

  /** Removes everything that an item holds. */
  clearItem(item: string): void {
    const coding = this.#coding.storage.item(item)
    if (coding === undefined) return
    for (const key of this.keysUnder(coding.prefix)) this.write(key, undefined)
  }
}
