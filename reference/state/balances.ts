import { U64 } from "../numbers/integers.js"
import { canRemoveProvider } from "./accounts.js"
import { balanceOf, changeBalance } from "./balancesAccount.js"
import type { Credit } from "./balancesCredit.js"
import type { Chain } from "./chain.js"
import { BalancesEvents } from "./events.js"
import { type AccountId, type TaoBalance, taoBalance } from "./primitives.js"
import { ensure, refuse } from "./refusal.js"
import { TotalIssuance } from "./storage/balances.js"

/** Whether an account must live on after an amount has left it, or may be reaped. */
export type Preservation = "Preserve" | "Expendable"

/** Whether what is frozen holds. */
export type Fortitude = "Polite" | "Force"

/**
 * How much can leave an account. All that is free, but for what is frozen beyond the reserve, and but for the existential
 * deposit where the account must live on: because the caller wants it, or because something consumes the account.
 *
 * @returns rao
 * @clause state-09
 * @source pallet-balances 42.0.0 src/impl_fungible.rs:47
 */
export function reducibleBalance(
  chain: Chain,
  who: AccountId,
  preservation: Preservation,
  fortitude: Fortitude = "Polite",
): TaoBalance {
  const { free, reserved, frozen } = balanceOf(chain, who)
  const { existentialDeposit } = chain.constants
  const heldByFreeze = fortitude === "Force" ? 0n : U64.saturatingSub(frozen, reserved)
  const livesOn = preservation === "Preserve" || (free > 0n && !canRemoveProvider(chain, who))
  const untouchable = livesOn && heldByFreeze < existentialDeposit ? existentialDeposit : heldByFreeze
  return taoBalance(U64.saturatingSub(free, untouchable))
}

/**
 * Moves TAO between accounts. The source may be reaped if it is expendable, its dust lost; the destination may be born.
 * A transfer to itself is checked and does nothing.
 *
 * @param amount rao
 * @throws Arithmetic.Underflow, Token.FundsUnavailable, Token.Frozen, Token.NotExpendable, Arithmetic.Overflow, Token.BelowMinimum
 * @clause state-10
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:321
 */
export function transfer(
  chain: Chain,
  from: AccountId,
  to: AccountId,
  amount: TaoBalance,
  preservation: Preservation,
): void {
  ensureCanLeave(chain, from, amount, preservation)
  ensureCanArrive(chain, to, amount)
  if (from === to) return
  decreaseBalance(chain, from, amount)
  if (amount > 0n) increaseBalance(chain, to, amount)
  chain.deposit(BalancesEvents.Transfer, { from, to, amount })
}

/**
 * Refuses an amount that may not leave the account. Nothing may always leave.
 *
 * @clause state-10
 * @source pallet-balances 42.0.0 src/impl_fungible.rs:104
 */
function ensureCanLeave(chain: Chain, who: AccountId, amount: TaoBalance, preservation: Preservation): void {
  if (amount === 0n) return
  const { free } = balanceOf(chain, who)
  ensure(amount <= TotalIssuance.get(chain.state), "Arithmetic.Underflow")
  ensure(amount <= free, "Token.FundsUnavailable")
  ensure(amount <= reducibleBalance(chain, who, "Expendable"), "Token.Frozen")
  ensure(preservation === "Expendable" || free - amount >= chain.constants.existentialDeposit, "Token.NotExpendable")
}

/**
 * Refuses an amount that may not arrive at the account. Nothing may always arrive.
 *
 * @clause state-10
 * @source pallet-balances 42.0.0 src/impl_fungible.rs:74
 */
function ensureCanArrive(chain: Chain, who: AccountId, amount: TaoBalance): void {
  if (amount === 0n) return
  const { free, reserved } = balanceOf(chain, who)
  const after = U64.checkedAdd(free, amount)
  if (after === undefined) throw refuse("Arithmetic.Overflow")
  ensure(after >= chain.constants.existentialDeposit, "Token.BelowMinimum")
  ensure(U64.checkedAdd(reserved, after) !== undefined, "Arithmetic.Overflow")
}

/**
 * Takes TAO out of an account, leaving a credit of it.
 *
 * @param amount rao
 * @throws Token.FundsUnavailable when less can leave
 * @clause state-11
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:481
 */
export function withdraw(
  chain: Chain,
  who: AccountId,
  amount: TaoBalance,
  preservation: Preservation,
  fortitude: Fortitude,
): Credit {
  ensure(amount <= reducibleBalance(chain, who, preservation, fortitude), "Token.FundsUnavailable")
  decreaseBalance(chain, who, amount)
  chain.deposit(BalancesEvents.Withdraw, { who, amount })
  return { amount }
}

/**
 * Burns TAO of an account: it leaves the account and the currency's issuance. That of SubtensorModule does not change.
 *
 * @param amount rao
 * @throws Token.FundsUnavailable when less can leave, Arithmetic.Overflow when less is issued
 * @clause state-30
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:260
 */
export function burn(chain: Chain, who: AccountId, amount: TaoBalance, preservation: Preservation): void {
  ensure(amount <= reducibleBalance(chain, who, preservation), "Token.FundsUnavailable")
  ensure(amount <= TotalIssuance.get(chain.state), "Arithmetic.Overflow")
  decreaseBalance(chain, who, amount)
  TotalIssuance.mutate(chain.state, (issuance) => U64.saturatingSub(issuance, amount))
  chain.deposit(BalancesEvents.Burned, { who, amount })
}

/**
 * Takes from an account what is known to be there to take.
 *
 * @clause state-11
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:178
 */
function decreaseBalance(chain: Chain, who: AccountId, amount: TaoBalance): void {
  changeBalance(chain, who, (balance) => ({ ...balance, free: balance.free - amount }))
}

/**
 * Adds exactly the amount to an account. Adding nothing changes nothing, though an account below the existential deposit
 * refuses even that.
 *
 * @throws Arithmetic.Overflow, Token.BelowMinimum
 * @clause state-11
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:205
 */
export function increaseBalance(chain: Chain, who: AccountId, amount: TaoBalance): void {
  const { free } = balanceOf(chain, who)
  const after = U64.checkedAdd(free, amount)
  if (after === undefined) throw refuse("Arithmetic.Overflow")
  ensure(after >= chain.constants.existentialDeposit, "Token.BelowMinimum")
  if (amount > 0n) changeBalance(chain, who, (balance) => ({ ...balance, free: after }))
}
