import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { ChainStorage } from "./chainStorage.js"

interface Replaced {
  readonly key: Hex
  readonly before: Hex | undefined
  readonly placed: Hex | undefined
  readonly isCount: boolean
}

/** Storage that is written around the steps of a block and put back afterwards, so that no step seems to change it. */
export class Scenery {
  readonly #storage: ChainStorage
  readonly #replaced: Replaced[] = []

  constructor(storage: ChainStorage) {
    this.#storage = storage
  }

  /** Places a value. */
  place(key: Hex, value: Hex | undefined): void {
    this.#replace(key, value, false)
  }

  /** Places a value that steps count up and that is put back nevertheless. */
  placeCount(key: Hex, value: Hex): void {
    this.#replace(key, value, true)
  }

  #replace(key: Hex, value: Hex | undefined, isCount: boolean): void {
    const before = this.#storage.read(key)
    this.#replaced.push({ key, before, placed: value, isCount })
    if (before !== value) this.#storage.write(key, value)
  }

  /** Puts back what nobody else has changed since. */
  remove(): void {
    for (const { key, before, placed, isCount } of this.#replaced.reverse()) {
      if (isCount || this.#storage.read(key) === placed) this.#storage.write(key, before)
    }
    this.#replaced.length = 0
  }
}
