import { U64 } from "../numbers/integers.js"
import { increaseBalance } from "./balances.js"
import type { Chain } from "./chain.js"
import { BalancesEvents } from "./events.js"
import { type AccountId, NO_TAO, type TaoBalance, taoBalance } from "./primitives.js"
import { attempt } from "./refusal.js"
import { TotalIssuance } from "./storage/balances.js"

/**
 * TAO that is issued and in no account yet. Whoever holds a credit resolves it into an account, or drops it: the chain
 * drops a credit that goes out of scope, here the drop is written down.
 */
export interface Credit {
  readonly amount: TaoBalance
}

/** A credit of nothing, which may be forgotten. */
export const NO_CREDIT: Credit = { amount: NO_TAO }

/**
 * Issues TAO, as far as the issuance fits u64.
 *
 * @param amount rao
 * @clause state-12
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:417
 */
export function issue(chain: Chain, amount: TaoBalance): Credit {
  const before = TotalIssuance.get(chain.state)
  const after = U64.saturatingAdd(before, amount)
  TotalIssuance.set(chain.state, after)
  const issued = taoBalance(after - before)
  if (issued > 0n) chain.deposit(BalancesEvents.Issued, { amount: issued })
  return { amount: issued }
}

/**
 * Takes a part of a credit, at most all of it; the second of the two is the rest.
 *
 * @clause state-12
 * @source frame-support 41.0.0 src/traits/tokens/fungible/imbalance.rs:118
 */
export function splitCredit({ amount }: Credit, part: TaoBalance): readonly [part: Credit, rest: Credit] {
  const taken = part < amount ? part : amount
  return [{ amount: taken }, { amount: taoBalance(amount - taken) }]
}

/**
 * Puts a credit into an account. Says whether it did: if it did not, nothing changed and the credit is still in hand.
 *
 * @clause state-12
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:499
 */
export function resolveCredit(chain: Chain, who: AccountId, credit: Credit): boolean {
  return attempt(() => deposit(chain, who, credit.amount)).ok
}

/**
 * Adds TAO that a credit covers to an account. The event comes even for nothing.
 *
 * @throws Arithmetic.Overflow, Token.BelowMinimum
 * @clause state-12
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:458
 */
function deposit(chain: Chain, who: AccountId, amount: TaoBalance): void {
  increaseBalance(chain, who, amount)
  chain.deposit(BalancesEvents.Deposit, { who, amount })
}

/**
 * Lets a credit go: what nobody received was not issued. No event tells of it.
 *
 * @clause state-12
 * @source frame-support 41.0.0 src/traits/tokens/fungible/regular.rs:381
 */
export function dropCredit(chain: Chain, { amount }: Credit): void {
  if (amount > 0n) TotalIssuance.mutate(chain.state, (issuance) => U64.saturatingSub(issuance, amount))
}
