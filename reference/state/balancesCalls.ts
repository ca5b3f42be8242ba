import { U64 } from "../numbers/integers.js"
import { lookUpAccount } from "./accountLookup.js"
import { burn, type Preservation, reducibleBalance, transfer } from "./balances.js"
import { balanceOf, changeBalance, upgradeAccount } from "./balancesAccount.js"
import { BalancesCalls } from "./calls.js"
import type { Chain } from "./chain.js"
import { type CallHandler, serve } from "./dispatch.js"
import { BalancesEvents } from "./events.js"
import { ensureRoot, ensureSigned } from "./origin.js"
import { type AccountId, type TaoBalance, taoBalance } from "./primitives.js"
import { ensure } from "./refusal.js"
import { InactiveIssuance, TotalIssuance } from "./storage/balances.js"

/** What the chain calls an account that may, or may not, be left without a balance. */
const preservation = (keepAlive: boolean): Preservation => (keepAlive ? "Preserve" : "Expendable")

/**
 * Moves all that may leave an account.
 *
 * @throws what a transfer is refused with
 * @clause state-29
 * @source pallet-balances 42.0.0 src/lib.rs:690
 */
export function transferAll(chain: Chain, from: AccountId, to: AccountId, keepAlive: boolean): void {
  const amount = reducibleBalance(chain, from, preservation(keepAlive))
  transfer(chain, from, to, amount, preservation(keepAlive))
}

/**
 * Frees some of what an account has reserved, at most all of it. Nothing happens to an account without a balance, and
 * for an amount of zero.
 *
 * @param amount rao
 * @clause state-31
 * @source pallet-balances 42.0.0 src/impl_currency.rs:562
 */
export function unreserve(chain: Chain, who: AccountId, amount: TaoBalance): void {
  const { free, reserved } = balanceOf(chain, who)
  if (amount === 0n || U64.saturatingAdd(free, reserved) === 0n) return
  const freed = taoBalance(amount < reserved ? amount : reserved)
  changeBalance(chain, who, (balance) => ({
    ...balance,
    free: U64.saturatingAdd(balance.free, freed),
    reserved: balance.reserved - freed,
  }))
  chain.deposit(BalancesEvents.Unreserved, { who, amount: freed })
}

/**
 * Raises or lowers the currency's issuance, as far as it fits u64, but not below what is out of use. No account
 * changes, and the issuance that SubtensorModule counts does not.
 *
 * @param delta rao
 * @throws Balances.DeltaZero, Balances.IssuanceDeactivated
 * @clause state-32
 * @source pallet-balances 42.0.0 src/lib.rs:807
 */
export function adjustTotalIssuance(chain: Chain, direction: "Increase" | "Decrease", delta: TaoBalance): void {
  ensure(delta > 0n, "Balances.DeltaZero")
  const before = TotalIssuance.get(chain.state)
  const after = direction === "Increase" ? U64.saturatingAdd(before, delta) : U64.saturatingSub(before, delta)
  ensure(InactiveIssuance.get(chain.state) <= after, "Balances.IssuanceDeactivated")
  TotalIssuance.set(chain.state, after)
  chain.deposit(BalancesEvents.TotalIssuanceForced, { old: before, new: after })
}

/** The calls of pallet Balances, but for the one that sets a balance. */
export const balancesCalls: readonly CallHandler<unknown>[] = [
  serve(BalancesCalls.transfer_allow_death, (chain, origin, { dest, value }) => {
    const source = ensureSigned(origin)
    transfer(chain, source, lookUpAccount(dest), taoBalance(value), "Expendable")
  }),
  serve(BalancesCalls.transfer_keep_alive, (chain, origin, { dest, value }) => {
    const source = ensureSigned(origin)
    transfer(chain, source, lookUpAccount(dest), taoBalance(value), "Preserve")
  }),
  serve(BalancesCalls.transfer_all, (chain, origin, { dest, keep_alive }) => {
    const source = ensureSigned(origin)
    transferAll(chain, source, lookUpAccount(dest), keep_alive)
  }),
  serve(BalancesCalls.force_transfer, (chain, origin, { source, dest, value }) => {
    ensureRoot(origin)
    const from = lookUpAccount(source)
    transfer(chain, from, lookUpAccount(dest), taoBalance(value), "Expendable")
  }),
  serve(BalancesCalls.burn, (chain, origin, { value, keep_alive }) =>
    burn(chain, ensureSigned(origin), taoBalance(value), preservation(keep_alive)),
  ),
  serve(BalancesCalls.force_unreserve, (chain, origin, { who, amount }) => {
    ensureRoot(origin)
    unreserve(chain, lookUpAccount(who), taoBalance(amount))
  }),
  serve(BalancesCalls.upgrade_accounts, (chain, origin, { who }) => {
    ensureSigned(origin)
    for (const account of who) upgradeAccount(chain, account)
  }),
  serve(BalancesCalls.force_adjust_total_issuance, (chain, origin, { direction, delta }) => {
    ensureRoot(origin)
    adjustTotalIssuance(chain, direction, taoBalance(delta))
  }),
]
