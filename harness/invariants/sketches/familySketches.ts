import { ensureMayHaveChildren } from "../../../reference/children/relations.js"
import { storedRelations } from "../../../reference/children/scheduleChildren.js"
import { passesRateLimit, SET_CHILDREN_LIMIT } from "../../../reference/hyperparameters/rateLimits.js"
import type { AccountId, NetUid } from "../../../reference/state/primitives.js"
import { attempt } from "../../../reference/state/refusal.js"
import { MaxChildkeyTake, MinChildkeyTake, RootClaimType } from "../../../reference/state/storage/subtensorModule.js"
import type { SketchTable } from "../sketch.js"
import { keyPairs, positions, signers, subnets, type World } from "../world.js"

const PARTS = 2n ** 64n - 1n
const MOST_CHILDREN = 3

/** Whether the children of a hotkey may be changed now. */
function mayChange({ chain }: World, hotkey: AccountId, netuid: NetUid): boolean {
  const last = SET_CHILDREN_LIMIT.lastChange(chain, hotkey, netuid)
  return passesRateLimit(last, chain.blockNumber, SET_CHILDREN_LIMIT.blocksApart(chain, netuid))
}

/** Hotkeys that may become the child of a hotkey on a subnet. */
function childrenOf(world: World, hotkey: AccountId, netuid: NetUid): readonly AccountId[] {
  const { chain } = world
  const relations = storedRelations(chain, hotkey, netuid)
  const fits = (child: AccountId) =>
    attempt(() => ensureMayHaveChildren(relations, [[1n, child]], chain.constants.maxChildren)).ok
  return keyPairs(world)
    .map((pair) => pair.hotkey)
    .filter(fits)
}

/** Children, their takes, and the claims of those that stake on root. */
export const familySketches: SketchTable = {
  "SubtensorModule.set_children": (world) => {
    const { choose } = world
    const netuid = choose.oneOf(subnets(world))
    if (netuid === undefined) return undefined
    const pair = choose.oneOf(keyPairs(world).filter(({ hotkey }) => mayChange(world, hotkey, netuid)))
    if (pair === undefined) return undefined
    const chosen = choose.some(childrenOf(world, pair.hotkey, netuid), MOST_CHILDREN)
    const share = PARTS / BigInt(Math.max(1, chosen.length))
    const children = chosen.map((child) => [share / BigInt(1 + choose.below(4)), child])
    return { by: pair.coldkey, values: { hotkey: pair.hotkey, netuid, children } }
  },
  "SubtensorModule.set_childkey_take": (world) => {
    const pair = world.choose.oneOf(keyPairs(world))
    const netuid = world.choose.oneOf(subnets(world))
    if (pair === undefined || netuid === undefined) return undefined
    const { state } = world.chain
    const take = world.choose.between(BigInt(MinChildkeyTake.get(state)), BigInt(MaxChildkeyTake.get(state)))
    return { by: pair.coldkey, values: { hotkey: pair.hotkey, netuid, take } }
  },
  "SubtensorModule.claim_root": (world) => {
    const stakers = positions(world).filter(({ netuid }) => netuid === 0)
    const by = world.choose.oneOf([...stakers.map(({ coldkey }) => coldkey), ...signers(world)])
    const named = world.choose.oneOf(subnets(world))
    return by === undefined || named === undefined ? undefined : { by, values: { subnets: [named] } }
  },
  "SubtensorModule.set_root_claim_type": (world) => {
    const by = world.choose.oneOf(signers(world))
    if (by === undefined) return undefined
    const now = RootClaimType.get(world.chain.state, by).type
    return { by, values: { new_root_claim_type: now === "Swap" ? { Keep: null } : { Swap: null } } }
  },
}
