import { bytesOfText } from "../hostMemory.js"
import { clearedAnswer, limitOf, partFrom, withLength } from "./answers.js"
import type { HostFunctionFamily, RuntimeHost } from "./host.js"

function get({ memory, storage }: RuntimeHost, key: bigint): bigint {
  const value = storage.get(memory.packedText(key))
  return memory.giveOption(value && withLength(value))
}

/** Reads a part of a value into the runtime's own memory; gives how much there is from the offset on. */
function read({ memory, storage }: RuntimeHost, key: bigint, into: bigint, offset: number): bigint {
  return memory.giveOption(partFrom(memory, storage.get(memory.packedText(key)), into, offset))
}

function nextKey({ memory, storage }: RuntimeHost, key: bigint): bigint {
  const found = storage.keyAfter(memory.packedText(key))
  return memory.giveOption(found === undefined ? undefined : withLength(bytesOfText(found)))
}

/** The runtime's storage: reading, writing, iterating, nested transactions and the root of its trie. */
export const storageFunctions: HostFunctionFamily = (host) => {
  const { memory, storage } = host
  return {
    ext_storage_get_version_1: (key: bigint) => get(host, key),
    ext_storage_read_version_1: (key: bigint, into: bigint, offset: number) => read(host, key, into, offset),
    ext_storage_exists_version_1: (key: bigint) => (storage.has(memory.packedText(key)) ? 1 : 0),
    ext_storage_next_key_version_1: (key: bigint) => nextKey(host, key),
    ext_storage_set_version_1: (key: bigint, value: bigint) => {
      storage.set(memory.packedText(key), memory.packedBytes(value))
      return undefined
    },
    ext_storage_append_version_1: (key: bigint, item: bigint) => {
      storage.append(memory.packedText(key), memory.packedBytes(item))
      return undefined
    },
    ext_storage_clear_version_1: (key: bigint) => {
      storage.remove(memory.packedText(key))
      return undefined
    },
    ext_storage_clear_prefix_version_1: (prefix: bigint) => {
      storage.clearPrefix(memory.packedText(prefix), undefined)
      return undefined
    },
    ext_storage_clear_prefix_version_2: (prefix: bigint, limit: bigint) => {
      return clearedAnswer(memory, storage.clearPrefix(memory.packedText(prefix), limitOf(memory, limit)))
    },
    ext_storage_root_version_1: () => memory.givePacked(host.stateRoot.root(host.stateVersion())),
    ext_storage_root_version_2: (version: number) => memory.givePacked(host.stateRoot.root(version === 0 ? 0 : 1)),
    ext_storage_changes_root_version_1: () => memory.giveOption(undefined),
    ext_storage_start_transaction_version_1: () => {
      storage.startTransaction()
      return undefined
    },
    ext_storage_commit_transaction_version_1: () => {
      storage.commitTransaction()
      return undefined
    },
    ext_storage_rollback_transaction_version_1: () => {
      storage.rollbackTransaction()
      return undefined
    },
  }
}
