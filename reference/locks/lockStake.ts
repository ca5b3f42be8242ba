import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { AccountId, AlphaBalance, NetUid } from "../state/primitives.js"
import { attempt, ensure } from "../state/refusal.js"
import { Owner, OwnerCutAutoLockEnabled, SubnetOwner, SubnetOwnerHotkey } from "../state/storage/subtensorModule.js"
import { totalColdkeyAlphaOnSubnet } from "./availability.js"
import { type RolledLock, rolledLock, writeRolledLock } from "./heldLock.js"
import { emptyLock, rollForward } from "./lockState.js"
import { aggregateLock, heldLock, lockKind, lockRates } from "./lockStorage.js"
import { mergeLocks } from "./mergeLocks.js"

/**
 * Locks alpha that a coldkey has staked on a subnet to a hotkey, on top of what it has locked there. All that it locks
 * on a subnet is locked to one hotkey, and it cannot lock more than it has staked.
 *
 * @param amount alpha rao
 * @throws AmountTooLow, HotKeyAccountNotExists, LockHotkeyMismatch, InsufficientStakeForLock (SubtensorModule)
 * @clause locks-11
 * @source pallets/subtensor/src/staking/lock.rs:756
 */
export function lockStake(
  chain: Chain,
  coldkey: AccountId,
  netuid: NetUid,
  hotkey: AccountId,
  amount: AlphaBalance,
): void {
  ensure(amount !== 0n, "SubtensorModule.AmountTooLow")
  ensure(Owner.has(chain.state, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  const held = rolledLock(chain, coldkey, netuid) ?? noLock(chain, coldkey, netuid, hotkey)
  ensure(held.hotkey === hotkey, "SubtensorModule.LockHotkeyMismatch")
  const locked = U64.saturatingAdd(held.lock.locked_mass, amount)
  const isCovered = totalColdkeyAlphaOnSubnet(chain, coldkey, netuid) >= locked
  ensure(isCovered, "SubtensorModule.InsufficientStakeForLock")
  writeRolledLock(chain, coldkey, netuid, withMore(chain, held, amount, locked))
  chain.deposit(SubtensorModuleEvents.StakeLocked, { coldkey, hotkey, netuid, amount })
}

function noLock(chain: Chain, coldkey: AccountId, netuid: NetUid, hotkey: AccountId): RolledLock {
  const kind = lockKind(chain, coldkey, netuid, hotkey)
  const now = chain.blockNumber
  const aggregate = rollForward(aggregateLock(chain, netuid, hotkey, kind), now, lockRates(chain), kind)
  return { hotkey, kind, lock: emptyLock(now), aggregate }
}

/**
 * A lock and its sum with more locked. The sum is rolled forward before, which drops a small rest, and each after, which
 * gives the owner's hotkey its conviction.
 *
 * @clause locks-11
 * @source pallets/subtensor/src/staking/lock.rs:806
 */
function withMore(chain: Chain, held: RolledLock, amount: AlphaBalance, locked: AlphaBalance): RolledLock {
  const now = chain.blockNumber
  const rates = lockRates(chain)
  const added = { ...emptyLock(now), locked_mass: amount }
  const aggregate = rollForward(held.aggregate, now, rates, held.kind)
  return {
    ...held,
    lock: rollForward({ ...held.lock, locked_mass: locked }, now, rates, held.kind),
    aggregate: rollForward(mergeLocks(aggregate, added), now, rates, held.kind),
  }
}

/**
 * Locks an owner's cut where the subnet is set to: to the hotkey that the owner has locked to already, else to the
 * owner's hotkey. What cannot be locked stays unlocked.
 *
 * @param amount alpha rao
 * @clause locks-12
 * @source pallets/subtensor/src/staking/lock.rs:1771
 */
export function autoLockOwnerCut(chain: Chain, netuid: NetUid, amount: AlphaBalance): void {
  const { state } = chain
  if (!OwnerCutAutoLockEnabled.get(state, netuid)) return
  const owner = SubnetOwner.get(state, netuid)
  const hotkey = heldLock(chain, owner, netuid)?.hotkey ?? SubnetOwnerHotkey.get(state, netuid)
  attempt(() => lockStake(chain, owner, netuid, hotkey, amount))
}
