import type { Chain } from "../state/chain.js"
import { CrowdloanEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { ensure } from "../state/refusal.js"
import { Contributions, Crowdloans, MaxContributions } from "../state/storage/crowdloan.js"
import { creatorsCrowdloan, ensureValidEnd } from "./crowdloans.js"

/**
 * The creator changes the least contribution, which may not be above the most that somebody may contribute.
 *
 * @param least rao
 * @clause leases-08
 * @source pallets/crowdloan/src/lib.rs:813
 */
export function changeMinContribution(chain: Chain, origin: Origin, crowdloanId: number, least: bigint): void {
  const crowdloan = creatorsCrowdloan(chain, crowdloanId, ensureSigned(origin))
  ensure(least >= chain.constants.crowdloan.leastContribution, "Crowdloan.MinimumContributionTooLow")
  const most = MaxContributions.get(chain.state, crowdloanId)
  ensure(most === undefined || least <= most, "Crowdloan.MinimumContributionTooHigh")

  Crowdloans.set(chain.state, crowdloanId, { ...crowdloan, min_contribution: least })
  chain.deposit(CrowdloanEvents.MinContributionUpdated, { crowdloan_id: crowdloanId, new_min_contribution: least })
}

/**
 * The creator changes when contributions end.
 *
 * @param end block
 * @clause leases-08
 * @source pallets/crowdloan/src/lib.rs:857
 */
export function changeEnd(chain: Chain, origin: Origin, crowdloanId: number, end: number): void {
  const crowdloan = creatorsCrowdloan(chain, crowdloanId, ensureSigned(origin))
  ensureValidEnd(chain, end)

  Crowdloans.set(chain.state, crowdloanId, { ...crowdloan, end })
  chain.deposit(CrowdloanEvents.EndUpdated, { crowdloan_id: crowdloanId, new_end: end })
}

/**
 * The creator changes what is to be raised, which may not be less than was raised.
 *
 * @param cap rao
 * @clause leases-08
 * @source pallets/crowdloan/src/lib.rs:892
 */
export function changeCap(chain: Chain, origin: Origin, crowdloanId: number, cap: bigint): void {
  const crowdloan = creatorsCrowdloan(chain, crowdloanId, ensureSigned(origin))
  ensure(cap >= crowdloan.raised, "Crowdloan.CapTooLow")

  Crowdloans.set(chain.state, crowdloanId, { ...crowdloan, cap })
  chain.deposit(CrowdloanEvents.CapUpdated, { crowdloan_id: crowdloanId, new_cap: cap })
}

/**
 * The creator sets the most that anybody may contribute in all, or lifts that limit. It may not be below the least
 * contribution, nor below what the creator has contributed.
 *
 * @param most rao; undefined for no limit
 * @clause leases-08
 * @source pallets/crowdloan/src/lib.rs:929
 */
export function changeMaxContribution(
  chain: Chain,
  origin: Origin,
  crowdloanId: number,
  most: bigint | undefined,
): void {
  const { state } = chain
  const crowdloan = creatorsCrowdloan(chain, crowdloanId, ensureSigned(origin))
  if (most === undefined) MaxContributions.remove(state, crowdloanId)
  else {
    const ofCreator = Contributions.get(state, crowdloanId, crowdloan.creator) ?? 0n
    const isEnough = most >= crowdloan.min_contribution && most >= ofCreator
    ensure(isEnough, "Crowdloan.MaximumContributionTooLow")
    MaxContributions.set(state, crowdloanId, most)
  }
  chain.deposit(CrowdloanEvents.MaxContributionUpdated, { crowdloan_id: crowdloanId, new_max_contribution: most })
}
