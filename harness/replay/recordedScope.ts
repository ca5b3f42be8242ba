import type { Hex } from "../../reference/state/scaleTypes.js"
import type { StorageDeclarations } from "../../reference/state/state.js"

/** The pallets of which a recording holds all storage. */
const PALLETS: ReadonlySet<string> = new Set([
  "SubtensorModule",
  "Swap",
  "Balances",
  "AlphaAssets",
  "AdminUtils",
  "Drand",
  "Crowdloan",
  "Proxy",
  "Scheduler",
  "Preimage",
  "Commitments",
  "LimitOrders",
  "Sudo",
  "Utility",
  "SafeMode",
])

/** What it holds of others. */
const ITEMS: ReadonlySet<string> = new Set([
  "System.Account",
  "System.Number",
  "System.ParentHash",
  "Timestamp.Now",
  "Aura.Authorities",
  "Aura.CurrentSlot",
])

const PREFIX_LENGTH = 66

/** Whether a recording says what is under a raw key. Of a key that the fork does not declare, it does. */
export function isRecorded({ items }: StorageDeclarations, key: Hex): boolean {
  const item = items.get(key.slice(0, PREFIX_LENGTH))
  return item === undefined || PALLETS.has(item.pallet) || ITEMS.has(`${item.pallet}.${item.name}`)
}
