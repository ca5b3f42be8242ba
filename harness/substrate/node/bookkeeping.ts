import type { Hex } from "../../../reference/state/scaleTypes.js"
import { itemPrefix } from "../../../reference/state/storageKey.js"

const PALLET_LENGTH = 2 + 32
const SYSTEM = itemPrefix("System", "Account").slice(0, PALLET_LENGTH)
const PREFIX_LENGTH = 2 + 64

/** The items of the System pallet that say something of the chain rather than of the block being built. */
const LASTING: ReadonlySet<string> = new Set(
  ["Account", "Number", "ParentHash", "BlockHash"].map((name) => itemPrefix("System", name)),
)

/** What the fees of the next block are worth follows from how full the last one was. */
const NEXT_FEE = itemPrefix("TransactionPayment", "NextFeeMultiplier")

/** Whether a raw key belongs to what a chain notes while it builds a block: events, weight, number of extrinsics. */
export function isBookkeeping(key: Hex): boolean {
  if (key.startsWith(NEXT_FEE)) return true
  return key.startsWith(SYSTEM) && !LASTING.has(key.slice(0, PREFIX_LENGTH))
}

/** Whether a raw key changes with every block because the block has another number, parent or time than the last. */
export function tellsOfBlock(key: Hex): boolean {
  return isBookkeeping(key) || TIME_AND_PLACE.some((prefix) => key.startsWith(prefix))
}

/** Where the block stands and when it was made: told to it from outside. */
const TIME_AND_PLACE: readonly string[] = [
  ...["Number", "ParentHash", "BlockHash"].map((name) => itemPrefix("System", name)),
  ...["Timestamp", "Aura", "AuraExt", "Babe", "Authorship", "Session", "CollatorSelection", "Grandpa"].map(
    palletPrefix,
  ),
  ...["ParachainSystem", "ParachainInfo", "RandomnessCollectiveFlip", "Ethereum", "EVM", "BaseFee"].map(palletPrefix),
]

function palletPrefix(pallet: string): string {
  return itemPrefix(pallet, "").slice(0, PALLET_LENGTH)
}
