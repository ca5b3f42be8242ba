import { transfer } from "../state/balances.js"
import type { Chain } from "../state/chain.js"
import { dispatch } from "../state/dispatch.js"
import { CrowdloanEvents } from "../state/events.js"
import { ensureSigned, type Origin, signedBy } from "../state/origin.js"
import { type BoundedCall, peekCall } from "../state/preimages.js"
import { type AccountId, taoBalance } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import { Crowdloans, CurrentCrowdloanId } from "../state/storage/crowdloan.js"
import { existingCrowdloan } from "./crowdloans.js"

/**
 * The creator ends a crowdloan that has raised all it wanted, before or after its end: what was raised goes to the
 * target, or the call is dispatched as the creator's.
 *
 * @clause leases-05
 * @source pallets/crowdloan/src/lib.rs:609
 */
export function finalizeCrowdloan(chain: Chain, origin: Origin, crowdloanId: number): void {
  const creator = ensureSigned(origin)
  const crowdloan = existingCrowdloan(chain, crowdloanId)
  ensure(creator === crowdloan.creator, "Crowdloan.InvalidOrigin")
  ensure(crowdloan.raised === crowdloan.cap, "Crowdloan.CapNotRaised")
  ensure(!crowdloan.finalized, "Crowdloan.AlreadyFinalized")

  const { call, target_address, funds_account, raised } = crowdloan
  ensure((call === undefined) !== (target_address === undefined), "Crowdloan.InvalidFinalizationConfig")
  if (call !== undefined) dispatchCall(chain, crowdloanId, creator, call)
  if (target_address !== undefined) {
    transfer(chain, funds_account, target_address, taoBalance(raised), "Expendable")
  }
  Crowdloans.set(chain.state, crowdloanId, { ...crowdloan, finalized: true })
  chain.deposit(CrowdloanEvents.Finalized, { crowdloan_id: crowdloanId })
}

/** Dispatches a crowdloan's call, which finds in CurrentCrowdloanId whose it is. */
function dispatchCall(chain: Chain, crowdloanId: number, creator: AccountId, bounded: BoundedCall): void {
  CurrentCrowdloanId.set(chain.state, crowdloanId)
  const call = peekCall(chain, bounded)
  if (call === undefined) throw refuse("Crowdloan.CallUnavailable")
  dispatch(chain, signedBy(creator), call)
  CurrentCrowdloanId.remove(chain.state)
}
