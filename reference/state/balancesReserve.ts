import { U64 } from "../numbers/integers.js"
import { balanceOf, changeBalance } from "./balancesAccount.js"
import type { Chain } from "./chain.js"
import { BalancesEvents } from "./events.js"
import type { AccountId, TaoBalance } from "./primitives.js"
import { ensure, refuse } from "./refusal.js"

/**
 * Reserves a part of what an account holds: it stays there and cannot be moved. Reserving nothing does nothing.
 *
 * @param amount rao
 * @throws Balances.InsufficientBalance, Arithmetic.Overflow, Balances.LiquidityRestrictions
 * @clause state-21
 * @source pallet-balances 42.0.0 src/impl_currency.rs:540
 */
export function reserve(chain: Chain, who: AccountId, amount: TaoBalance): void {
  if (amount === 0n) return
  const { frozen } = balanceOf(chain, who)
  changeBalance(chain, who, (balance) => {
    ensure(balance.free >= amount, "Balances.InsufficientBalance")
    const reserved = U64.checkedAdd<bigint>(balance.reserved, amount)
    if (reserved === undefined) throw refuse("Arithmetic.Overflow")
    const free = balance.free - amount
    ensure(free >= frozen, "Balances.LiquidityRestrictions")
    return { ...balance, free, reserved }
  })
  chain.deposit(BalancesEvents.Reserved, { who, amount })
}

/**
 * Frees what is reserved in an account, as much of an amount as there is. Nothing happens to an account that holds
 * nothing.
 *
 * @param amount rao
 * @clause state-21
 * @source pallet-balances 42.0.0 src/impl_currency.rs:562
 */
export function unreserve(chain: Chain, who: AccountId, amount: TaoBalance): void {
  const { free, reserved } = balanceOf(chain, who)
  if (amount === 0n || free + reserved === 0n) return
  const freed = reserved < amount ? reserved : amount
  changeBalance(chain, who, (balance) => ({
    ...balance,
    free: U64.saturatingAdd(balance.free, freed),
    reserved: balance.reserved - freed,
  }))
  chain.deposit(BalancesEvents.Unreserved, { who, amount: freed })
}
