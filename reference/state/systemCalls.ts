import { U64 } from "../numbers/integers.js"
import { lookUpAccount } from "./accountLookup.js"
import { balanceOf, changeBalance } from "./balancesAccount.js"
import { BalancesCalls, SystemCalls } from "./calls.js"
import type { Chain } from "./chain.js"
import { type CallHandler, serve } from "./dispatch.js"
import { BalancesEvents } from "./events.js"
import { ensureRoot } from "./origin.js"
import { type AccountId, type TaoBalance, taoBalance } from "./primitives.js"
import type { Hex } from "./scaleTypes.js"
import { TotalIssuance } from "./storage/balances.js"

/**
 * Writes raw values under raw keys, whatever they mean.
 *
 * @clause state-04
 * @source frame-system 41.0.0 src/lib.rs:761
 */
export function setStorage(chain: Chain, items: readonly (readonly [key: Hex, value: Hex])[]): void {
  for (const [key, value] of items) chain.state.writeRaw(key, value)
}

/**
 * Gives an account a free balance out of nothing, or takes it away. Below the existential deposit that is none. The
 * currency's issuance follows; that of SubtensorModule does not.
 *
 * @param amount rao
 * @clause state-13
 * @source pallet-balances 42.0.0 src/lib.rs:768
 */
export function forceSetBalance(chain: Chain, who: AccountId, amount: TaoBalance): void {
  const before = balanceOf(chain, who).free
  const after = amount < chain.constants.existentialDeposit ? 0n : amount
  changeBalance(chain, who, (balance) => ({ ...balance, free: after }))
  adjustIssuance(chain, before, after)
  chain.deposit(BalancesEvents.BalanceSet, { who, free: after })
}

/**
 * Issues what an account has more than before, or rescinds what it has less.
 *
 * @clause state-13
 * @source pallet-balances 42.0.0 src/lib.rs:789
 */
function adjustIssuance(chain: Chain, before: bigint, after: bigint): void {
  if (after > before) {
    const amount = taoBalance(after - before)
    TotalIssuance.mutate(chain.state, (issuance) => U64.saturatingAdd(issuance, amount))
    chain.deposit(BalancesEvents.Issued, { amount })
  }
  if (after < before) {
    const amount = taoBalance(before - after)
    TotalIssuance.mutate(chain.state, (issuance) => U64.saturatingSub(issuance, amount))
    chain.deposit(BalancesEvents.Rescinded, { amount })
  }
}

/** The calls of pallets System and Balances that the model serves. */
export const stateCalls: readonly CallHandler<unknown>[] = [
  serve(SystemCalls.set_storage, (chain, origin, { items }) => {
    ensureRoot(origin)
    setStorage(chain, items)
  }),
  serve(BalancesCalls.force_set_balance, (chain, origin, { who, new_free }) => {
    ensureRoot(origin)
    forceSetBalance(chain, lookUpAccount(who), taoBalance(new_free))
  }),
]
