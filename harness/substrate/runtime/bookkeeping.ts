import type { StorageChanges } from "../chainAccess.js"
import type { ChainCoding } from "../coding/chainCoding.js"
import type { ChainStorage } from "./chainStorage.js"

/** What the System pallet counts while extrinsics are carried out, and forgets at the end of the block. */
const KEPT_WITHIN_BLOCKS = [
  "Events",
  "EventCount",
  "EventTopics",
  "ExtrinsicCount",
  "ExtrinsicData",
  "ExtrinsicWeightReclaimed",
  "AllExtrinsicsLen",
  "BlockSize",
  "BlockWeight",
  "ExecutionPhase",
  "InherentsApplied",
].map((item) => `System.${item}`)

const BOOKKEEPING: ReadonlySet<string> = new Set(KEPT_WITHIN_BLOCKS)

/** What fills up as a block does: emptied before every step, so that each has a block to itself. */
const FILLING = ["Events", "EventCount", "AllExtrinsicsLen", "BlockSize", "BlockWeight"].map((item) => `System.${item}`)

/** Makes room for a step. */
export function emptyBlock(storage: ChainStorage): void {
  for (const item of FILLING) storage.writeItem(item, [], undefined)
}

/** Forgets what a block has counted that never came to its end. */
export function forgetBlock(storage: ChainStorage): void {
  for (const item of BOOKKEEPING) storage.clearItem(item)
}

/** The changes without the bookkeeping of extrinsics and without keys of no storage item. */
export function withoutBookkeeping(coding: ChainCoding, changes: StorageChanges): StorageChanges {
  const isOfItem = (key: string) => {
    const item = coding.storage.itemOfKey(key)
    return item !== undefined && !BOOKKEEPING.has(item.name)
  }
  return new Map([...changes].filter(([key]) => isOfItem(key)))
}
