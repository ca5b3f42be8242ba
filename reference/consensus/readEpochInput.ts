import { I64F64 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import type { AlphaBalance, NetUid, NetUidStorageIndex } from "../state/primitives.js"
import {
  ActivityCutoffFactorMilli,
  AlphaSigmoidSteepness,
  AlphaValues,
  BlockAtRegistration,
  Bonds,
  BondsMovingAverage,
  BondsPenalty,
  Kappa,
  Keys,
  LastMechansimStepBlock,
  LastUpdate,
  LiquidAlphaOn,
  MaxAllowedValidators,
  StakeThreshold,
  Tempo,
  ValidatorPermit,
  Weights,
  Yuma3On,
} from "../state/storage/subtensorModule.js"
import { mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { hotkeyOfUid, isUidTaken, ownerUid, subnetworkSize } from "../subnets/neurons.js"
import { earliestCommitBlocks } from "./commitBlocks.js"
import type { EpochInput, StoredEntry, StoredMatrix } from "./epochInput.js"
import { hotkeyStakeWeight } from "./hotkeyStake.js"
import type { Neuron } from "./mechanismTotals.js"
import { elementAt } from "./sparseMatrix.js"

/**
 * The neurons of a subnet in order of uid. A hotkey under several uids, which no call makes, counts under the last of
 * them in the order of the raw keys.
 *
 * @clause consensus-01
 * @source pallets/subtensor/src/epoch/run_epoch.rs:575
 */
export function neuronsOf({ state }: Chain, netuid: NetUid): Neuron[] {
  const uids = new Map(Keys.entriesUnder(state, netuid).map(([uid, hotkey]) => [hotkey, uid]))
  return Array.from(uids, ([hotkey, uid]) => ({ hotkey, uid })).sort((a, b) => a.uid - b.uid)
}

/**
 * Everything that an epoch of one mechanism of a subnet depends on, as it is stored now.
 *
 * @param emission what the mechanism has to share out, in alpha rao
 * @clause consensus-01
 * @source pallets/subtensor/src/epoch/run_epoch.rs:566
 */
export function readEpochInput(chain: Chain, netuid: NetUid, mechanism: number, emission: AlphaBalance): EpochInput {
  const { state } = chain
  const index = mechanismStorageIndex(netuid, mechanism)
  const neurons = readNeurons(chain, netuid, index)
  return {
    ...neurons,
    lastEpochBlock: LastMechansimStepBlock.get(state, netuid),
    activityCutoffFactor: ActivityCutoffFactorMilli.get(state, netuid),
    stakeThreshold: StakeThreshold.get(state),
    yuma3: Yuma3On.get(state, netuid),
    alphaSigmoidSteepness: AlphaSigmoidSteepness.get(state, netuid),
    commitBlocks: earliestCommitBlocks(chain, netuid, index, neuronsOf(chain, netuid), neurons.size),
    emission,
  }
}

/**
 * What an epoch under any form of Yuma depends on: the neurons, what they said and hold, and the settings of the subnet.
 *
 * @param index the subnet's mechanism
 * @clause consensus-01
 * @clause consensus-80
 * @source pallets/subtensor/src/epoch/run_epoch.rs:566
 */
export function readNeurons(chain: Chain, netuid: NetUid, index: NetUidStorageIndex) {
  const { state } = chain
  const size = subnetworkSize(chain, netuid)
  const [alphaLow, alphaHigh] = AlphaValues.get(state, netuid)
  return {
    size,
    currentBlock: chain.blockNumber,
    tempo: Tempo.get(state, netuid),
    lastUpdate: padded(LastUpdate.get(state, index), size),
    blockAtRegistration: byUid(size, (uid) =>
      isUidTaken(chain, netuid, uid) ? BlockAtRegistration.get(state, netuid, uid) : 0n,
    ),
    stakeWeights: byUid(size, (uid) => stakeWeightOfUid(chain, netuid, uid)),
    ownerUid: ownerUid(chain, netuid),
    validatorPermits: ValidatorPermit.get(state, netuid),
    maxAllowedValidators: MaxAllowedValidators.get(state, netuid),
    weights: readWeights(chain, index, size),
    bonds: readRows(Bonds.entriesUnder(state, index), size),
    kappa: Kappa.get(state, netuid),
    bondsPenalty: BondsPenalty.get(state, netuid),
    bondsMovingAverage: BondsMovingAverage.get(state, netuid),
    liquidAlpha: LiquidAlphaOn.get(state, netuid),
    alphaLow,
    alphaHigh,
  }
}

function stakeWeightOfUid(chain: Chain, netuid: NetUid, uid: number): I64F64 {
  const hotkey = hotkeyOfUid(chain, netuid, uid)
  return hotkey === undefined ? I64F64.ZERO : hotkeyStakeWeight(chain, hotkey, netuid)
}

function byUid<T>(size: number, read: (uid: number) => T): T[] {
  return Array.from({ length: size }, (_, uid) => read(uid))
}

function padded(blocks: readonly bigint[], size: number): readonly bigint[] {
  return blocks.length < size ? byUid(size, (uid) => elementAt(blocks, uid, 0n)) : blocks
}

function readWeights({ state }: Chain, index: NetUidStorageIndex, size: number): StoredMatrix {
  return readRows(Weights.entriesUnder(state, index), size).map((row) => row.filter(([uid]) => uid < size))
}

function readRows(rows: readonly (readonly [number, readonly StoredEntry[]])[], size: number): StoredMatrix {
  const stored = new Map(rows)
  return byUid(size, (uid) => stored.get(uid) ?? [])
}
