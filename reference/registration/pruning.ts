import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type NetUid, NO_ALPHA } from "../state/primitives.js"
import {
  BlockAtRegistration,
  Emission,
  ImmuneOwnerUidsLimit,
  ImmunityPeriod,
  MinNonImmuneUids,
  OwnedHotkeys,
  SubnetOwner,
} from "../state/storage/subtensorModule.js"
import { neuronsOf, ownerUid, subnetOwnerHotkey, uidOfHotkey } from "../subnets/neurons.js"

/** A hotkey and the uid that it has on a subnet. */
export interface Neuron {
  readonly hotkey: AccountId
  readonly uid: number
}

/** A neuron that another may replace. */
export interface Candidate {
  readonly uid: number
  readonly emission: bigint
  readonly registeredAt: bigint
  readonly immune: boolean
}

/**
 * Whether a neuron is too young to be replaced before older ones: registered fewer blocks ago than the immunity period.
 *
 * @clause registration-06
 * @source pallets/subtensor/src/utils/misc.rs:545
 */
export function isImmune({ state, blockNumber }: Chain, netuid: NetUid, uid: number): boolean {
  const age = U64.saturatingSub(blockNumber, BlockAtRegistration.get(state, netuid, uid))
  return age < BigInt(ImmunityPeriod.get(state, netuid))
}

/**
 * The neurons of a subnet's owner that are never replaced: of the neurons whose hotkeys the owner's coldkey owns the
 * first registered, as many as ImmuneOwnerUidsLimit says; the hotkey that the subnet is run with, if it is a neuron and
 * not among them, comes before all of these and pushes the last one out.
 *
 * @clause registration-08
 * @source pallets/subtensor/src/subnets/registration.rs:237
 */
export function immortalNeurons(chain: Chain, netuid: NetUid): readonly Neuron[] {
  const limit = ImmuneOwnerUidsLimit.get(chain.state, netuid)
  const owned = firstRegisteredOfOwner(chain, netuid).slice(0, limit)
  const runWith = ownerNeuron(chain, netuid)
  const joins = runWith !== undefined && !owned.some(({ uid }) => uid === runWith.uid)
  return joins ? [runWith, ...owned].slice(0, limit) : owned
}

/** The neuron of the hotkey that the subnet is run with, if it is one. */
function ownerNeuron(chain: Chain, netuid: NetUid): Neuron | undefined {
  const hotkey = subnetOwnerHotkey(chain, netuid)
  const uid = ownerUid(chain, netuid)
  return hotkey === undefined || uid === undefined ? undefined : { hotkey, uid }
}

/**
 * The owner's hotkeys that are neurons of the subnet, by block of registration, then by uid.
 *
 * @clause registration-08
 * @source pallets/subtensor/src/subnets/registration.rs:239
 */
function firstRegisteredOfOwner(chain: Chain, netuid: NetUid): readonly Neuron[] {
  const { state } = chain
  return OwnedHotkeys.get(state, SubnetOwner.get(state, netuid))
    .flatMap((hotkey) => {
      const uid = uidOfHotkey(chain, netuid, hotkey)
      return uid === undefined ? [] : [{ hotkey, uid, registeredAt: BlockAtRegistration.get(state, netuid, uid) }]
    })
    .sort((a, b) => compare(a.registeredAt, b.registeredAt) || a.uid - b.uid)
}

/**
 * The uid that the next hotkey to register on a full subnet gets; undefined when no neuron may be replaced.
 *
 * @clause registration-09
 * @source pallets/subtensor/src/subnets/registration.rs:280
 */
export function neuronToPrune(chain: Chain, netuid: NetUid): number | undefined {
  return neuronToReplace(pruningCandidates(chain, netuid), MinNonImmuneUids.get(chain.state, netuid))
}

/**
 * Of these neurons the one to be replaced; undefined when none may be. The neuron that earned least in the last epoch
 * goes, of equals the one registered first, of these the one with the lower uid. Neurons past their immunity go first,
 * as long as there are more of them than the subnet must keep; otherwise immune ones.
 *
 * @param leastNonImmune how many neurons past their immunity the subnet must keep
 * @clause registration-09
 * @source pallets/subtensor/src/subnets/registration.rs:290
 */
export function neuronToReplace(candidates: readonly Candidate[], leastNonImmune: number): number | undefined {
  const immune = candidates.filter((candidate) => candidate.immune)
  const free = candidates.filter((candidate) => !candidate.immune)
  return (free.length > leastNonImmune ? free : immune).sort(byEarnings)[0]?.uid
}

function pruningCandidates(chain: Chain, netuid: NetUid): readonly Candidate[] {
  const { state } = chain
  const immortal = new Set(immortalNeurons(chain, netuid).map(({ hotkey }) => hotkey))
  const emissions = Emission.get(state, netuid)
  return neuronsOf(chain, netuid)
    .filter(({ hotkey }) => !immortal.has(hotkey))
    .map(({ uid }) => ({
      uid,
      emission: emissions[uid] ?? NO_ALPHA,
      registeredAt: BlockAtRegistration.get(state, netuid, uid),
      immune: isImmune(chain, netuid, uid),
    }))
}

/** The one to be replaced first comes first. */
function byEarnings(a: Candidate, b: Candidate): number {
  return compare(a.emission, b.emission) || compare(a.registeredAt, b.registeredAt) || a.uid - b.uid
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
