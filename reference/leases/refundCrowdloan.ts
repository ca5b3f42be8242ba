import { U32, U64 } from "../numbers/integers.js"
import { removeProvider } from "../state/accounts.js"
import { transfer } from "../state/balances.js"
import type { Chain } from "../state/chain.js"
import { CrowdloanEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { dropCall } from "../state/preimages.js"
import { taoBalance } from "../state/primitives.js"
import { attempt, ensure, refuse } from "../state/refusal.js"
import { Contributions, Crowdloans, MaxContributions } from "../state/storage/crowdloan.js"
import { creatorsCrowdloan } from "./crowdloans.js"

/**
 * The creator gives contributors back what they put in, at most 50 of them in one call, in the order of their accounts.
 * The creator's own contribution stays.
 *
 * @clause leases-06
 * @source pallets/crowdloan/src/lib.rs:682
 */
export function refundCrowdloan(chain: Chain, origin: Origin, crowdloanId: number): void {
  const { state, constants } = chain
  const crowdloan = creatorsCrowdloan(chain, crowdloanId, ensureSigned(origin))
  const others = Contributions.entriesUnder(state, crowdloanId).filter(([who]) => who !== crowdloan.creator)
  const refunded = others.slice(0, constants.crowdloan.refundedAtOnce)
  for (const [who, amount] of refunded) {
    transfer(chain, crowdloan.funds_account, who, taoBalance(amount), "Expendable")
    Contributions.remove(state, crowdloanId, who)
  }
  const contributors_count = U32.checkedSub(crowdloan.contributors_count, refunded.length)
  if (contributors_count === undefined) throw refuse("Crowdloan.Underflow")
  const raised = refunded.reduce((left, [, amount]) => U64.saturatingSub(left, amount), crowdloan.raised)
  Crowdloans.set(state, crowdloanId, { ...crowdloan, raised, contributors_count })
  const { AllRefunded, PartiallyRefunded } = CrowdloanEvents
  chain.deposit(refunded.length === others.length ? AllRefunded : PartiallyRefunded, { crowdloan_id: crowdloanId })
}

/**
 * The creator removes a crowdloan to which nobody else contributes any more, and gets back what they put in.
 *
 * @clause leases-07
 * @source pallets/crowdloan/src/lib.rs:757
 */
export function dissolveCrowdloan(chain: Chain, origin: Origin, crowdloanId: number): void {
  const { state } = chain
  const creator = ensureSigned(origin)
  const crowdloan = creatorsCrowdloan(chain, crowdloanId, creator)
  const contribution = Contributions.get(state, crowdloanId, creator)
  if (contribution === undefined) throw refuse("Crowdloan.NoContribution")
  ensure(contribution === crowdloan.raised, "Crowdloan.NotReadyToDissolve")

  transfer(chain, crowdloan.funds_account, creator, taoBalance(contribution), "Expendable")
  Contributions.remove(state, crowdloanId, creator)
  if (crowdloan.call !== undefined) dropCall(chain, crowdloan.call)
  attempt(() => removeProvider(chain, crowdloan.funds_account))
  Crowdloans.remove(state, crowdloanId)
  MaxContributions.remove(state, crowdloanId)
  chain.deposit(CrowdloanEvents.Dissolved, { crowdloan_id: crowdloanId })
}
