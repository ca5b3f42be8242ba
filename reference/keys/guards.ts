import type { CallDeclaration, RuntimeCall } from "../state/call.js"
import { MevShieldCalls, SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import type { DispatchGuard } from "../state/dispatch.js"
import { guardSigner } from "../state/guard.js"
import type { AccountId } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { ColdkeySwapAnnouncements, ColdkeySwapDisputes } from "../state/storage/subtensorModule.js"

/** What an account may still call after it announced that it swaps its coldkey. */
const ALLOWED_DURING_SWAP: ReadonlySet<CallDeclaration<unknown>> = new Set<CallDeclaration<unknown>>([
  SubtensorModuleCalls.announce_coldkey_swap,
  SubtensorModuleCalls.swap_coldkey_announced,
  SubtensorModuleCalls.dispute_coldkey_swap,
  SubtensorModuleCalls.clear_coldkey_swap_announcement,
  MevShieldCalls.submit_encrypted,
])

/**
 * Refuses calls of an account that announced that it swaps its coldkey: all of them with
 * SubtensorModule.ColdkeySwapDisputed once the swap is disputed, before that all that have nothing to do with the swap
 * with SubtensorModule.ColdkeySwapAnnounced.
 *
 * @clause keys-20
 * @source pallets/subtensor/src/guards/check_coldkey_swap.rs:33
 */
export function checkColdkeySwap(chain: Chain, signer: AccountId, call: RuntimeCall): void {
  if (!ColdkeySwapAnnouncements.has(chain.state, signer)) return
  ensure(!ColdkeySwapDisputes.has(chain.state, signer), "SubtensorModule.ColdkeySwapDisputed")
  ensure(ALLOWED_DURING_SWAP.has(call.declaration), "SubtensorModule.ColdkeySwapAnnounced")
}

/** The checks of keys that calls pass before their rules run. */
export const keysGuards: readonly DispatchGuard[] = [guardSigner(checkColdkeySwap)]
