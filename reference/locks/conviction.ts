import { U64F64 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import {
  DecayingHotkeyLock,
  DecayingOwnerLock,
  HotkeyLock,
  OwnerLock,
  SubnetOwnerHotkey,
} from "../state/storage/subtensorModule.js"
import { type LockKind, type LockState, rollForward } from "./lockState.js"
import { lockRates } from "./lockStorage.js"

/** The conviction in a hotkey that one sum of locks has. */
interface Conviction {
  readonly hotkey: AccountId
  readonly conviction: U64F64
}

/**
 * The conviction in hotkeys of a subnet as of this block, one entry for each sum of locks: perpetual ones on hotkeys,
 * decaying ones on hotkeys, then those on the owner's hotkey.
 *
 * @clause locks-13
 * @source pallets/subtensor/src/staking/lock.rs:1060
 */
function convictions(chain: Chain, netuid: NetUid): readonly Conviction[] {
  const { state } = chain
  const owner = SubnetOwnerHotkey.get(state, netuid)
  const rolled = (hotkey: AccountId, lock: LockState | undefined, kind: LockKind): readonly Conviction[] =>
    lock === undefined
      ? []
      : [{ hotkey, conviction: rollForward(lock, chain.blockNumber, lockRates(chain), kind).conviction }]
  const onHotkeys = (item: typeof HotkeyLock, perpetual: boolean) =>
    item.entriesUnder(state, netuid).flatMap(([hotkey, lock]) => rolled(hotkey, lock, { ofOwner: false, perpetual }))
  return [
    ...onHotkeys(HotkeyLock, true),
    ...onHotkeys(DecayingHotkeyLock, false),
    ...rolled(owner, OwnerLock.get(state, netuid), { ofOwner: true, perpetual: true }),
    ...rolled(owner, DecayingOwnerLock.get(state, netuid), { ofOwner: true, perpetual: false }),
  ]
}

/**
 * All conviction on a subnet as of this block, in alpha rao.
 *
 * @clause locks-13
 * @source pallets/subtensor/src/staking/lock.rs:988
 */
export function totalConviction(chain: Chain, netuid: NetUid): U64F64 {
  return convictions(chain, netuid).reduce<U64F64>(
    (total, { conviction }) => U64F64.saturatingAdd(total, conviction),
    U64F64.ZERO,
  )
}

/**
 * The hotkey with the most conviction on a subnet as of this block; of equals the one with the greatest bytes; nothing
 * where there are no locks.
 *
 * @clause locks-13
 * @source pallets/subtensor/src/staking/lock.rs:1060
 */
export function mostConvictedHotkey(chain: Chain, netuid: NetUid): AccountId | undefined {
  const scores = new Map<AccountId, U64F64>()
  for (const { hotkey, conviction } of convictions(chain, netuid)) {
    scores.set(hotkey, U64F64.saturatingAdd(scores.get(hotkey) ?? U64F64.ZERO, conviction))
  }
  const ranked = [...scores].sort(([a, x], [b, y]) => (x === y ? (a < b ? 1 : -1) : x < y ? 1 : -1))
  return ranked[0]?.[0]
}
