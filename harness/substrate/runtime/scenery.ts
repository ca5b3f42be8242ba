import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { ChainStorage } from "./chainStorage.js"

/** Storage that is written around the steps of a block and put back afterwards, so that no step seems to change it. */
export class Scenery {
  readonly #storage: ChainStorage
  readonly #replaced: { readonly key: Hex; readonly before: Hex | undefined; readonly placed: Hex | undefined }[] = []

  constructor(storage: ChainStorage) {
    this.#storage = storage
  }

  place(key: Hex, value: Hex | undefined): void {
    const before = this.#storage.read(key)
    if (before === value) return
    this.#replaced.push({ key, before, placed: value })
    this.#storage.write(key, value)
  }

  /** Puts back what nobody else has changed since. */
  remove(): void {
    for (const { key, before, placed } of this.#replaced.reverse()) {
      if (this.#storage.read(key) === placed) this.#storage.write(key, before)
    }
    this.#replaced.length = 0
  }
}
