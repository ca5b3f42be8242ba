import { type AccountId, type NetUid, ROOT } from "../../../reference/state/primitives.js"
import { AutoStakeDestination } from "../../../reference/state/storage/subtensorModule.js"
import { isHotkeyRegistered } from "../../../reference/subnets/neurons.js"
import type { Arguments, Sketch, SketchTable } from "../sketch.js"
import { keyPairs, neurons, newHotkeys, signers, subnets, type World } from "../world.js"

/** Own hotkeys that are no neurons of the subnet, and hotkeys that are nobody's. */
function candidates(world: World, netuid: NetUid): readonly { readonly hotkey: AccountId; readonly by: AccountId }[] {
  const own = keyPairs(world)
    .filter(({ hotkey }) => !isHotkeyRegistered(world.chain, netuid, hotkey))
    .map(({ hotkey, coldkey }) => ({ hotkey, by: coldkey }))
  const coldkey = world.choose.oneOf(signers(world))
  const unknown = newHotkeys(world).slice(0, 2)
  return coldkey === undefined ? own : [...unknown.map((hotkey) => ({ hotkey, by: coldkey })), ...own]
}

function registering(world: World, values: Arguments = {}): Sketch | undefined {
  const netuid = world.choose.oneOf(subnets(world))
  const candidate = netuid === undefined ? undefined : world.choose.oneOf(candidates(world, netuid))
  if (netuid === undefined || candidate === undefined) return undefined
  return { by: candidate.by, values: { netuid, hotkey: candidate.hotkey, ...values } }
}

/** A machine of its own, in the documentation's range of addresses. */
const ADDRESS: Arguments = { ip: 3_221_225_985n, ip_type: 4, port: 8_091 }

function serving(world: World, values: Arguments = {}): Sketch | undefined {
  const neuron = world.choose.oneOf(neurons(world, subnets(world)))
  return neuron && { by: neuron.hotkey, values: { netuid: neuron.netuid, ...ADDRESS, ...values } }
}

const HIGH_PRICE = 100_000_000_000n

/** Becoming a neuron, and what neurons say about themselves. */
export const neuronSketches: SketchTable = {
  "SubtensorModule.burned_register": registering,
  "SubtensorModule.register_limit": (world) => registering(world, { limit_price: HIGH_PRICE }),
  "SubtensorModule.register": registering,
  "SubtensorModule.root_register": (world) => {
    const candidate = world.choose.oneOf(candidates(world, ROOT))
    return candidate && { by: candidate.by, values: { hotkey: candidate.hotkey } }
  },
  "SubtensorModule.serve_axon": (world) => serving(world),
  "SubtensorModule.serve_axon_tls": (world) => serving(world, { certificate: "0x0102" }),
  "SubtensorModule.serve_prometheus": (world) => serving(world),
  "SubtensorModule.set_coldkey_auto_stake_hotkey": (world) => {
    const neuron = world.choose.oneOf(neurons(world, subnets(world)))
    if (neuron === undefined) return undefined
    const { netuid, hotkey } = neuron
    const others = signers(world).filter((who) => AutoStakeDestination.get(world.chain.state, who, netuid) !== hotkey)
    const by = world.choose.oneOf(others)
    return by && { by, values: { netuid, hotkey } }
  },
  "SubtensorModule.try_associate_hotkey": (world) => {
    const by = world.choose.oneOf(signers(world))
    const hotkey = world.choose.oneOf(newHotkeys(world))
    return by === undefined || hotkey === undefined ? undefined : { by, values: { hotkey } }
  },
}
