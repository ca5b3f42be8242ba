import { U16 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  AlphaDividendsPerSubnet,
  AssociatedEvmAddress,
  Axons,
  BlockAtRegistration,
  Bonds,
  Emission,
  IsNetworkMember,
  Keys,
  LastHotkeyEmissionOnNetuid,
  MaxAllowedUids,
  MinAllowedUids,
  NeuronCertificates,
  Prometheus,
  SubnetworkN,
  Uids,
  Weights,
} from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { storageIndicesOf } from "../subnets/mechanismIndex.js"
import { hotkeyOfUid, subnetworkSize } from "../subnets/neurons.js"
import { compressUids } from "./compressUids.js"
import { immortalNeurons, isImmune } from "./pruning.js"

/** The percentage of the uids left after a trimming that immune neurons must stay below. */
const MAX_IMMUNE_PERCENTAGE = 80

/**
 * Lowers the number of neurons that a subnet may have. Where it has more, those that earned least in the last epoch
 * leave, immune ones never; the others move up so that their uids are 0, 1, 2 and so on again.
 *
 * @param most u16
 * @clause registration-15
 * @source pallets/subtensor/src/subnets/uids.rs:139
 */
export function trimToMaxAllowedUids(chain: Chain, netuid: NetUid, most: number): void {
  const { state } = chain
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensure(most >= MinAllowedUids.get(state, netuid), "SubtensorModule.InvalidValue")
  ensure(most <= MaxAllowedUids.get(state, netuid), "SubtensorModule.InvalidValue")
  MaxAllowedUids.set(state, netuid, most)
  if (subnetworkSize(chain, netuid) <= most) return

  const immortal = new Set(immortalNeurons(chain, netuid).map(({ uid }) => uid))
  const stays = (uid: number) => immortal.has(uid) || isImmune(chain, netuid, uid)
  ensureRoomBesideImmune(chain, netuid, most, stays)
  const removed = uidsToTrim(chain, netuid, most, stays)
  for (const uid of removed) removeNeuron(chain, netuid, uid)
  compressUids(chain, netuid, keptUids(chain, netuid, removed))
  SubnetworkN.set(state, netuid, most)
}

/** A neuron that stays whatever it earns: an immortal one of the owner's, or one in its immunity period. */
type Stays = (uid: number) => boolean

/** Refuses when neurons that stay would take up too much of what is left. */
function ensureRoomBesideImmune(chain: Chain, netuid: NetUid, most: number, stays: Stays): void {
  const uids = Array.from({ length: subnetworkSize(chain, netuid) }, (_, uid) => uid)
  const percentage = immunePercentage(uids.filter(stays).length, most)
  ensure(percentage < MAX_IMMUNE_PERCENTAGE, "SubtensorModule.TrimmingWouldExceedMaxImmunePercentage")
}

/**
 * What part of the uids immune neurons take up, in whole percent, rounded down; all of them if they are more.
 *
 * @clause registration-15
 * @source pallets/subtensor/src/subnets/uids.rs:167
 */
export function immunePercentage(immune: number, uids: number): number {
  return uids === 0 || immune > uids ? 100 : U16.div<number>(100 * immune, uids)
}

/**
 * The uids that leave: of those that need not stay the ones that earned least, of equals the highest uid first, until
 * no more uids are left than there may be.
 */
function uidsToTrim(chain: Chain, netuid: NetUid, most: number, stays: Stays): ReadonlySet<number> {
  const size = subnetworkSize(chain, netuid)
  const byEmission = Emission.get(chain.state, netuid)
    .map((emission, uid) => ({ emission, uid }))
    .sort((a, b) => (a.emission === b.emission ? a.uid - b.uid : a.emission > b.emission ? -1 : 1))
  const leastFirst = byEmission.slice(0, size).reverse()
  const free = leastFirst.filter(({ uid }) => !stays(uid))
  return new Set(free.slice(0, size - most).map(({ uid }) => uid))
}

/** The uids that stay, in order. */
function keptUids({ state }: Chain, netuid: NetUid, removed: ReadonlySet<number>): readonly number[] {
  return [...Emission.get(state, netuid).keys()].filter((uid) => !removed.has(uid))
}

/** Removes what a subnet stores under a neuron's hotkey and under its uid. */
function removeNeuron(chain: Chain, netuid: NetUid, uid: number): void {
  const { state } = chain
  const hotkey = hotkeyOfUid(chain, netuid, uid)
  if (hotkey !== undefined) {
    Uids.remove(state, netuid, hotkey)
    IsNetworkMember.remove(state, hotkey, netuid)
    LastHotkeyEmissionOnNetuid.remove(state, hotkey, netuid)
    AlphaDividendsPerSubnet.remove(state, netuid, hotkey)
    Axons.remove(state, netuid, hotkey)
    NeuronCertificates.remove(state, netuid, hotkey)
    Prometheus.remove(state, netuid, hotkey)
  }
  Keys.remove(state, netuid, uid)
  BlockAtRegistration.remove(state, netuid, uid)
  AssociatedEvmAddress.remove(state, netuid, uid)
  for (const index of storageIndicesOf(chain, netuid)) {
    Weights.remove(state, index, uid)
    Bonds.remove(state, index, uid)
  }
}
