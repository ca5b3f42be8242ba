import { lookUpAccount, type MultiAddress } from "./accountLookup.js"
import type { RuntimeCall } from "./call.js"
import { SudoCalls } from "./calls.js"
import type { Chain } from "./chain.js"
import { type CallHandler, dispatchUnfiltered, serve } from "./dispatch.js"
import { dispatchResultOf } from "./dispatchError.js"
import { SudoEvents } from "./events.js"
import { ensureSignedOrRoot, type Origin, ROOT_ORIGIN, signedBy } from "./origin.js"
import { attempt, ensure } from "./refusal.js"
import { Key } from "./storage/sudo.js"

/**
 * Refuses everybody but root and the account that holds the sudo key.
 *
 * @throws BadOrigin for no origin, Sudo.RequireSudo for another account
 * @clause state-24
 * @source pallet-sudo 42.0.0 src/lib.rs:341
 */
export function ensureSudo({ state }: Chain, origin: Origin): void {
  const signer = ensureSignedOrRoot(origin)
  ensure(signer === undefined || signer === Key.get(state), "Sudo.RequireSudo")
}

/**
 * Dispatches a call as root, unfiltered and unguarded, and tells what came of it. It succeeds even if the call is
 * refused.
 *
 * @throws BadOrigin, Sudo.RequireSudo
 * @clause state-25 state-39
 * @source pallet-sudo 42.0.0 src/lib.rs:196
 */
export function sudo(chain: Chain, origin: Origin, call: RuntimeCall): void {
  ensureSudo(chain, origin)
  const outcome = attempt(() => dispatchUnfiltered(chain, ROOT_ORIGIN, call))
  chain.deposit(SudoEvents.Sudid, { sudo_result: dispatchResultOf(chain, outcome) })
}

/**
 * Dispatches a call as any account, unfiltered and unguarded, and tells what came of it. It succeeds even if the call
 * is refused.
 *
 * @throws BadOrigin, Sudo.RequireSudo, CannotLookup
 * @clause state-26
 * @source pallet-sudo 42.0.0 src/lib.rs:261
 */
export function sudoAs(chain: Chain, origin: Origin, who: MultiAddress, call: RuntimeCall): void {
  ensureSudo(chain, origin)
  const account = lookUpAccount(who)
  const outcome = attempt(() => dispatchUnfiltered(chain, signedBy(account), call))
  chain.deposit(SudoEvents.SudoAsDone, { sudo_result: dispatchResultOf(chain, outcome) })
}

/**
 * Hands the sudo key to another account.
 *
 * @throws BadOrigin, Sudo.RequireSudo, CannotLookup
 * @clause state-27
 * @source pallet-sudo 42.0.0 src/lib.rs:235
 */
export function setSudoKey(chain: Chain, origin: Origin, address: MultiAddress): void {
  ensureSudo(chain, origin)
  const key = lookUpAccount(address)
  chain.deposit(SudoEvents.KeyChanged, { old: Key.get(chain.state), new: key })
  Key.set(chain.state, key)
}

/**
 * Gives the sudo key up for good.
 *
 * @throws BadOrigin, Sudo.RequireSudo
 * @clause state-40
 * @source pallet-sudo 42.0.0 src/lib.rs:282
 */
export function removeSudoKey(chain: Chain, origin: Origin): void {
  ensureSudo(chain, origin)
  chain.deposit(SudoEvents.KeyRemoved, undefined)
  Key.remove(chain.state)
}

/** The calls of pallet Sudo. */
export const sudoCalls: readonly CallHandler<unknown>[] = [
  serve(SudoCalls.sudo, (chain, origin, { call }) => sudo(chain, origin, call)),
  // The weight is for fees, which the model leaves out.
  serve(SudoCalls.sudo_unchecked_weight, (chain, origin, { call }) => sudo(chain, origin, call)),
  serve(SudoCalls.sudo_as, (chain, origin, { who, call }) => sudoAs(chain, origin, who, call)),
  serve(SudoCalls.set_key, (chain, origin, values) => setSudoKey(chain, origin, values.new)),
  serve(SudoCalls.remove_key, removeSudoKey),
]
