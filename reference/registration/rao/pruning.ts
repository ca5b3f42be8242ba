import { U16 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import type { NetUid } from "../../state/primitives.js"
import { PruningScores } from "../../state/rao/storage/subtensorModule.js"
import { BlockAtRegistration } from "../../state/storage/subtensorModule.js"
import { hotkeyOfUid, subnetOwnerHotkey, subnetworkSize } from "../../subnets/neurons.js"
import { isImmune } from "../pruning.js"

/** A neuron that another may replace. */
interface Candidate {
  readonly uid: number
  readonly score: number
  readonly registeredAt: bigint
  readonly immune: boolean
}

/** Nobody's score is higher, and nobody registered later. */
const NOBODY = { uid: 0, score: U16.MAX }

/**
 * The uid that the next hotkey to register on a full subnet gets, whose score then becomes 65535: the neuron with the
 * lowest pruning score goes, of equals the one registered first, of these the one with the lower uid; neurons past their
 * immunity before immune ones, and the one that the owner runs the subnet with never, unless there is no other: then uid
 * 0 goes. A neuron with the score 65535 goes only where it registered before block 2^64 − 1, as all do.
 *
 * @clause registration-40
 * @source rao:pallets/subtensor/src/subnets/registration.rs:405
 */
export function takeNeuronToPrune(chain: Chain, netuid: NetUid): number {
  if (subnetworkSize(chain, netuid) === 0) return NOBODY.uid
  const candidates = pruningCandidates(chain, netuid)
  const free = candidates.filter(({ immune }) => !immune)
  const { uid } = first(free.length > 0 ? free : candidates) ?? NOBODY
  PruningScores.mutate(chain.state, netuid, (scores) => (uid < scores.length ? scores.with(uid, U16.MAX) : scores))
  return uid
}

function pruningCandidates(chain: Chain, netuid: NetUid): readonly Candidate[] {
  const { state } = chain
  const owner = subnetOwnerHotkey(chain, netuid)
  const scores = PruningScores.get(state, netuid)
  const uids = Array.from({ length: subnetworkSize(chain, netuid) }, (_, uid) => uid)
  return uids
    .filter((uid) => owner === undefined || hotkeyOfUid(chain, netuid, uid) !== owner)
    .map((uid) => ({
      uid,
      score: scores[uid] ?? U16.MAX,
      registeredAt: BlockAtRegistration.get(state, netuid, uid),
      immune: isImmune(chain, netuid, uid),
    }))
}

/** The candidate that goes first. */
function first(candidates: readonly Candidate[]): Candidate | undefined {
  const [one, ...others] = candidates
  return one && others.reduce((lowest, next) => (goesBefore(next, lowest) ? next : lowest), one)
}

function goesBefore(a: Candidate, b: Candidate): boolean {
  return a.score < b.score || (a.score === b.score && a.registeredAt < b.registeredAt)
}
