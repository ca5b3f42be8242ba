import type { Chain } from "../../state/chain.js"
import type { AccountId, Hash } from "../../state/primitives.js"
import { TriumvirateEvents } from "../../state/rao/events.js"
import { Proposals, Voting } from "../../state/rao/storage/triumvirate.js"
import { ensure, refuse } from "../../state/refusal.js"

/** What a member of the senate says of a motion of the triumvirate. */
export interface Vote {
  readonly proposal: Hash
  /** The number of the motion: a proposal that was voted on before has another one. */
  readonly index: number
  readonly approve: boolean
}

/**
 * Counts a vote on a motion. Whoever voted otherwise before changes sides: the last of that side takes the place that is
 * left.
 *
 * @throws Triumvirate.ProposalNotExists, Triumvirate.IndexMismatchProposalHash, Triumvirate.DuplicateVote
 * @clause root-43
 * @source rao:pallets/collective/src/lib.rs:755
 */
export function countVote(chain: Chain, voter: AccountId, { proposal, index, approve }: Vote): void {
  const votes = Voting.get(chain.state, proposal)
  if (votes === undefined) throw refuse("Triumvirate.ProposalNotExists")
  ensure(votes.index === index, "Triumvirate.IndexMismatchProposalHash")
  const [own, other] = approve ? [votes.ayes, votes.nays] : [votes.nays, votes.ayes]
  ensure(!own.includes(voter), "Triumvirate.DuplicateVote")
  const [joined, left] = [[...own, voter], swapRemove(other, voter)]
  const [ayes, nays] = approve ? [joined, left] : [left, joined]
  const event = { account: voter, proposal_hash: proposal, voted: approve, yes: ayes.length, no: nays.length }
  chain.deposit(TriumvirateEvents.Voted, event)
  Voting.set(chain.state, proposal, { ...votes, ayes, nays })
}

/** The list with its last element in the place of this one. */
function swapRemove(list: readonly AccountId[], account: AccountId): readonly AccountId[] {
  const place = list.indexOf(account)
  const last = list.at(-1)
  return place === -1 || last === undefined ? list : list.with(place, last).slice(0, -1)
}

/**
 * Takes back whatever an account voted on motions that are open.
 *
 * @clause root-43
 * @source rao:pallets/collective/src/lib.rs:1000
 */
export function forgetVotes({ state }: Chain, voter: AccountId): void {
  for (const proposal of Proposals.get(state)) {
    const votes = Voting.get(state, proposal)
    if (votes === undefined) continue
    const without = (list: readonly AccountId[]) => list.filter((account) => account !== voter)
    Voting.set(state, proposal, { ...votes, ayes: without(votes.ayes), nays: without(votes.nays) })
  }
}
