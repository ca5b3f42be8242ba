import { Bytes, compact, Tuple, Vector } from "scale-ts"
import type { StateVersion } from "../trie/nodeEncoding.js"
import { orderedRoot, rootOfPairs } from "../trie/stateRoot.js"
import type { HostFunctionFamily, RuntimeHost } from "./host.js"

const itemsCodec = Vector(Bytes())
const pairsCodec = Vector(Tuple(Bytes(), Bytes()))

function giveOrderedRoot({ memory }: RuntimeHost, items: bigint, version: StateVersion): number {
  return memory.give(orderedRoot(itemsCodec.dec(memory.packedBytes(items)), version, compact.enc))
}

function giveRoot({ memory }: RuntimeHost, pairs: bigint, version: StateVersion): number {
  return memory.give(rootOfPairs(pairsCodec.dec(memory.packedBytes(pairs)), version))
}

function versionOf(version: number): StateVersion {
  return version === 0 ? 0 : 1
}

/** Roots of tries whose contents the runtime gives. */
export const trieFunctions: HostFunctionFamily = (host) => ({
  ext_trie_blake2_256_root_version_1: (pairs: bigint) => giveRoot(host, pairs, 0),
  ext_trie_blake2_256_root_version_2: (pairs: bigint, version: number) => giveRoot(host, pairs, versionOf(version)),
  ext_trie_blake2_256_ordered_root_version_1: (items: bigint) => giveOrderedRoot(host, items, 0),
  ext_trie_blake2_256_ordered_root_version_2: (items: bigint, version: number) => {
    return giveOrderedRoot(host, items, versionOf(version))
  },
})
