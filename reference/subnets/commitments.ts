import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import {
  CommitmentOf,
  LastBondsReset,
  LastCommitment,
  RevealedCommitments,
  TimelockedIndex,
  UsedSpaceOf,
} from "../state/storage/commitments.js"

/** What pallet Commitments keeps for each subnet and account. */
const PER_ACCOUNT = [CommitmentOf, LastCommitment, LastBondsReset, RevealedCommitments, UsedSpaceOf]

/**
 * Removes what accounts have committed to on a subnet. The index of what is to be revealed at a time is written anew,
 * even when nothing of the subnet is in it.
 *
 * @clause subnets-21
 * @source pallets/commitments/src/lib.rs:587
 */
export function forgetCommitments({ state }: Chain, netuid: NetUid): void {
  for (const item of PER_ACCOUNT) item.clearUnder(state, netuid)
  TimelockedIndex.mutate(state, (index) => index.filter(([of]) => of !== netuid))
}
