import { balancer } from "../../forks/balancer.js"
import { blankChain } from "../blankChain.js"
import type { CallDeclaration, RuntimeCall } from "../call.js"
import { BalancesCalls } from "../calls.js"
import { Chain } from "../chain.js"
import { dispatch } from "../dispatch.js"
import { type Origin, ROOT_ORIGIN } from "../origin.js"
import type { AccountId } from "../primitives.js"
import { attempt } from "../refusal.js"
import { Account } from "../storage/system.js"

/** A call with its arguments. */
export function callOf<Arguments>(declaration: CallDeclaration<Arguments>, values: Arguments): RuntimeCall {
  return { declaration, arguments: values }
}

/** An account as calls name it. */
export const addressOf = (account: AccountId) => ({ type: "Id", value: account }) as const

/** The call that moves rao to an account. */
export const transferTo = (account: AccountId, rao: bigint): RuntimeCall =>
  callOf(BalancesCalls.transfer_allow_death, { dest: addressOf(account), value: rao })

/** A chain of fork `balancer` with all its calls, filters and guards, where these accounts have so many rao each. */
export function fundedChain(rao: bigint, ...accounts: readonly AccountId[]): Chain {
  const blank = blankChain()
  const chain = new Chain(balancer, blank.state, blank.block)
  for (const account of accounts) {
    const values = { who: addressOf(account), new_free: rao }
    dispatch(chain, ROOT_ORIGIN, callOf(BalancesCalls.force_set_balance, values))
  }
  chain.takeEvents()
  return chain
}

/** What an account may spend and more, in rao. */
export const freeOf = (chain: Chain, account: AccountId): bigint => Account.get(chain.state, account).data.free

/** The name of the error with which a call is refused; "ok" for one that is accepted. */
export function resultOf(chain: Chain, origin: Origin, call: RuntimeCall): string {
  const outcome = attempt(() => dispatch(chain, origin, call))
  return outcome.ok ? "ok" : outcome.error
}
