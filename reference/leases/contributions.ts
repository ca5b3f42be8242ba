import { U32, U64 } from "../numbers/integers.js"
import { transfer } from "../state/balances.js"
import { balanceOf } from "../state/balancesAccount.js"
import type { Chain } from "../state/chain.js"
import { CrowdloanEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, taoBalance } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import { Contributions, Crowdloans, MaxContributions } from "../state/storage/crowdloan.js"
import { type Crowdloan, existingCrowdloan } from "./crowdloans.js"

/**
 * Contributes to a crowdloan that has not ended: as much of an amount as it still wants, in all and of this contributor.
 *
 * @param offered rao
 * @clause leases-03
 * @source pallets/crowdloan/src/lib.rs:438
 */
export function contribute(chain: Chain, origin: Origin, crowdloanId: number, offered: bigint): void {
  const { state } = chain
  const contributor = ensureSigned(origin)
  const crowdloan = existingCrowdloan(chain, crowdloanId)
  ensureOpenForContribution(chain, crowdloan, offered)
  const before = Contributions.get(state, crowdloanId, contributor)
  const amount = acceptedAmount(chain, crowdloanId, crowdloan, before ?? 0n, offered)
  const raised = orOverflow(U64.checkedAdd(crowdloan.raised, amount))
  const contribution = orOverflow(U64.checkedAdd(before ?? 0n, amount))
  const contributors_count =
    before === undefined ? orOverflow(U32.checkedAdd(crowdloan.contributors_count, 1)) : crowdloan.contributors_count
  ensure(balanceOf(chain, contributor).free >= amount, "Crowdloan.InsufficientBalance")

  transfer(chain, contributor, crowdloan.funds_account, taoBalance(amount), "Expendable")
  Contributions.set(state, crowdloanId, contributor, contribution)
  Crowdloans.set(state, crowdloanId, { ...crowdloan, raised, contributors_count })
  chain.deposit(CrowdloanEvents.Contributed, { crowdloan_id: crowdloanId, contributor, amount })
}

/** The crowdloan still runs, still wants something, and takes contributions of this size and of one more contributor. */
function ensureOpenForContribution({ blockNumber, constants }: Chain, crowdloan: Crowdloan, offered: bigint): void {
  ensure(blockNumber < BigInt(crowdloan.end), "Crowdloan.ContributionPeriodEnded")
  ensure(crowdloan.raised < crowdloan.cap, "Crowdloan.CapRaised")
  ensure(offered >= crowdloan.min_contribution, "Crowdloan.ContributionTooLow")
  // Counted also for somebody who contributes again.
  const hasRoom = crowdloan.contributors_count < constants.crowdloan.mostContributors
  ensure(hasRoom, "Crowdloan.MaxContributorsReached")
}

/**
 * As much of an amount as a crowdloan still wants. That may be less than the least contribution.
 *
 * @clause leases-03
 * @source pallets/crowdloan/src/lib.rs:465
 */
function acceptedAmount(
  { state }: Chain,
  crowdloanId: number,
  { cap, raised }: Crowdloan,
  before: bigint,
  offered: bigint,
): bigint {
  const wanted = cap - raised
  const most = MaxContributions.get(state, crowdloanId)
  if (most === undefined) return least(offered, wanted)
  ensure(before < most, "Crowdloan.MaxContributionReached")
  return least(offered, least(most - before, wanted))
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function orOverflow<T>(sum: T | undefined): T {
  if (sum === undefined) throw refuse("Crowdloan.Overflow")
  return sum
}

/**
 * Takes a contribution back from a crowdloan that was not finalized, whether or not it has ended. The creator's deposit
 * stays.
 *
 * @clause leases-04
 * @source pallets/crowdloan/src/lib.rs:546
 */
export function withdrawContribution(chain: Chain, origin: Origin, crowdloanId: number): void {
  const { state } = chain
  const contributor = ensureSigned(origin)
  const crowdloan = existingCrowdloan(chain, crowdloanId)
  ensure(!crowdloan.finalized, "Crowdloan.AlreadyFinalized")
  const contribution = Contributions.get(state, crowdloanId, contributor) ?? 0n
  ensure(contribution > 0n, "Crowdloan.NoContribution")
  const { amount, contributors_count } = takeContribution(chain, crowdloanId, crowdloan, contributor, contribution)

  transfer(chain, crowdloan.funds_account, contributor, taoBalance(amount), "Expendable")
  const raised = U64.saturatingSub(crowdloan.raised, amount)
  Crowdloans.set(state, crowdloanId, { ...crowdloan, raised, contributors_count })
  chain.deposit(CrowdloanEvents.Withdrew, { crowdloan_id: crowdloanId, contributor, amount })
}

/** Takes out of the books what a contributor may take back: all of it, but for the creator's deposit. */
function takeContribution(
  { state }: Chain,
  crowdloanId: number,
  crowdloan: Crowdloan,
  contributor: AccountId,
  contribution: bigint,
): { readonly amount: bigint; readonly contributors_count: number } {
  if (contributor === crowdloan.creator) {
    const amount = U64.saturatingSub(contribution, crowdloan.deposit)
    ensure(amount > 0n, "Crowdloan.DepositCannotBeWithdrawn")
    Contributions.set(state, crowdloanId, contributor, crowdloan.deposit)
    return { amount, contributors_count: crowdloan.contributors_count }
  }
  Contributions.remove(state, crowdloanId, contributor)
  const contributors_count = U32.checkedSub(crowdloan.contributors_count, 1)
  if (contributors_count === undefined) throw refuse("Crowdloan.Underflow")
  return { amount: contribution, contributors_count }
}
