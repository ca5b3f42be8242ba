import { U32 } from "../numbers/integers.js"
import { addProvider } from "../state/accounts.js"
import { transfer } from "../state/balances.js"
import { balanceOf } from "../state/balancesAccount.js"
import type { RuntimeCall } from "../state/call.js"
import type { Chain } from "../state/chain.js"
import { CrowdloanEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { boundCall } from "../state/preimages.js"
import { type AccountId, taoBalance } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import { Contributions, Crowdloans, NextCrowdloanId } from "../state/storage/crowdloan.js"
import { ensureValidEnd, fundsAccount } from "./crowdloans.js"

/** What somebody who starts a crowdloan says of it. */
export interface CrowdloanTerms {
  /** What the creator puts in and cannot withdraw, in rao. */
  readonly deposit: bigint
  /** The least that a contribution may be, in rao. */
  readonly min_contribution: bigint
  /** What is to be raised, in rao. */
  readonly cap: bigint
  /** The block from which on nobody can contribute. */
  readonly end: number
  /** What the creator calls once the cap is raised. */
  readonly call: RuntimeCall | undefined
  /** Who gets what was raised. */
  readonly target_address: AccountId | undefined
}

/**
 * Starts a crowdloan with a deposit of its creator. What it raises goes to an account or pays for a call.
 *
 * @clause leases-02
 * @source pallets/crowdloan/src/lib.rs:339
 */
export function createCrowdloan(chain: Chain, origin: Origin, terms: CrowdloanTerms): void {
  const { state } = chain
  const creator = ensureSigned(origin)
  ensureValidTerms(chain, terms)
  const { deposit, min_contribution, cap, end, call, target_address } = terms
  ensure(balanceOf(chain, creator).free >= deposit, "Crowdloan.InsufficientBalance")

  const crowdloanId = takeCrowdloanId(chain)
  const funds_account = fundsAccount(crowdloanId)
  addProvider(chain, funds_account)
  Crowdloans.set(state, crowdloanId, {
    creator,
    deposit,
    min_contribution,
    end,
    cap,
    funds_account,
    raised: deposit,
    target_address,
    call: call && boundCall(chain, call),
    finalized: false,
    contributors_count: 1,
  })
  transfer(chain, creator, funds_account, taoBalance(deposit), "Expendable")
  Contributions.set(state, crowdloanId, creator, deposit)
  chain.deposit(CrowdloanEvents.Created, { crowdloan_id: crowdloanId, creator, end, cap })
}

/** Refuses terms that no crowdloan may have. */
function ensureValidTerms(chain: Chain, terms: CrowdloanTerms): void {
  const { leastDeposit, leastContribution } = chain.constants.crowdloan
  ensure(terms.deposit >= leastDeposit, "Crowdloan.DepositTooLow")
  ensure(terms.cap > terms.deposit, "Crowdloan.CapTooLow")
  ensure(terms.min_contribution >= leastContribution, "Crowdloan.MinimumContributionTooLow")
  const hasCall = terms.call !== undefined
  ensure(hasCall !== (terms.target_address !== undefined), "Crowdloan.InvalidFinalizationConfig")
  ensureValidEnd(chain, terms.end)
}

/** The number of a new crowdloan. */
function takeCrowdloanId({ state }: Chain): number {
  const crowdloanId = NextCrowdloanId.get(state)
  const next = U32.checkedAdd(crowdloanId, 1)
  if (next === undefined) throw refuse("Crowdloan.Overflow")
  NextCrowdloanId.set(state, next)
  return crowdloanId
}
