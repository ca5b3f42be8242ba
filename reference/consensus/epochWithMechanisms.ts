import type { Chain } from "../state/chain.js"
import type { AccountId, AlphaBalance, NetUid } from "../state/primitives.js"
import { MechanismCountCurrent, MechanismEmissionSplit } from "../state/storage/subtensorModule.js"
import { mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { splitEmission } from "./emissionSplit.js"
import { runEpoch } from "./epoch.js"
import { addMechanism, mechanismWeight, type Neuron, type NeuronTerms, noTerms } from "./mechanismTotals.js"
import { persistMechanism, persistSubnet } from "./persistEpoch.js"
import { neuronsOf, readEpochInput } from "./readEpochInput.js"
import { updateVotingPower } from "./updateVotingPower.js"

/** What an epoch of a subnet gives a hotkey, in alpha rao. */
export interface HotkeyEmission {
  readonly hotkey: AccountId
  /** For mining. */
  readonly serverEmission: AlphaBalance
  /** For validating. */
  readonly validatorEmission: AlphaBalance
}

/**
 * An epoch of a subnet: one of each of its mechanisms, in turn, each with its part of the emission, and what they give
 * together. Stores the results and brings voting power up to date.
 *
 * @param emission what the subnet has to share out, in alpha rao
 * @returns in order of the hotkeys' bytes
 * @clause consensus-26
 * @source pallets/subtensor/src/subnets/mechanism.rs:287
 */
export function epochWithMechanisms(chain: Chain, netuid: NetUid, emission: AlphaBalance): readonly HotkeyEmission[] {
  const neurons = neuronsOf(chain, netuid)
  const terms = runMechanisms(chain, netuid, neurons, emission)
  persistSubnet(chain, netuid, terms)
  updateVotingPower(chain, netuid, terms)
  return terms
    .toSorted((a, b) => (a.hotkey < b.hotkey ? -1 : 1))
    .map(({ hotkey, serverEmission, validatorEmission }) => ({ hotkey, serverEmission, validatorEmission }))
}

function runMechanisms(
  chain: Chain,
  netuid: NetUid,
  neurons: readonly Neuron[],
  emission: AlphaBalance,
): readonly NeuronTerms[] {
  const count = MechanismCountCurrent.get(chain.state, netuid)
  const parts = splitEmission(emission, count, MechanismEmissionSplit.get(chain.state, netuid))
  if (count === 0) return []
  return parts.reduce<readonly NeuronTerms[]>((terms, part, mechanism) => {
    const { output } = runEpoch(readEpochInput(chain, netuid, mechanism, part))
    persistMechanism(chain, mechanismStorageIndex(netuid, mechanism), neurons, output)
    const weight = mechanismWeight(part, emission, mechanism)
    return terms.map((of) => addMechanism(of, output, weight))
  }, neurons.map(noTerms))
}
