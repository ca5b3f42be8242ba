import { forgetLeaseOfSubnet } from "../leases/terminateLease.js"
import { U16 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type NetUid, netUidStorageIndex } from "../state/primitives.js"
import {
  ChildKeys,
  ChildkeyTake,
  IsNetworkMember,
  Keys,
  LastHotkeyEmissionOnNetuid,
  ParentKeys,
  SubnetIdentitiesV3,
  TotalHotkeyAlphaLastEpoch,
  TotalNetworks,
  TransactionKeyLastBlock,
  Weights,
} from "../state/storage/subtensorModule.js"
import { storageIndicesOf } from "./mechanismIndex.js"
import { PER_MECHANISM, PER_MECHANISM_AND_KEY, PER_SUBNET, PER_SUBNET_AND_KEY } from "./subnetItems.js"

/** Root's place among mechanisms: the index under which its validators' weights of subnets are kept. */
const ROOT_INDEX = netUidStorageIndex(0)

/** What is kept for a hotkey on a subnet, the hotkey first. */
const PER_HOTKEY_ON_SUBNET = [
  ChildkeyTake,
  ChildKeys,
  ParentKeys,
  LastHotkeyEmissionOnNetuid,
  TotalHotkeyAlphaLastEpoch,
] as const

/**
 * Removes what the chain keeps of a subnet. Some hyperparameters stay, and the next subnet of this number inherits them.
 *
 * @clause subnets-26
 * @source pallets/subtensor/src/coinbase/root.rs:230
 */
export function removeNetwork(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  TotalNetworks.mutate(state, (count) => U16.saturatingSub<number>(count, 1))
  for (const [, hotkey] of Keys.entriesUnder(state, netuid)) IsNetworkMember.remove(state, hotkey, netuid)
  forgetRootWeights(chain, netuid)
  // The number of mechanisms is itself one of the items of the subnet.
  for (const index of storageIndicesOf(chain, netuid)) {
    for (const item of PER_MECHANISM) item.remove(state, index)
    for (const item of PER_MECHANISM_AND_KEY) item.clearUnder(state, index)
  }
  for (const item of PER_SUBNET) item.remove(state, netuid)
  for (const item of PER_SUBNET_AND_KEY) item.clearUnder(state, netuid)
  removeIdentity(chain, netuid)
  forgetHotkeys(chain, netuid)
  forgetLeaseOfSubnet(chain, netuid)
}

/**
 * Sets to zero the weights that validators of root, in the days when they set weights, gave the subnet.
 *
 * @clause subnets-26
 * @source pallets/subtensor/src/coinbase/root.rs:262
 */
export function forgetRootWeights({ state }: Chain, netuid: NetUid): void {
  for (const [uid, row] of Weights.entriesUnder(state, ROOT_INDEX)) {
    Weights.set(
      state,
      ROOT_INDEX,
      uid,
      row.map(([of, weight]) => [of, of === netuid ? 0 : weight]),
    )
  }
}

function removeIdentity(chain: Chain, netuid: NetUid): void {
  if (!SubnetIdentitiesV3.has(chain.state, netuid)) return
  SubnetIdentitiesV3.remove(chain.state, netuid)
  chain.deposit(SubtensorModuleEvents.SubnetIdentityRemoved, netuid)
}

/** Removes what is kept for hotkeys on the subnet: children, parents, takes, emissions and rate limits. */
function forgetHotkeys({ state }: Chain, netuid: NetUid): void {
  for (const item of PER_HOTKEY_ON_SUBNET) {
    for (const [[hotkey, of]] of item.entries(state)) {
      if (of === netuid) item.remove(state, hotkey, netuid)
    }
  }
  for (const [[hotkey, of, kind]] of TransactionKeyLastBlock.entries(state)) {
    if (of === netuid) TransactionKeyLastBlock.remove(state, hotkey, netuid, kind)
  }
}
