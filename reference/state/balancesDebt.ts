import { U64 } from "../numbers/integers.js"
import { balanceOf, changeBalance } from "./balancesAccount.js"
import type { Chain } from "./chain.js"
import { BalancesEvents } from "./events.js"
import { type AccountId, NO_TAO, type TaoBalance, taoBalance } from "./primitives.js"
import { TotalIssuance } from "./storage/balances.js"

/**
 * Adds TAO to an account that nothing covers, and issues it: as much as fits u64, and nothing where the account would
 * hold less than the existential deposit. The event comes even for nothing.
 *
 * @param amount rao
 * @returns what was added, in rao
 * @clause state-43
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:458
 */
export function depositAsDebt(chain: Chain, who: AccountId, amount: TaoBalance): TaoBalance {
  const added = increaseAsFits(chain, who, amount)
  chain.deposit(BalancesEvents.Deposit, { who, amount: added })
  if (added > 0n) TotalIssuance.mutate(chain.state, (issuance) => U64.saturatingAdd(issuance, added))
  return added
}

/**
 * Adds as much of the amount to an account as it takes.
 *
 * @clause state-43
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:205
 */
function increaseAsFits(chain: Chain, who: AccountId, amount: TaoBalance): TaoBalance {
  const { free } = balanceOf(chain, who)
  const after = U64.saturatingAdd(free, amount)
  if (after < chain.constants.existentialDeposit || after === free) return NO_TAO
  changeBalance(chain, who, (balance) => ({ ...balance, free: after }))
  return taoBalance(after - free)
}
