import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { NetUid } from "../state/primitives.js"
import {
  IsNetworkMember,
  StakeThreshold,
  VotingPower,
  VotingPowerDisableAtBlock,
  VotingPowerEmaAlpha,
  VotingPowerTrackingEnabled,
} from "../state/storage/subtensorModule.js"
import type { NeuronTerms } from "./mechanismTotals.js"
import { nextVotingPower } from "./votingPower.js"

/**
 * Brings the voting power of a subnet's hotkeys up to date after an epoch, if the subnet tracks it: validators' is
 * averaged with their stake; miners and hotkeys that left lose it. Once the block has come from which tracking is to
 * stop, it stops and all voting power goes.
 *
 * @clause consensus-29
 * @source pallets/subtensor/src/utils/voting_power.rs:114
 */
export function updateVotingPower(chain: Chain, netuid: NetUid, terms: readonly NeuronTerms[]): void {
  const { state } = chain
  if (!VotingPowerTrackingEnabled.get(state, netuid)) return
  const stopAt = VotingPowerDisableAtBlock.get(state, netuid)
  if (stopAt > 0n && chain.blockNumber >= stopAt) {
    stopTracking(chain, netuid)
    return
  }
  for (const neuron of terms) updateNeuron(chain, netuid, neuron)
  removeThoseWhoLeft(chain, netuid)
}

function updateNeuron({ state }: Chain, netuid: NetUid, { hotkey, validatorPermit, stake }: NeuronTerms): void {
  const next = validatorPermit
    ? nextVotingPower(
        stake,
        VotingPower.get(state, netuid, hotkey),
        VotingPowerEmaAlpha.get(state, netuid),
        StakeThreshold.get(state),
      )
    : undefined
  if (next === undefined) VotingPower.remove(state, netuid, hotkey)
  else if (next > 0n) VotingPower.set(state, netuid, hotkey, next)
}

function removeThoseWhoLeft({ state }: Chain, netuid: NetUid): void {
  for (const [hotkey] of VotingPower.entriesUnder(state, netuid)) {
    if (!IsNetworkMember.get(state, hotkey, netuid)) VotingPower.remove(state, netuid, hotkey)
  }
}

function stopTracking(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  VotingPower.clearUnder(state, netuid)
  VotingPowerTrackingEnabled.set(state, netuid, false)
  VotingPowerDisableAtBlock.remove(state, netuid)
  chain.deposit(SubtensorModuleEvents.VotingPowerTrackingDisabled, { netuid })
}
