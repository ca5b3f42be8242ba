import { isInAdminFreezeWindow } from "../../../reference/hyperparameters/freezeWindow.js"
import {
  CommitRevealWeightsEnabled,
  FirstEmissionBlockNumber,
  NetworkRegisteredAt,
  PendingEpochAt,
  StartCallDelay,
} from "../../../reference/state/storage/subtensorModule.js"
import { nextAvailableSymbol } from "../../../reference/subnets/symbols.js"
import type { Arguments, Sketch, SketchTable } from "../sketch.js"
import { keyPairs, newHotkeys, ownerOf, signers, spendable, subnets, type World } from "../world.js"

function founding(world: World, values: Arguments = {}): Sketch | undefined {
  const { choose } = world
  const rich = [...signers(world)].sort((a, b) => (spendable(world, a) > spendable(world, b) ? -1 : 1))
  const by = choose.oneOf(rich.slice(0, 4))
  if (by === undefined) return undefined
  const own = keyPairs(world).flatMap(({ hotkey, coldkey }) => (coldkey === by ? [hotkey] : []))
  const hotkey = choose.oneOf([...newHotkeys(world).slice(0, 1), ...own])
  return hotkey && { by, values: { hotkey, ...values } }
}

/** A call of a subnet's owner, or, for some, of root. */
function ofOwner(world: World, values: (world: World) => Arguments = () => ({}), on = subnets(world)) {
  const netuid = world.choose.oneOf(on)
  return netuid === undefined ? undefined : { by: ownerOf(world, netuid), values: { netuid, ...values(world) } }
}

const unfrozen = (world: World) => subnets(world).filter((netuid) => !isInAdminFreezeWindow(world.chain, netuid))

/** The subnets whose epoch can be asked for. */
const triggerable = (world: World) =>
  unfrozen(world).filter(
    (netuid) =>
      !CommitRevealWeightsEnabled.get(world.chain.state, netuid) &&
      PendingEpochAt.get(world.chain.state, netuid) === 0n,
  )

/** An owner's tempo is so slow that no epoch would come in a run: only subnets after the first get it. */
const SLOW_TEMPO = 360
const onlyLater = (world: World) => unfrozen(world).slice(1)

/** Subnets: new ones, what their owners say about them, and their end. */
export const subnetSketches: SketchTable = {
  "SubtensorModule.register_network": (world) => founding(world),
  "SubtensorModule.register_network_with_identity": (world) => founding(world, { identity: null }),
  "SubtensorModule.start_call": (world) => {
    const { state, blockNumber } = world.chain
    const waiting = subnets(world).filter(
      (netuid) =>
        !FirstEmissionBlockNumber.has(state, netuid) &&
        NetworkRegisteredAt.get(state, netuid) + StartCallDelay.get(state) <= blockNumber,
    )
    return ofOwner(world, undefined, waiting)
  },
  "SubtensorModule.root_dissolve_network": (world) => {
    const netuid = world.choose.oneOf([...subnets(world)].reverse())
    return netuid === undefined ? undefined : { by: "root", values: { netuid } }
  },
  "SubtensorModule.dissolve_network": (world) => {
    const netuid = world.choose.oneOf([...subnets(world)].reverse())
    return netuid === undefined ? undefined : { by: "root", values: { netuid, coldkey: ownerOf(world, netuid) } }
  },
  "SubtensorModule.set_subnet_identity": (world) => ofOwner(world),
  "SubtensorModule.update_symbol": (world) => {
    const netuid = world.choose.oneOf(subnets(world))
    if (netuid === undefined) return undefined
    return { by: ownerOf(world, netuid), values: { netuid, symbol: nextAvailableSymbol(world.chain, netuid) } }
  },
  "SubtensorModule.trigger_epoch": (world) => ofOwner(world, undefined, triggerable(world)),
  "SubtensorModule.set_activity_cutoff_factor": (world) =>
    ofOwner(world, ({ choose }) => ({ factor_milli: choose.between(1_000n, 50_000n) }), unfrozen(world)),
  "SubtensorModule.set_tempo": (world) => ofOwner(world, () => ({ tempo: SLOW_TEMPO }), onlyLater(world)),
}
