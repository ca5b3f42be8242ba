import type { ValueOf } from "../interface/valueType.js"
import type { Chain } from "../state/chain.js"
import type { crowdloanInfo } from "../state/namedTypes.js"
import { palletAccount } from "../state/palletAccount.js"
import type { AccountId } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import { u32 } from "../state/scaleTypes.js"
import { Crowdloans } from "../state/storage/crowdloan.js"

/** A crowdloan: what it wants to raise and from when to when, what it has raised, and what happens with it. */
export type Crowdloan = ValueOf<typeof crowdloanInfo>

/**
 * The account that holds what a crowdloan raises.
 *
 * @clause leases-01
 * @source pallets/crowdloan/src/lib.rs:966
 */
export function fundsAccount(crowdloanId: number): AccountId {
  return palletAccount("bt/cloan", u32.encode(crowdloanId))
}

/**
 * A crowdloan that is there. Refuses with Crowdloan.InvalidCrowdloanId when it is not.
 *
 * @clause leases-01
 * @source pallets/crowdloan/src/lib.rs:970
 */
export function existingCrowdloan({ state }: Chain, crowdloanId: number): Crowdloan {
  const crowdloan = Crowdloans.get(state, crowdloanId)
  if (crowdloan === undefined) throw refuse("Crowdloan.InvalidCrowdloanId")
  return crowdloan
}

/**
 * A crowdloan that its creator may still change. Refuses with Crowdloan.InvalidCrowdloanId when it is not there, then
 * with Crowdloan.AlreadyFinalized, then with Crowdloan.InvalidOrigin when somebody else asks.
 *
 * @clause leases-01
 * @source pallets/crowdloan/src/lib.rs:690
 */
export function creatorsCrowdloan(chain: Chain, crowdloanId: number, who: AccountId): Crowdloan {
  const crowdloan = existingCrowdloan(chain, crowdloanId)
  ensure(!crowdloan.finalized, "Crowdloan.AlreadyFinalized")
  ensure(who === crowdloan.creator, "Crowdloan.InvalidOrigin")
  return crowdloan
}

/**
 * Refuses an end that is no later block, or too soon or too late.
 *
 * @param end block
 * @clause leases-01
 * @source pallets/crowdloan/src/lib.rs:976
 */
export function ensureValidEnd({ blockNumber, constants }: Chain, end: number): void {
  const duration = BigInt(end) - blockNumber
  ensure(duration > 0n, "Crowdloan.CannotEndInPast")
  ensure(duration >= constants.crowdloan.leastDuration, "Crowdloan.BlockDurationTooShort")
  ensure(duration <= constants.crowdloan.greatestDuration, "Crowdloan.BlockDurationTooLong")
}
