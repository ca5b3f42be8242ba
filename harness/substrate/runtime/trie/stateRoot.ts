import { Buffer } from "node:buffer"
import { childKey, childOf, isOfChild, type RuntimeStorage } from "../storage/runtimeStorage.js"
import type { StateVersion } from "./nodeEncoding.js"
import { rootOf, Trie } from "./trie.js"

/** Under this the root of each child storage stands in the storage above it. */
const CHILD_ROOTS = ":child_storage:default:"

function digits(key: string): string {
  return Buffer.from(key, "latin1").toString("hex")
}

/** The trie root of a storage, brought up to date with what was written since it was asked the last time. */
export class StateRoot {
  readonly #storage: RuntimeStorage
  #trie: Trie | undefined
  #version: StateVersion | undefined

  constructor(storage: RuntimeStorage) {
    this.#storage = storage
  }

  /** The root of everything, the roots of child storages included. */
  root(version: StateVersion): Uint8Array {
    const touched = this.#storage.takeTouched()
    const keys = this.#version === version ? touched : this.#storage.keysUnder("")
    const trie = this.#version === version && this.#trie !== undefined ? this.#trie : new Trie(version)
    for (const key of keys) if (!isOfChild(key)) trie.put(digits(key), this.#storage.get(key))
    for (const child of this.#childrenAmong(keys)) this.#putChildRoot(trie, child, version)
    this.#trie = trie
    this.#version = version
    return trie.root()
  }

  /** The child storages that were written to, or all of them for a trie that is made anew. */
  #childrenAmong(keys: readonly string[]): ReadonlySet<string> {
    const written = keys.flatMap((key) => childOf(key) ?? [])
    return new Set([...written, ...(this.#trie === undefined ? this.#storage.children() : [])])
  }

  #putChildRoot(trie: Trie, child: string, version: StateVersion): void {
    const empty = this.#storage.keyAfter(childKey(child, ""))?.startsWith(childKey(child, "")) !== true
    trie.put(digits(`${CHILD_ROOTS}${child}`), empty ? undefined : this.childRoot(child, version))
  }

  /** The root of one child storage. */
  childRoot(child: string, version: StateVersion): Uint8Array {
    const prefix = childKey(child, "")
    const entries = this.#storage.keysUnder(prefix).map((key): readonly [string, Uint8Array] => {
      return [digits(key.slice(prefix.length)), this.#storage.get(key) ?? new Uint8Array(0)]
    })
    return rootOf(entries, version)
  }
}

/** The root of a list: its items under the compact SCALE encodings of their places. */
export function orderedRoot(
  items: readonly Uint8Array[],
  version: StateVersion,
  encodeIndex: (index: number) => Uint8Array,
): Uint8Array {
  const entries = items.map((item, index): readonly [string, Uint8Array] => {
    return [Buffer.from(encodeIndex(index)).toString("hex"), item]
  })
  return rootOf(entries, version)
}

/** The root of pairs of key and value. */
export function rootOfPairs(pairs: readonly (readonly [Uint8Array, Uint8Array])[], version: StateVersion): Uint8Array {
  return rootOf(
    pairs.map(([key, value]) => [Buffer.from(key).toString("hex"), value] as const),
    version,
  )
}
