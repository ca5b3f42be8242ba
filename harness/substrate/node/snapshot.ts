import type { Hex } from "../../../reference/state/scaleTypes.js"
import { ChainRefusal, type StorageChanges } from "../chainAccess.js"
import type { NodeRpc } from "./nodeRpc.js"

/** The whole of a chain's storage after a block, but for the runtime's code and the like. */
export type Snapshot = ReadonlyMap<Hex, Hex>

/** Keys that begin with a colon are the chain's own: code, heap pages, extrinsic index. */
const WELL_KNOWN = "0x3a"

/** A chain with more keys than this is not compared as a whole. */
const MOST_KEYS = 250_000

/** Reads the storage after a block. Throws a ChainRefusal when there is too much of it. */
export async function takeSnapshot(rpc: NodeRpc, hash: Hex): Promise<Snapshot> {
  const keys = await rpc.keysUnder("0x", hash, MOST_KEYS)
  if (keys.length > MOST_KEYS) {
    throw new ChainRefusal(`the node's state has more than ${MOST_KEYS} keys: run vectors on a small development chain`)
  }
  return rpc.values(
    keys.filter((key) => !key.startsWith(WELL_KNOWN)),
    hash,
  )
}

/** A snapshot with changes made to it. */
export function withChanges(snapshot: Snapshot, changes: StorageChanges): Snapshot {
  const changed = new Map(snapshot)
  for (const [key, value] of changes) {
    if (value === null) changed.delete(key)
    else changed.set(key, value)
  }
  return changed
}

/** What leads from one snapshot to another, in order of the keys. */
export function changesBetween(before: Snapshot, after: Snapshot): StorageChanges {
  const gone = [...before.keys()].filter((key) => !after.has(key)).map((key): [Hex, null] => [key, null])
  const set = [...after].filter(([key, value]) => before.get(key) !== value)
  return new Map([...gone, ...set].sort(([a], [b]) => (a < b ? -1 : 1)))
}
