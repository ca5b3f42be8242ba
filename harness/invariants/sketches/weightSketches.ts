import type { NetUid } from "../../../reference/state/primitives.js"
import { LastStoredRound } from "../../../reference/state/storage/drand.js"
import {
  CommitRevealWeightsEnabled,
  CommitRevealWeightsVersion,
  MinAllowedWeights,
  WeightCommits,
  WeightsVersionKey,
} from "../../../reference/state/storage/subtensorModule.js"
import { mechanismStorageIndex } from "../../../reference/subnets/mechanismIndex.js"
import { subnetworkSize } from "../../../reference/subnets/neurons.js"
import { hasStakeForWeights, mayWeigh, passesWeightsRateLimit } from "../../../reference/weights/checks.js"
import { type WeightsReveal, weightsCommitHash } from "../../../reference/weights/commitHash.js"
import { isRevealEpoch } from "../../../reference/weights/revealWindow.js"
import type { Arguments, Sketch, SketchTable } from "../sketch.js"
import { type Neuron, neurons, subnets, type World } from "../world.js"

const MAIN = 0
const MOST_WEIGHT = 65_535
const ROUNDS_TO_WAIT = 10n

/** The neurons that may weigh others now, on subnets where weights are set openly or are hidden first. */
function weighers(world: World, hidden: boolean): readonly Neuron[] {
  const { chain } = world
  const on = subnets(world).filter((netuid) => CommitRevealWeightsEnabled.get(chain.state, netuid) === hidden)
  return neurons(world, on).filter(
    ({ netuid, uid, hotkey }) =>
      hasStakeForWeights(chain, hotkey, netuid) &&
      mayWeigh(chain, netuid, uid, []) &&
      passesWeightsRateLimit(chain, mechanismStorageIndex(netuid, MAIN), uid),
  )
}

/** Enough weights for the neurons of a subnet, with the version key that it asks for. */
function weightsOn({ chain, choose }: World, netuid: NetUid): WeightsReveal {
  const size = subnetworkSize(chain, netuid)
  const least = Math.min(size, Math.max(1, MinAllowedWeights.get(chain.state, netuid)))
  const count = least + choose.below(size - least + 1)
  const start = choose.below(Math.max(1, size))
  const uids = Array.from({ length: count }, (_, place) => (start + place) % Math.max(1, size))
  const values = uids.map(() => choose.below(MOST_WEIGHT) + 1)
  return { uids, values, salt: [choose.below(MOST_WEIGHT)], versionKey: WeightsVersionKey.get(chain.state, netuid) }
}

function setting(world: World, values: Arguments = {}): Sketch | undefined {
  const neuron = world.choose.oneOf(weighers(world, false))
  if (neuron === undefined) return undefined
  const { uids, values: weights, versionKey } = weightsOn(world, neuron.netuid)
  const said = { netuid: neuron.netuid, dests: uids, weights, version_key: versionKey }
  return { by: neuron.hotkey, values: { ...said, ...values } }
}

function settingTogether(world: World): Sketch | undefined {
  const neuron = world.choose.oneOf(weighers(world, false))
  if (neuron === undefined) return undefined
  const { uids, values, versionKey } = weightsOn(world, neuron.netuid)
  const weights = [uids.map((uid, place) => [uid, values[place] ?? 0])]
  return { by: neuron.hotkey, values: { netuids: [neuron.netuid], weights, version_keys: [versionKey] } }
}

/** The hash of weights that a neuron hides for now. */
function hide(world: World, { netuid, hotkey }: Neuron): string {
  const weights = weightsOn(world, netuid)
  const hash = weightsCommitHash(hotkey, mechanismStorageIndex(netuid, MAIN), weights)
  world.hidden.set(hash, weights)
  return hash
}

function committing(world: World, values: (neuron: Neuron) => Arguments): Sketch | undefined {
  const neuron = world.choose.oneOf(weighers(world, true))
  return neuron && { by: neuron.hotkey, values: values(neuron) }
}

const commitment = (world: World) => (neuron: Neuron) => ({ netuid: neuron.netuid, commit_hash: hide(world, neuron) })

interface Waiting extends WeightsReveal {
  readonly neuron: Neuron
}

/** What was hidden and may be revealed now; now and then all that was hidden. */
function waiting(world: World): readonly Waiting[] {
  const { chain, hidden } = world
  const commits = neurons(world, subnets(world)).flatMap((neuron) =>
    (WeightCommits.get(chain.state, mechanismStorageIndex(neuron.netuid, MAIN), neuron.hotkey) ?? []).flatMap(
      ([hash, epoch]) => {
        const weights = hidden.get(hash)
        return weights === undefined ? [] : [{ neuron, ...weights, isDue: isRevealEpoch(chain, neuron.netuid, epoch) }]
      },
    ),
  )
  return world.choose.onceIn(8) ? commits : commits.filter(({ isDue }) => isDue)
}

function revealing(world: World, values: Arguments = {}): Sketch | undefined {
  const commit = world.choose.oneOf(waiting(world))
  if (commit === undefined) return undefined
  const { neuron, uids, values: weights, salt, versionKey } = commit
  const said = { netuid: neuron.netuid, uids, values: weights, salt, version_key: versionKey }
  return { by: neuron.hotkey, values: { ...said, ...values } }
}

function revealingTogether(world: World): Sketch | undefined {
  const commit = world.choose.oneOf(waiting(world))
  if (commit === undefined) return undefined
  const { neuron, uids, values, salt, versionKey } = commit
  const lists = { uids_list: [uids], values_list: [values], salts_list: [salt], version_keys: [versionKey] }
  return { by: neuron.hotkey, values: { netuid: neuron.netuid, ...lists } }
}

function timelocking(world: World, values: Arguments = {}): Sketch | undefined {
  const { chain } = world
  const version = CommitRevealWeightsVersion.get(chain.state)
  const lock = { commit: "0x010203", reveal_round: LastStoredRound.get(chain.state) + ROUNDS_TO_WAIT }
  return committing(world, ({ netuid }) => ({ netuid, ...lock, commit_reveal_version: version, ...values }))
}

const main: Arguments = { mecid: MAIN }

/** Weights that are set openly, hidden for a while, and revealed. */
export const weightSketches: SketchTable = {
  "SubtensorModule.set_weights": (world) => setting(world),
  "SubtensorModule.set_mechanism_weights": (world) => setting(world, main),
  "SubtensorModule.batch_set_weights": settingTogether,
  "SubtensorModule.commit_weights": (world) => committing(world, commitment(world)),
  "SubtensorModule.commit_mechanism_weights": (world) =>
    committing(world, (neuron) => ({ ...commitment(world)(neuron), ...main })),
  "SubtensorModule.batch_commit_weights": (world) =>
    committing(world, (neuron) => ({ netuids: [neuron.netuid], commit_hashes: [hide(world, neuron)] })),
  "SubtensorModule.reveal_weights": (world) => revealing(world),
  "SubtensorModule.reveal_mechanism_weights": (world) => revealing(world, main),
  "SubtensorModule.batch_reveal_weights": revealingTogether,
  "SubtensorModule.commit_timelocked_weights": (world) => timelocking(world),
  "SubtensorModule.commit_timelocked_mechanism_weights": (world) => timelocking(world, main),
  "SubtensorModule.commit_crv3_mechanism_weights": (world) => timelocking(world, main),
}
