import { isInAdminFreezeWindow } from "../../../reference/hyperparameters/freezeWindow.js"
import { type NetUid, ROOT } from "../../../reference/state/primitives.js"
import { LiquidAlphaOn, VotingPowerTrackingEnabled } from "../../../reference/state/storage/subtensorModule.js"
import type { Arguments, Sketch, Sketcher, SketchTable } from "../sketch.js"
import { ownerOf, subnets, type World } from "../world.js"
import { type Setting, settingsOfSubnets, settingsOfTheChain } from "./settings.js"

/** Subnets whose hyperparameters can be changed now. */
function open(world: World): readonly NetUid[] {
  return subnets(world).filter((netuid) => !isInAdminFreezeWindow(world.chain, netuid))
}

/** A call about a subnet by root, and now and then by the subnet's owner. */
function about(world: World, netuid: NetUid | undefined, values: Arguments): Sketch | undefined {
  if (netuid === undefined) return undefined
  return { by: world.choose.onceIn(8) ? ownerOf(world, netuid) : "root", values: { netuid, ...values } }
}

function setOnSubnet(argument: string, setting: Setting): Sketcher {
  return (world) => {
    const netuid = world.choose.oneOf(open(world))
    const value = netuid === undefined ? undefined : setting(world, netuid)
    return value === undefined ? undefined : about(world, netuid, { [argument]: value })
  }
}

function setOnChain(argument: string, setting: Setting): Sketcher {
  return (world) => {
    const value = setting(world, ROOT)
    return value === undefined ? undefined : { by: "root", values: { [argument]: value } }
  }
}

const LEAST_ALPHA = 1_638n

const others: SketchTable = {
  "AdminUtils.sudo_set_alpha_values": (world) => {
    const { chain, choose } = world
    const liquid = open(world).filter((netuid) => LiquidAlphaOn.get(chain.state, netuid))
    const low = choose.between(LEAST_ALPHA, 30_000n)
    return about(world, choose.oneOf(liquid), { alpha_low: low, alpha_high: choose.between(low, 65_535n) })
  },
  "SubtensorModule.enable_voting_power_tracking": (world) => about(world, world.choose.oneOf(subnets(world)), {}),
  "SubtensorModule.disable_voting_power_tracking": (world) => {
    const tracked = subnets(world).filter((netuid) => VotingPowerTrackingEnabled.get(world.chain.state, netuid))
    return about(world, world.choose.oneOf(tracked), {})
  },
}

/** Hyperparameters, set to values with which the chain goes on working. */
export const setterSketches: SketchTable = Object.fromEntries([
  ...Object.entries(settingsOfSubnets).map(([call, setting]) => [call, setOnSubnet(...setting)]),
  ...Object.entries(settingsOfTheChain).map(([call, setting]) => [call, setOnChain(...setting)]),
  ...Object.entries(others),
])
