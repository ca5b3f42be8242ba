import type { Chain } from "../../state/chain.js"
import { type AlphaBalance, type NetUid, NO_ALPHA } from "../../state/primitives.js"
import { PruningScores, Rank, Trust } from "../../state/rao/storage/subtensorModule.js"
import {
  Active,
  ActivityCutoff,
  Bonds,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  Keys,
  StakeWeight,
  ValidatorPermit,
  ValidatorTrust,
} from "../../state/storage/subtensorModule.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../../subnets/mechanismIndex.js"
import type { HotkeyEmission } from "../epochWithMechanisms.js"
import { readNeurons } from "../readEpochInput.js"
import { elementAt } from "../sparseMatrix.js"
import { type RaoEpochOutput, runEpoch } from "./epoch.js"
import type { RaoEpochInput } from "./epochInput.js"

/**
 * An epoch of a subnet as it is stored now; stores the results.
 *
 * @param emission what the subnet has to share out, in alpha rao
 * @returns in order of the hotkeys' bytes
 * @clause consensus-80
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:391
 */
export function epoch(chain: Chain, netuid: NetUid, emission: AlphaBalance): readonly HotkeyEmission[] {
  const output = runEpoch(readEpochInput(chain, netuid, emission))
  store(chain, netuid, output)
  return Keys.entriesUnder(chain.state, netuid)
    .map(([uid, hotkey]) => ({
      hotkey,
      serverEmission: elementAt(output.serverEmission, uid, NO_ALPHA),
      validatorEmission: elementAt(output.validatorEmission, uid, NO_ALPHA),
    }))
    .sort((a, b) => (a.hotkey < b.hotkey ? -1 : 1))
}

/**
 * Everything that an epoch of a subnet depends on, as it is stored now.
 *
 * @param emission what there is to share out, in alpha rao
 * @clause consensus-80
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:391
 */
export function readEpochInput(chain: Chain, netuid: NetUid, emission: AlphaBalance): RaoEpochInput {
  return {
    ...readNeurons(chain, netuid, mechanismStorageIndex(netuid, MAIN_MECHANISM)),
    activityCutoff: ActivityCutoff.get(chain.state, netuid),
    emission,
  }
}

/**
 * Stores what an epoch gave the neurons.
 *
 * @clause consensus-80
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:718
 */
function store({ state }: Chain, netuid: NetUid, output: RaoEpochOutput): void {
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  StakeWeight.set(state, netuid, output.stakeWeight)
  Active.set(state, netuid, output.active)
  Emission.set(state, netuid, output.emission)
  Rank.set(state, netuid, output.rank)
  Trust.set(state, netuid, output.trust)
  Consensus.set(state, netuid, output.consensus)
  Incentive.set(state, index, output.incentive)
  Dividends.set(state, netuid, output.dividends)
  PruningScores.set(state, netuid, output.pruningScores)
  ValidatorTrust.set(state, netuid, output.validatorTrust)
  ValidatorPermit.set(state, netuid, output.validatorPermits)
  output.bonds.forEach((row, uid) => {
    if (row !== undefined) Bonds.set(state, index, uid, row)
  })
}
