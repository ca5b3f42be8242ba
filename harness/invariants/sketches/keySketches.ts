import { blake2b } from "@noble/hashes/blake2.js"
import type { AccountId } from "../../../reference/state/primitives.js"
import { fromHex, toHex } from "../../../reference/state/scaleTypes.js"
import {
  ColdkeySwapAnnouncements,
  ColdkeySwapDisputes,
  LastHotkeySwapOnNetuid,
  Owner,
  StakingHotkeys,
} from "../../../reference/state/storage/subtensorModule.js"
import { isHotkeyRegistered } from "../../../reference/subnets/neurons.js"
import type { Arguments, Sketch, SketchTable } from "../sketch.js"
import { keyPairs, netuids, newColdkeys, newHotkeys, signers, type World } from "../world.js"

/** The subnets on which a coldkey has swapped no hotkey yet; undefined stands for all at once. */
function swappable(world: World, coldkey: AccountId, hotkey: AccountId) {
  const { chain } = world
  const fresh = netuids(world).filter((netuid) => LastHotkeySwapOnNetuid.get(chain.state, netuid, coldkey) === 0n)
  const places = fresh.filter((netuid) => isHotkeyRegistered(chain, netuid, hotkey))
  return fresh.length === netuids(world).length ? [undefined, ...places] : places
}

function swappingHotkey(world: World, values: Arguments = {}): Sketch | undefined {
  const { choose } = world
  const swaps = keyPairs(world).flatMap(({ hotkey, coldkey }) =>
    swappable(world, coldkey, hotkey).map((netuid) => ({ hotkey, coldkey, netuid })),
  )
  const swap = choose.oneOf(swaps)
  const to = choose.oneOf(newHotkeys(world))
  if (swap === undefined || to === undefined) return undefined
  const { hotkey, coldkey, netuid } = swap
  return { by: coldkey, values: { hotkey, new_hotkey: to, netuid: netuid ?? null, ...values } }
}

/** Accounts that a coldkey can become. */
function unusedColdkeys({ chain: { state } }: World): readonly AccountId[] {
  return newColdkeys.filter((who) => StakingHotkeys.get(state, who).length === 0 && !Owner.has(state, who))
}

function announced({ chain: { state } }: World): readonly AccountId[] {
  return ColdkeySwapAnnouncements.keys(state).filter((who) => !ColdkeySwapDisputes.has(state, who))
}

const hashOf = (account: AccountId): string => toHex(blake2b(fromHex(account), { dkLen: 32 }))

function byAnnouncer(world: World, values: Arguments = {}): Sketch | undefined {
  const by = world.choose.oneOf(announced(world))
  return by && { by, values }
}

function ofPair(world: World, values: (world: World) => Arguments): Sketch | undefined {
  const pair = world.choose.oneOf(keyPairs(world))
  return pair && { by: pair.coldkey, values: { hotkey: pair.hotkey, ...values(world) } }
}

/** Swaps of keys. */
export const keySketches: SketchTable = {
  "SubtensorModule.swap_hotkey": (world) => swappingHotkey(world),
  "SubtensorModule.swap_hotkey_v2": (world) => swappingHotkey(world, { keep_stake: world.choose.onceIn(2) }),
  "SubtensorModule.swap_coldkey": (world) => {
    const from = world.choose.oneOf(signers(world))
    const to = world.choose.oneOf(unusedColdkeys(world))
    if (from === undefined || to === undefined) return undefined
    return { by: "root", values: { old_coldkey: from, new_coldkey: to, swap_cost: world.choose.below(2) * 1_000 } }
  },
  "SubtensorModule.announce_coldkey_swap": (world) => {
    const by = world.choose.oneOf(signers(world))
    const to = unusedColdkeys(world)[0]
    return by === undefined || to === undefined ? undefined : { by, values: { new_coldkey_hash: hashOf(to) } }
  },
  "SubtensorModule.swap_coldkey_announced": (world) => {
    const { state, blockNumber } = world.chain
    const announcements = announced(world).flatMap((who) => {
      const [term, hash] = ColdkeySwapAnnouncements.get(state, who) ?? []
      return term !== undefined && term <= blockNumber ? [{ who, hash }] : []
    })
    const { who: by, hash } = world.choose.oneOf(announcements) ?? {}
    const to = newColdkeys.find((account) => hashOf(account) === hash)
    return by === undefined || to === undefined ? undefined : { by, values: { new_coldkey: to } }
  },
  "SubtensorModule.dispute_coldkey_swap": (world) => byAnnouncer(world),
  "SubtensorModule.clear_coldkey_swap_announcement": (world) => byAnnouncer(world),
  "SubtensorModule.reset_coldkey_swap": (world) => {
    const coldkey = world.choose.oneOf(ColdkeySwapAnnouncements.keys(world.chain.state))
    return coldkey && { by: "root", values: { coldkey } }
  },
  "SubtensorModule.set_auto_parent_delegation_enabled": (world) =>
    ofPair(world, ({ choose }) => ({ enabled: !choose.onceIn(2) })),
}
