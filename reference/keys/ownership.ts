import { addStakingHotkey } from "../staking/stakingHotkeys.js"
import type { Chain } from "../state/chain.js"
import type { AccountId } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { IsNetworkMember, OwnedHotkeys, Owner } from "../state/storage/subtensorModule.js"
import { netuidOfSubnetAccount } from "../subnets/subnetAccount.js"

/**
 * Whether a hotkey has an account: whether a coldkey owns it.
 *
 * @clause keys-01
 * @source pallets/subtensor/src/staking/helpers.rs:206
 */
export function hotkeyAccountExists({ state }: Chain, hotkey: AccountId): boolean {
  return Owner.has(state, hotkey)
}

/**
 * The coldkey that owns a hotkey; the account of 32 zero bytes for a hotkey without an owner.
 *
 * @clause keys-01
 * @source pallets/subtensor/src/staking/helpers.rs:180
 */
export function owningColdkeyForHotkey({ state }: Chain, hotkey: AccountId): AccountId {
  return Owner.get(state, hotkey)
}

/**
 * Whether the coldkey owns the hotkey. A hotkey without an account is owned by nobody.
 *
 * @clause keys-01
 * @source pallets/subtensor/src/staking/helpers.rs:218
 */
export function coldkeyOwnsHotkey(chain: Chain, coldkey: AccountId, hotkey: AccountId): boolean {
  return hotkeyAccountExists(chain, hotkey) && owningColdkeyForHotkey(chain, hotkey) === coldkey
}

/**
 * Makes the coldkey own the hotkey, unless the hotkey has an owner already. Refuses with CannotUseSystemAccount for the
 * account of a subnet.
 *
 * @clause keys-02
 * @source pallets/subtensor/src/staking/helpers.rs:126
 */
export function createAccountIfNonExistent(chain: Chain, coldkey: AccountId, hotkey: AccountId): void {
  ensure(netuidOfSubnetAccount(hotkey) === undefined, "SubtensorModule.CannotUseSystemAccount")
  ownIfNobodyDoes(chain, coldkey, hotkey)
}

/**
 * Makes the coldkey own the hotkey, unless the hotkey has an owner already. The hotkey then joins `OwnedHotkeys` and
 * `StakingHotkeys` of the coldkey.
 *
 * @clause keys-02
 * @source pallets/subtensor/src/staking/helpers.rs:134
 */
export function ownIfNobodyDoes(chain: Chain, coldkey: AccountId, hotkey: AccountId): void {
  if (hotkeyAccountExists(chain, hotkey)) return
  Owner.set(chain.state, hotkey, coldkey)
  addOwnedHotkey(chain, coldkey, hotkey)
  addStakingHotkey(chain, coldkey, hotkey)
}

/**
 * Adds a hotkey to the end of the list of those that a coldkey owns, unless it is in it.
 *
 * @clause keys-02
 * @source pallets/subtensor/src/staking/helpers.rs:139
 */
export function addOwnedHotkey({ state }: Chain, coldkey: AccountId, hotkey: AccountId): void {
  const hotkeys = OwnedHotkeys.get(state, coldkey)
  if (!hotkeys.includes(hotkey)) OwnedHotkeys.set(state, coldkey, [...hotkeys, hotkey])
}

/**
 * Makes the coldkey own the hotkey, whoever owned it, and changes nothing else. Refuses with CannotUseSystemAccount for
 * the account of a subnet.
 *
 * @clause keys-03
 * @source pallets/subtensor/src/staking/helpers.rs:156
 */
export function setHotkeyOwner({ state }: Chain, coldkey: AccountId, hotkey: AccountId): void {
  ensure(netuidOfSubnetAccount(hotkey) === undefined, "SubtensorModule.CannotUseSystemAccount")
  Owner.set(state, hotkey, coldkey)
}

/**
 * Whether a hotkey is a neuron of some subnet.
 *
 * @clause keys-04
 * @source pallets/subtensor/src/subnets/uids.rs:432
 */
export function isRegisteredAnywhere({ state }: Chain, hotkey: AccountId): boolean {
  return IsNetworkMember.entriesUnder(state, hotkey).some(([, isMember]) => isMember)
}
