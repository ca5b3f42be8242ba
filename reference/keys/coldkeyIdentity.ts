import type { ValueOf } from "../interface/valueType.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { chainIdentityV2 } from "../state/namedTypes.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { ensure } from "../state/refusal.js"
import { fromHex } from "../state/scaleTypes.js"
import { IdentitiesV2, OwnedHotkeys } from "../state/storage/subtensorModule.js"
import { isRegisteredAnywhere } from "./ownership.js"

/** Who a coldkey says it is. */
export type ColdkeyIdentity = ValueOf<typeof chainIdentityV2>

/** How many bytes each part of an identity may have. */
const MOST_BYTES = [
  ["name", 256],
  ["url", 256],
  ["github_repo", 256],
  ["image", 1024],
  ["discord", 256],
  ["description", 1024],
  ["additional", 1024],
] as const

/**
 * Stores who the coldkey that signed says it is.
 *
 * @clause keys-65
 * @source pallets/subtensor/src/utils/identity.rs:27
 */
export function setIdentity(chain: Chain, origin: Origin, identity: ColdkeyIdentity): void {
  const coldkey = ensureSigned(origin)
  const hotkeys = OwnedHotkeys.get(chain.state, coldkey)
  ensure(
    hotkeys.some((hotkey) => isRegisteredAnywhere(chain, hotkey)),
    "SubtensorModule.HotKeyNotRegisteredInNetwork",
  )
  ensure(isColdkeyIdentity(identity), "SubtensorModule.InvalidIdentity")
  IdentitiesV2.set(chain.state, coldkey, identity)
  chain.deposit(SubtensorModuleEvents.ChainIdentitySet, coldkey)
}

/**
 * Whether no part of an identity is too long.
 *
 * @clause keys-65
 * @source pallets/subtensor/src/utils/identity.rs:163
 */
export function isColdkeyIdentity(identity: ColdkeyIdentity): boolean {
  return MOST_BYTES.every(([part, most]) => fromHex(identity[part]).length <= most)
}
