import { epochIndex } from "../../coinbase/rao/epochSchedule.js"
import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import type { AccountId, NetUid } from "../../state/primitives.js"
import { SubtensorModuleEvents } from "../../state/rao/events.js"
import { attempt } from "../../state/refusal.js"
import { Pulses } from "../../state/storage/drand.js"
import { CRV3WeightCommits, RevealPeriodEpochs } from "../../state/storage/subtensorModule.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../../subnets/mechanismIndex.js"
import { openTimelock } from "../timelockCiphertext.js"
import { decodeWeights } from "../timelockPayload.js"
import { setWeights } from "./setWeights.js"

/** A commitment to weights that nobody can read before a drand round: hotkey, ciphertext, round. */
type Commit = ReturnType<typeof CRV3WeightCommits.get>[number]

/** The first epoch at which weights are revealed. */
const FIRST_EPOCH_TO_REVEAL = 2n

/**
 * Reveals the weights that were committed one reveal period less one epoch before the one that begins now, in the order
 * in which they were committed, and forgets older ones. None of them is tried again.
 *
 * @clause weights-61
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:843
 */
export function revealTimelockedCommits(chain: Chain, netuid: NetUid): void {
  const { state, blockNumber } = chain
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  const current = epochIndex(chain, netuid, blockNumber)
  const revealed = U64.saturatingSub(current, U64.saturatingSub(RevealPeriodEpochs.get(state, netuid), 1n))
  for (const [epoch] of CRV3WeightCommits.entriesUnder(state, index)) {
    if (epoch < revealed) CRV3WeightCommits.remove(state, index, epoch)
  }
  if (current < FIRST_EPOCH_TO_REVEAL) return
  const commits = CRV3WeightCommits.get(state, index, revealed)
  CRV3WeightCommits.remove(state, index, revealed)
  for (const commit of commits) reveal(chain, netuid, commit)
}

/**
 * Reads one commit and sets the weights in it, as a call of its hotkey would. Drops what cannot be read, because its
 * drand round is unknown or otherwise, or cannot be applied.
 *
 * @clause weights-61
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:868
 */
function reveal(chain: Chain, netuid: NetUid, [hotkey, ciphertext, round]: Commit): void {
  const pulse = Pulses.get(chain.state, round)
  if (pulse !== undefined) applyRevealed(chain, netuid, hotkey, openTimelock(ciphertext, pulse.signature))
}

/**
 * Sets the weights in an opened commit, as a call of its hotkey would; drops what could not be opened, read or applied.
 *
 * @clause weights-61
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:933
 */
export function applyRevealed(
  chain: Chain,
  netuid: NetUid,
  hotkey: AccountId,
  plaintext: Uint8Array | undefined,
): void {
  const weights = plaintext === undefined ? undefined : decodeWeights(plaintext)
  if (weights === undefined) return
  const outcome = attempt(() => setWeights(chain, hotkey, { netuid, mechanism: MAIN_MECHANISM, ...weights }))
  if (outcome.ok) chain.deposit(SubtensorModuleEvents.CRV3WeightsRevealed, [netuid, hotkey])
}
