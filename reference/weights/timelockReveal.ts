import { currentEpochWithLookahead, epochsDeferredThisBlock } from "../coinbase/epochSchedule.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type AccountId, type NetUid, type NetUidStorageIndex, ROOT } from "../state/primitives.js"
import { attempt } from "../state/refusal.js"
import { Pulses } from "../state/storage/drand.js"
import { MechanismCountCurrent, RevealPeriodEpochs, TimelockedWeightCommits } from "../state/storage/subtensorModule.js"
import { subnetNetuids } from "../subnets/existence.js"
import { mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { setWeights } from "./setWeights.js"
import { openTimelock } from "./timelockCiphertext.js"
import { decodeTimelockPayload } from "./timelockPayload.js"

/** A commitment to weights that nobody can read before a drand round: hotkey, block, ciphertext, round. */
type Commit = ReturnType<typeof TimelockedWeightCommits.get>[number]

/**
 * Reveals the timelocked weights that are due on every subnet, in the order of the raw keys, root left out; subnets whose
 * epoch is deferred to a later block wait with it.
 *
 * @clause weights-40
 * @source pallets/subtensor/src/coinbase/block_step.rs:81
 */
export function revealTimelockedCommits(chain: Chain): void {
  const subnets = subnetNetuids(chain).filter((netuid) => netuid !== ROOT)
  const deferred = epochsDeferredThisBlock(chain, subnets)
  for (const netuid of subnets) if (!deferred.has(netuid)) revealSubnet(chain, netuid)
}

/**
 * Reveals the commits that were made the subnet's reveal period ago, counted in epochs, and forgets older ones.
 *
 * @clause weights-40
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:39
 */
function revealSubnet(chain: Chain, netuid: NetUid): void {
  const period = RevealPeriodEpochs.get(chain.state, netuid)
  const epoch = currentEpochWithLookahead(chain, netuid)
  const revealEpoch = U64.saturatingSub(epoch, period)
  const mechanisms = MechanismCountCurrent.get(chain.state, netuid)
  for (let mechanism = 0; mechanism < mechanisms; mechanism++) {
    forgetExpired(chain, mechanismStorageIndex(netuid, mechanism), revealEpoch)
    if (epoch < period) return
    revealMechanism(chain, netuid, mechanism, revealEpoch)
  }
}

function forgetExpired({ state }: Chain, index: NetUidStorageIndex, revealEpoch: bigint): void {
  for (const [epoch] of TimelockedWeightCommits.entriesUnder(state, index)) {
    if (epoch < revealEpoch) TimelockedWeightCommits.remove(state, index, epoch)
  }
}

/**
 * Reveals the commits of an epoch in the order in which they were made. Those whose drand round has not been recorded
 * wait for the next block; those that cannot be read or applied are dropped.
 *
 * @clause weights-40
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:71
 */
function revealMechanism(chain: Chain, netuid: NetUid, mechanism: number, revealEpoch: bigint): void {
  const { state } = chain
  const index = mechanismStorageIndex(netuid, mechanism)
  const commits = TimelockedWeightCommits.get(state, index, revealEpoch)
  TimelockedWeightCommits.remove(state, index, revealEpoch)
  const waiting = commits.filter((commit) => !settle(chain, netuid, mechanism, commit))
  if (waiting.length > 0) TimelockedWeightCommits.set(state, index, revealEpoch, waiting)
}

/**
 * Reads one commit and sets the weights in it, as a call of its hotkey would. Says whether the commit is settled, one way
 * or the other; it is not while its drand round is unknown.
 *
 * @clause weights-40
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:78
 */
function settle(chain: Chain, netuid: NetUid, mechanism: number, [hotkey, , ciphertext, round]: Commit): boolean {
  const pulse = Pulses.get(chain.state, round)
  if (pulse === undefined) return false
  settleOpened(chain, netuid, mechanism, hotkey, openTimelock(ciphertext, pulse.signature))
  return true
}

/**
 * Sets the weights in an opened commit, as a call of its hotkey would; drops what could not be opened, read or applied.
 * Says whether weights were set.
 *
 * @clause weights-40
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:134
 */
export function settleOpened(
  chain: Chain,
  netuid: NetUid,
  mechanism: number,
  hotkey: AccountId,
  plaintext: Uint8Array | undefined,
): boolean {
  const payload = plaintext === undefined ? undefined : decodeTimelockPayload(plaintext, hotkey)
  if (payload === undefined) return false
  const outcome = attempt(() => setWeights(chain, hotkey, { netuid, mechanism, ...payload }))
  if (!outcome.ok) return false
  chain.deposit(SubtensorModuleEvents.TimelockedWeightsRevealed, [mechanismStorageIndex(netuid, mechanism), hotkey])
  return true
}
