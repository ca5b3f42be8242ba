import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { refuse } from "../state/refusal.js"
import { Keys, SubnetOwnerHotkey, SubnetworkN, Uids } from "../state/storage/subtensorModule.js"

/**
 * The number of neurons that the subnet has.
 *
 * @clause subnets-05
 * @source pallets/subtensor/src/subnets/uids.rs:10
 */
export function subnetworkSize(chain: Chain, netuid: NetUid): number {
  return SubnetworkN.get(chain.state, netuid)
}

/**
 * Whether a neuron has this uid on the subnet.
 *
 * @clause subnets-05
 * @source pallets/subtensor/src/subnets/uids.rs:373
 */
export function isUidTaken(chain: Chain, netuid: NetUid, uid: number): boolean {
  return Keys.has(chain.state, netuid, uid)
}

/**
 * Whether the hotkey is a neuron of the subnet.
 *
 * @clause subnets-05
 * @source pallets/subtensor/src/subnets/uids.rs:379
 */
export function isHotkeyRegistered(chain: Chain, netuid: NetUid, hotkey: AccountId): boolean {
  return Uids.has(chain.state, netuid, hotkey)
}

/**
 * The uid that the hotkey has on the subnet; undefined when it has none.
 *
 * @clause subnets-05
 * @source pallets/subtensor/src/subnets/uids.rs:395
 */
export function uidOfHotkey(chain: Chain, netuid: NetUid, hotkey: AccountId): number | undefined {
  return Uids.get(chain.state, netuid, hotkey)
}

/**
 * The uid that the hotkey has on the subnet. Refuses with SubtensorModule.HotKeyNotRegisteredInSubNet when it has none.
 *
 * @clause subnets-05
 * @source pallets/subtensor/src/subnets/uids.rs:395
 */
export function requiredUidOfHotkey(chain: Chain, netuid: NetUid, hotkey: AccountId): number {
  const uid = uidOfHotkey(chain, netuid, hotkey)
  if (uid === undefined) throw refuse("SubtensorModule.HotKeyNotRegisteredInSubNet")
  return uid
}

/**
 * The hotkey of the neuron with this uid; undefined when the uid is free.
 *
 * @clause subnets-05
 * @source pallets/subtensor/src/subnets/uids.rs:385
 */
export function hotkeyOfUid(chain: Chain, netuid: NetUid, uid: number): AccountId | undefined {
  return isUidTaken(chain, netuid, uid) ? Keys.get(chain.state, netuid, uid) : undefined
}

/**
 * Every hotkey of a subnet with its uid, in the order of uids.
 *
 * @clause subnets-05
 * @source pallets/subtensor/src/subnets/registration.rs:281
 */
export function neuronsOf(
  chain: Chain,
  netuid: NetUid,
): readonly { readonly uid: number; readonly hotkey: AccountId }[] {
  const uids = Array.from({ length: subnetworkSize(chain, netuid) }, (_, uid) => uid)
  return uids.flatMap((uid) => {
    const hotkey = hotkeyOfUid(chain, netuid, uid)
    return hotkey === undefined ? [] : [{ uid, hotkey }]
  })
}

/**
 * The hotkey that the subnet's owner runs it with; undefined when none was set.
 *
 * @clause subnets-06
 * @source pallets/subtensor/src/utils/misc.rs:910
 */
export function subnetOwnerHotkey(chain: Chain, netuid: NetUid): AccountId | undefined {
  return SubnetOwnerHotkey.has(chain.state, netuid) ? SubnetOwnerHotkey.get(chain.state, netuid) : undefined
}

/**
 * The uid of the subnet owner's hotkey; undefined when none was set or it is no neuron of the subnet.
 *
 * @clause subnets-06
 * @source pallets/subtensor/src/utils/misc.rs:910
 */
export function ownerUid(chain: Chain, netuid: NetUid): number | undefined {
  const hotkey = subnetOwnerHotkey(chain, netuid)
  return hotkey === undefined ? undefined : uidOfHotkey(chain, netuid, hotkey)
}
