import type { HostMemory } from "../hostMemory.js"
import type { RuntimeStorage } from "../storage/runtimeStorage.js"
import type { StateRoot } from "../trie/stateRoot.js"

/** Whether signatures are looked at, or all taken for good. */
export type SignatureCheck = "accepted" | "checked"

/** What host functions work on during one call of a runtime. */
export interface RuntimeHost {
  readonly memory: HostMemory
  readonly storage: RuntimeStorage
  readonly stateRoot: StateRoot
  readonly signatures: SignatureCheck
  /** The state version that the runtime keeps its trie by. */
  readonly stateVersion: () => 0 | 1
  /** The SCALE bytes of the version of another runtime's blob; undefined when it is none. */
  readonly versionOf: (blob: Uint8Array) => Uint8Array | undefined
  /** The last thing that the runtime logged or panicked with. */
  lastWords: string | undefined
}

/** A function that the runtime imports: integers of 32 bits are numbers, of 64 bits bigints. */
export type HostFunction = (...args: never[]) => number | bigint | undefined

/** Functions that a runtime may import, by name. */
export type HostFunctions = { readonly [name: string]: HostFunction }

/** A family of host functions. */
export type HostFunctionFamily = (host: RuntimeHost) => HostFunctions
