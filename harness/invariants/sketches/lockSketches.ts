import { availableToUnstake } from "../../../reference/locks/availability.js"
import { heldLock } from "../../../reference/locks/lockStorage.js"
import type { AccountId, NetUid } from "../../../reference/state/primitives.js"
import { Lock } from "../../../reference/state/storage/subtensorModule.js"
import type { SketchTable } from "../sketch.js"
import { keyPairs, positions, signers, subnets, type World } from "../world.js"

/** Who has locked stake, and where. */
function locks({ chain: { state } }: World): readonly (readonly [AccountId, NetUid])[] {
  return Lock.entries(state).map(([[coldkey, netuid]]) => [coldkey, netuid])
}

/** Stake that is locked. */
export const lockSketches: SketchTable = {
  "SubtensorModule.lock_stake": (world) => {
    const position = world.choose.oneOf(positions(world).filter(({ netuid }) => netuid !== 0))
    if (position === undefined) return undefined
    const { coldkey, netuid } = position
    const hotkey = heldLock(world.chain, coldkey, netuid)?.hotkey ?? position.hotkey
    const amount = world.choose.partOf(availableToUnstake(world.chain, coldkey, netuid) / 4n)
    return { by: coldkey, values: { hotkey, netuid, amount } }
  },
  "SubtensorModule.move_lock": (world) => {
    const lock = world.choose.oneOf(locks(world))
    const to = world.choose.oneOf(keyPairs(world))
    if (lock === undefined || to === undefined) return undefined
    const [by, netuid] = lock
    return { by, values: { destination_hotkey: to.hotkey, netuid } }
  },
  "SubtensorModule.set_perpetual_lock": (world) => {
    const by = world.choose.oneOf([...locks(world).map(([coldkey]) => coldkey), ...signers(world)])
    const netuid = world.choose.oneOf(subnets(world))
    return by === undefined || netuid === undefined
      ? undefined
      : { by, values: { netuid, enabled: !world.choose.onceIn(2) } }
  },
}
