import { BUY, SELL } from "../../../reference/pool/swapOrder.js"
import type { AccountId, NetUid } from "../../../reference/state/primitives.js"
import { Delegates, MaxDelegateTake, MinDelegateTake } from "../../../reference/state/storage/subtensorModule.js"
import type { Arguments, Sketch, SketchTable } from "../sketch.js"
import {
  everybody,
  keyPairs,
  netuids,
  type Position,
  positions,
  signers,
  spendable,
  subnets,
  type World,
} from "../world.js"

/** TAO that is worth staking, and no more than a coldkey has. */
function amountToStake(world: World, coldkey: AccountId): bigint {
  const most = spendable(world, coldkey)
  const part = world.choose.partOf(most / 10n)
  return part < 10_000_000n && most > 10_000_000n ? 10_000_000n : part
}

function staking(world: World, amount: string, limits: Arguments = {}, on = netuids(world)): Sketch | undefined {
  const coldkey = world.choose.oneOf(signers(world))
  const pair = world.choose.oneOf(keyPairs(world))
  const netuid = world.choose.oneOf(on)
  if (coldkey === undefined || pair === undefined || netuid === undefined) return undefined
  const values = { hotkey: pair.hotkey, netuid, [amount]: amountToStake(world, coldkey), ...limits }
  return { by: coldkey, values }
}

/** A stake, and what of it to take away. */
function taking(world: World, on: (position: Position) => boolean = () => true) {
  const position = world.choose.oneOf(positions(world).filter(on))
  return position && { ...position, amount: world.choose.partOf(position.alpha) }
}

function unstaking(world: World, amount: string, limits: Arguments = {}, on = netuids(world)) {
  const taken = taking(world, ({ netuid }) => on.includes(netuid))
  if (taken === undefined) return undefined
  const { coldkey, hotkey, netuid } = taken
  return { by: coldkey, values: { hotkey, netuid, [amount]: taken.amount, ...limits } }
}

function moving(world: World, destinations: (from: Position) => readonly NetUid[], values: Arguments = {}) {
  const taken = taking(world)
  if (taken === undefined) return undefined
  const { coldkey, hotkey, netuid, amount } = taken
  const to = world.choose.oneOf(destinations(taken)) ?? netuid
  const places = { origin_netuid: netuid, destination_netuid: to, alpha_amount: amount }
  return { by: coldkey, hotkey, values: { ...places, ...values } }
}

const elsewhere = (world: World) => (from: Position) => netuids(world).filter((netuid) => netuid !== from.netuid)

function swapping(world: World, values: Arguments = {}): Sketch | undefined {
  const moved = moving(world, elsewhere(world), values)
  return moved && { by: moved.by, values: { hotkey: moved.hotkey, ...moved.values } }
}

function changingTake(world: World, take: (current: number, least: number, most: number) => number) {
  const pair = world.choose.oneOf(keyPairs(world))
  if (pair === undefined) return undefined
  const { state } = world.chain
  const current = Delegates.get(state, pair.hotkey)
  const wanted = take(current, MinDelegateTake.get(state), MaxDelegateTake.get(state))
  return { by: pair.coldkey, values: { hotkey: pair.hotkey, take: wanted } }
}

const anyPrice = (price: bigint): Arguments => ({ limit_price: price })
const partly = (world: World): Arguments => ({ allow_partial: !world.choose.onceIn(4) })

/** Staking and unstaking of what there is. */
export const stakeSketches: SketchTable = {
  "SubtensorModule.add_stake": (world) => staking(world, "amount_staked"),
  "SubtensorModule.add_stake_limit": (world) =>
    staking(world, "amount_staked", { ...anyPrice(BUY.openLimit), ...partly(world) }),
  "SubtensorModule.add_stake_burn": (world) => staking(world, "amount", { limit: null }, subnets(world)),
  "SubtensorModule.remove_stake": (world) => unstaking(world, "amount_unstaked"),
  "SubtensorModule.remove_stake_limit": (world) =>
    unstaking(world, "amount_unstaked", { ...anyPrice(SELL.openLimit), ...partly(world) }),
  "SubtensorModule.remove_stake_full_limit": (world) => {
    const taken = taking(world)
    return taken && { by: taken.coldkey, values: { hotkey: taken.hotkey, netuid: taken.netuid, limit_price: null } }
  },
  "SubtensorModule.recycle_alpha": (world) => unstaking(world, "amount", {}, subnets(world)),
  "SubtensorModule.burn_alpha": (world) => unstaking(world, "amount", {}, subnets(world)),
  "SubtensorModule.unstake_all": (world) => {
    const taken = taking(world)
    return taken && { by: taken.coldkey, values: { hotkey: taken.hotkey } }
  },
  "SubtensorModule.unstake_all_alpha": (world) => {
    const taken = taking(world)
    return taken && { by: taken.coldkey, values: { hotkey: taken.hotkey } }
  },
  "SubtensorModule.move_stake": (world) => {
    const moved = moving(world, () => netuids(world))
    const to = world.choose.oneOf(keyPairs(world).filter(({ hotkey }) => hotkey !== moved?.hotkey))
    if (moved === undefined || to === undefined) return undefined
    return { by: moved.by, values: { origin_hotkey: moved.hotkey, destination_hotkey: to.hotkey, ...moved.values } }
  },
  "SubtensorModule.transfer_stake": (world) => {
    const moved = moving(world, () => netuids(world))
    const to = world.choose.oneOf(everybody(world).filter((account) => account !== moved?.by))
    if (moved === undefined || to === undefined) return undefined
    return { by: moved.by, values: { destination_coldkey: to, hotkey: moved.hotkey, ...moved.values } }
  },
  "SubtensorModule.swap_stake": (world) => swapping(world),
  "SubtensorModule.swap_stake_limit": (world) => swapping(world, { ...anyPrice(0n), ...partly(world) }),
  "SubtensorModule.increase_take": (world) => changingTake(world, (now, _, most) => Math.min(now + 1_000, most)),
  "SubtensorModule.decrease_take": (world) => changingTake(world, (now, least) => Math.max(now - 1_000, least)),
  "Balances.transfer_allow_death": (world) => {
    const from = world.choose.oneOf(everybody(world).filter((account) => spendable(world, account) > 0n))
    if (from === undefined) return undefined
    const to = world.choose.oneOf(everybody(world).filter((account) => account !== from))
    if (to === undefined) return undefined
    return { by: from, values: { dest: { Id: to }, value: world.choose.partOf(spendable(world, from)) } }
  },
}
