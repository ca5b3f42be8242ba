import { reducibleBalance, withdraw } from "../../state/balances.js"
import { dropCredit } from "../../state/balancesCredit.js"
import { depositAsDebt } from "../../state/balancesDebt.js"
import type { Chain } from "../../state/chain.js"
import { type AccountId, NO_TAO, type TaoBalance } from "../../state/primitives.js"
import { attempt, ensure, refuse } from "../../state/refusal.js"
import { TotalIssuance as CurrencyIssuance } from "../../state/storage/balances.js"
import { canRemoveFromColdkey as hasSpendable } from "../tao.js"

/**
 * Adds TAO (rao) to a coldkey's account out of nothing: staked TAO is in no account. What would leave the account below
 * the existential deposit is lost.
 *
 * @clause emission-21
 * @source rao:pallets/subtensor/src/staking/helpers.rs:199
 */
export function addBalanceToColdkey(chain: Chain, coldkey: AccountId, amount: TaoBalance): void {
  depositAsDebt(chain, coldkey, amount)
}

/**
 * Whether a coldkey can spend the amount (rao) if its account may be reaped, and so much is issued.
 *
 * @clause emission-22
 * @source rao:pallets/subtensor/src/staking/helpers.rs:207
 */
export function canRemoveFromColdkey(chain: Chain, coldkey: AccountId, amount: TaoBalance): boolean {
  return hasSpendable(chain, coldkey, amount) && amount <= CurrencyIssuance.get(chain.state)
}

/**
 * Takes TAO (rao) out of a coldkey's account and out of issuance: as much of the amount as leaves the account alive. Gives
 * what was taken. Refuses with ZeroBalanceAfterWithdrawn where that is nothing.
 *
 * @clause emission-23
 * @source rao:pallets/subtensor/src/staking/helpers.rs:230
 */
export function removeBalanceFromColdkey(chain: Chain, coldkey: AccountId, amount: TaoBalance): TaoBalance {
  if (amount === 0n) return NO_TAO
  const most = reducibleBalance(chain, coldkey, "Preserve")
  const credit = withdraw(chain, coldkey, amount < most ? amount : most, "Preserve", "Polite")
  dropCredit(chain, credit)
  ensure(credit.amount !== 0n, "SubtensorModule.ZeroBalanceAfterWithdrawn")
  return credit.amount
}

/**
 * Takes exactly an amount of TAO (rao) out of a coldkey's account, which may be reaped, and out of issuance, whatever is
 * frozen. Refuses with BalanceWithdrawalError where there is less.
 *
 * @clause emission-24
 * @source rao:pallets/subtensor/src/staking/helpers.rs:256
 */
export function takeAllFromColdkey(chain: Chain, coldkey: AccountId, amount: TaoBalance): TaoBalance {
  if (amount === 0n) return NO_TAO
  const withdrawal = attempt(() => withdraw(chain, coldkey, amount, "Expendable", "Force"))
  if (!withdrawal.ok) throw refuse("SubtensorModule.BalanceWithdrawalError")
  dropCredit(chain, withdrawal.value)
  return withdrawal.value.amount
}
