import { lookUpAccount, type MultiAddress } from "./accountLookup.js"
import { burn, type Preservation, reducibleBalance, transfer } from "./balances.js"
import type { Chain } from "./chain.js"
import { ensureRoot, ensureSigned, type Origin } from "./origin.js"
import type { TaoBalance } from "./primitives.js"

/** What the chain calls an account that must, or need not, be left alive. */
const preservation = (keepAlive: boolean): Preservation => (keepAlive ? "Preserve" : "Expendable")

/**
 * Moves TAO out of the signer's account, which may be reaped.
 *
 * @param amount rao
 * @throws BadOrigin, CannotLookup, and what a transfer is refused with
 * @clause state-28
 * @source pallet-balances 42.0.0 src/lib.rs:629
 */
export function transferAllowDeath(chain: Chain, origin: Origin, dest: MultiAddress, amount: TaoBalance): void {
  const from = ensureSigned(origin)
  transfer(chain, from, lookUpAccount(dest), amount, "Expendable")
}

/**
 * Moves TAO out of the signer's account, which must keep the existential deposit.
 *
 * @param amount rao
 * @throws BadOrigin, CannotLookup, and what a transfer is refused with
 * @clause state-36
 * @source pallet-balances 42.0.0 src/lib.rs:663
 */
export function transferKeepAlive(chain: Chain, origin: Origin, dest: MultiAddress, amount: TaoBalance): void {
  const from = ensureSigned(origin)
  transfer(chain, from, lookUpAccount(dest), amount, "Preserve")
}

/**
 * Moves TAO out of any account, which may be reaped; root alone may call it.
 *
 * @param amount rao
 * @throws BadOrigin, CannotLookup, and what a transfer is refused with
 * @clause state-37
 * @source pallet-balances 42.0.0 src/lib.rs:643
 */
export function forceTransfer(
  chain: Chain,
  origin: Origin,
  source: MultiAddress,
  dest: MultiAddress,
  amount: TaoBalance,
): void {
  ensureRoot(origin)
  const from = lookUpAccount(source)
  transfer(chain, from, lookUpAccount(dest), amount, "Expendable")
}

/**
 * Moves all that may leave the signer's account.
 *
 * @throws BadOrigin, CannotLookup, and what a transfer is refused with
 * @clause state-29
 * @source pallet-balances 42.0.0 src/lib.rs:690
 */
export function transferAll(chain: Chain, origin: Origin, dest: MultiAddress, keepAlive: boolean): void {
  const from = ensureSigned(origin)
  const amount = reducibleBalance(chain, from, preservation(keepAlive))
  transfer(chain, from, lookUpAccount(dest), amount, preservation(keepAlive))
}

/**
 * Burns TAO of the signer's account.
 *
 * @param amount rao
 * @throws BadOrigin, Token.FundsUnavailable, Arithmetic.Overflow
 * @clause state-30
 * @source pallet-balances 42.0.0 src/lib.rs:839
 */
export function burnSigners(chain: Chain, origin: Origin, amount: TaoBalance, keepAlive: boolean): void {
  burn(chain, ensureSigned(origin), amount, preservation(keepAlive))
}
