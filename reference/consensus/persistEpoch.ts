import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type NetUid, type NetUidStorageIndex, NO_ALPHA } from "../state/primitives.js"
import {
  Active,
  Bonds,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  StakeWeight,
  ValidatorPermit,
  ValidatorTrust,
} from "../state/storage/subtensorModule.js"
import type { EpochOutput } from "./epoch.js"
import type { Neuron, NeuronTerms } from "./mechanismTotals.js"
import { elementAt } from "./sparseMatrix.js"

/**
 * Stores what an epoch gave the neurons on one mechanism: incentive and bonds. Every neuron's bonds are written, empty
 * ones too.
 *
 * The places in the stored vectors, and the uids under which bonds are stored, count the neurons in order of uid: they
 * are the uids as long as these have no gaps.
 *
 * @param neurons in order of uid
 * @clause consensus-28
 * @source pallets/subtensor/src/epoch/run_epoch.rs:86
 */
export function persistMechanism(
  chain: Chain,
  index: NetUidStorageIndex,
  neurons: readonly Neuron[],
  output: EpochOutput,
): void {
  Incentive.set(
    chain.state,
    index,
    neurons.map(({ uid }) => elementAt(output.incentive, uid, 0)),
  )
  chain.deposit(SubtensorModuleEvents.IncentiveAlphaEmittedToMiners, {
    netuid: index,
    emissions: neurons.map(({ uid }) => elementAt(output.serverEmission, uid, NO_ALPHA)),
  })
  neurons.forEach(({ uid }, place) => {
    Bonds.set(chain.state, index, place, elementAt(output.bonds, uid, []))
  })
}

/**
 * Stores what an epoch gave the neurons over all mechanisms of a subnet.
 *
 * @param terms in order of uid
 * @clause consensus-28
 * @source pallets/subtensor/src/epoch/run_epoch.rs:124
 */
export function persistSubnet({ state }: Chain, netuid: NetUid, terms: readonly NeuronTerms[]): void {
  const column = <T>(read: (of: NeuronTerms) => T) => terms.map(read)
  Active.set(
    state,
    netuid,
    column(({ active }) => active),
  )
  Emission.set(
    state,
    netuid,
    column(({ emission }) => emission),
  )
  Consensus.set(
    state,
    netuid,
    column(({ consensus }) => consensus),
  )
  Dividends.set(
    state,
    netuid,
    column(({ dividends }) => dividends),
  )
  ValidatorTrust.set(
    state,
    netuid,
    column(({ validatorTrust }) => validatorTrust),
  )
  ValidatorPermit.set(
    state,
    netuid,
    column(({ validatorPermit }) => validatorPermit),
  )
  StakeWeight.set(
    state,
    netuid,
    column(({ stakeWeight }) => stakeWeight),
  )
}
