import { U64 } from "../numbers/integers.js"
import { lookUpAccount, type MultiAddress } from "./accountLookup.js"
import { upgradeAccount } from "./balancesAccount.js"
import { unreserve } from "./balancesReserve.js"
import { burnSigners, forceTransfer, transferAll, transferAllowDeath, transferKeepAlive } from "./balancesTransfers.js"
import { BalancesCalls } from "./calls.js"
import type { Chain } from "./chain.js"
import { type CallHandler, serve } from "./dispatch.js"
import { BalancesEvents } from "./events.js"
import { ensureRoot, ensureSigned, type Origin } from "./origin.js"
import { type AccountId, type TaoBalance, taoBalance } from "./primitives.js"
import { ensure } from "./refusal.js"
import { InactiveIssuance, TotalIssuance } from "./storage/balances.js"

/**
 * Frees what any account has reserved; root alone may call it.
 *
 * @param amount rao
 * @throws BadOrigin, CannotLookup
 * @clause state-31
 * @source pallet-balances 42.0.0 src/lib.rs:716
 */
export function forceUnreserve(chain: Chain, origin: Origin, who: MultiAddress, amount: TaoBalance): void {
  ensureRoot(origin)
  unreserve(chain, lookUpAccount(who), amount)
}

/**
 * Brings accounts of the oldest kind to today's; anybody may ask for it.
 *
 * @throws BadOrigin
 * @clause state-38
 * @source pallet-balances 42.0.0 src/lib.rs:737
 */
export function upgradeAccounts(chain: Chain, origin: Origin, accounts: readonly AccountId[]): void {
  ensureSigned(origin)
  for (const account of accounts) upgradeAccount(chain, account)
}

/**
 * Raises or lowers the currency's issuance, as far as it fits u64, but not below what is out of use. No account
 * changes, and the issuance that SubtensorModule counts does not. Root alone may call it.
 *
 * @param delta rao
 * @throws BadOrigin, Balances.DeltaZero, Balances.IssuanceDeactivated
 * @clause state-32
 * @source pallet-balances 42.0.0 src/lib.rs:807
 */
export function forceAdjustTotalIssuance(
  chain: Chain,
  origin: Origin,
  direction: "Increase" | "Decrease",
  delta: TaoBalance,
): void {
  ensureRoot(origin)
  ensure(delta > 0n, "Balances.DeltaZero")
  const before = TotalIssuance.get(chain.state)
  const after = direction === "Increase" ? U64.saturatingAdd(before, delta) : U64.saturatingSub(before, delta)
  ensure(InactiveIssuance.get(chain.state) <= after, "Balances.IssuanceDeactivated")
  TotalIssuance.set(chain.state, after)
  chain.deposit(BalancesEvents.TotalIssuanceForced, { old: before, new: after })
}

/** The calls of pallet Balances, but for the one that sets a balance. */
export const balancesCalls: readonly CallHandler<unknown>[] = [
  serve(BalancesCalls.transfer_allow_death, (chain, origin, { dest, value }) =>
    transferAllowDeath(chain, origin, dest, taoBalance(value)),
  ),
  serve(BalancesCalls.transfer_keep_alive, (chain, origin, { dest, value }) =>
    transferKeepAlive(chain, origin, dest, taoBalance(value)),
  ),
  serve(BalancesCalls.force_transfer, (chain, origin, { source, dest, value }) =>
    forceTransfer(chain, origin, source, dest, taoBalance(value)),
  ),
  serve(BalancesCalls.transfer_all, (chain, origin, { dest, keep_alive }) =>
    transferAll(chain, origin, dest, keep_alive),
  ),
  serve(BalancesCalls.burn, (chain, origin, { value, keep_alive }) =>
    burnSigners(chain, origin, taoBalance(value), keep_alive),
  ),
  serve(BalancesCalls.force_unreserve, (chain, origin, { who, amount }) =>
    forceUnreserve(chain, origin, who, taoBalance(amount)),
  ),
  serve(BalancesCalls.upgrade_accounts, (chain, origin, { who }) => upgradeAccounts(chain, origin, who)),
  serve(BalancesCalls.force_adjust_total_issuance, (chain, origin, { direction, delta }) =>
    forceAdjustTotalIssuance(chain, origin, direction, taoBalance(delta)),
  ),
]
