import { bytesOfText } from "../hostMemory.js"
import { childKey } from "../storage/runtimeStorage.js"
import { clearedAnswer, limitOf, partFrom, withLength } from "./answers.js"
import type { HostFunctionFamily, RuntimeHost } from "./host.js"

function keyIn({ memory }: RuntimeHost, child: bigint, key: bigint): string {
  return childKey(memory.packedText(child), memory.packedText(key))
}

function get(host: RuntimeHost, child: bigint, key: bigint): bigint {
  const value = host.storage.get(keyIn(host, child, key))
  return host.memory.giveOption(value && withLength(value))
}

function nextKey(host: RuntimeHost, child: bigint, key: bigint): bigint {
  const { memory, storage } = host
  const prefix = childKey(memory.packedText(child), "")
  const found = storage.keyAfter(keyIn(host, child, key))
  const within = found?.startsWith(prefix) ? bytesOfText(found.slice(prefix.length)) : undefined
  return memory.giveOption(within && withLength(within))
}

function kill({ memory, storage }: RuntimeHost, child: bigint, limit: number | undefined) {
  return storage.clearPrefix(childKey(memory.packedText(child), ""), limit)
}

/** Storage within storage, each under a key of its own. */
export const childStorageFunctions: HostFunctionFamily = (host) => {
  const { memory, storage, stateRoot } = host
  return {
    ext_default_child_storage_get_version_1: (child: bigint, key: bigint) => get(host, child, key),
    ext_default_child_storage_read_version_1: (child: bigint, key: bigint, into: bigint, offset: number) => {
      return memory.giveOption(partFrom(memory, storage.get(keyIn(host, child, key)), into, offset))
    },
    ext_default_child_storage_exists_version_1: (child: bigint, key: bigint) => {
      return storage.has(keyIn(host, child, key)) ? 1 : 0
    },
    ext_default_child_storage_next_key_version_1: (child: bigint, key: bigint) => nextKey(host, child, key),
    ext_default_child_storage_set_version_1: (child: bigint, key: bigint, value: bigint) => {
      storage.set(keyIn(host, child, key), memory.packedBytes(value))
      return undefined
    },
    ext_default_child_storage_clear_version_1: (child: bigint, key: bigint) => {
      storage.remove(keyIn(host, child, key))
      return undefined
    },
    ext_default_child_storage_clear_prefix_version_1: (child: bigint, prefix: bigint) => {
      storage.clearPrefix(keyIn(host, child, prefix), undefined)
      return undefined
    },
    ext_default_child_storage_clear_prefix_version_2: (child: bigint, prefix: bigint, limit: bigint) => {
      return clearedAnswer(memory, storage.clearPrefix(keyIn(host, child, prefix), limitOf(memory, limit)))
    },
    ext_default_child_storage_storage_kill_version_1: (child: bigint) => {
      kill(host, child, undefined)
      return undefined
    },
    ext_default_child_storage_storage_kill_version_2: (child: bigint, limit: bigint) => {
      return kill(host, child, limitOf(memory, limit)).more ? 0 : 1
    },
    ext_default_child_storage_storage_kill_version_3: (child: bigint, limit: bigint) => {
      return clearedAnswer(memory, kill(host, child, limitOf(memory, limit)))
    },
    ext_default_child_storage_root_version_1: (child: bigint) => {
      return memory.givePacked(stateRoot.childRoot(memory.packedText(child), host.stateVersion()))
    },
    ext_default_child_storage_root_version_2: (child: bigint, version: number) => {
      return memory.givePacked(stateRoot.childRoot(memory.packedText(child), version === 0 ? 0 : 1))
    },
  }
}
