import { SafeFloat } from "../numbers/safeFloat.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { Alpha, AlphaV2 } from "../state/storage/subtensorModule.js"

/** One coldkey's share of a hotkey's pool on a subnet. */
export interface AlphaEntry {
  readonly hotkey: AccountId
  readonly coldkey: AccountId
  readonly netuid: NetUid
  readonly share: SafeFloat
}

/**
 * Every share, of `Alpha` and `AlphaV2` together, ordered by hotkey, coldkey and subnet. Where both have one, it is the
 * one of `AlphaV2`.
 *
 * @clause staking-11
 * @source pallets/subtensor/src/staking/helpers.rs:384
 */
export function alphaEntries({ state }: Chain): readonly AlphaEntry[] {
  const legacy = Alpha.entries(state).map(([[hotkey, coldkey, netuid], bits]) => {
    return { hotkey, coldkey, netuid, share: SafeFloat.fromU64F64(bits) }
  })
  const current = AlphaV2.entries(state).map(([[hotkey, coldkey, netuid], share]) => {
    return { hotkey, coldkey, netuid, share }
  })
  return merged(legacy, current)
}

/**
 * Every share of a hotkey's pools, ordered by coldkey and subnet.
 *
 * @clause staking-11
 * @source pallets/subtensor/src/staking/helpers.rs:443
 */
export function alphaEntriesOfHotkey({ state }: Chain, hotkey: AccountId): readonly AlphaEntry[] {
  const legacy = Alpha.entriesUnder(state, hotkey).map(([[coldkey, netuid], bits]) => {
    return { hotkey, coldkey, netuid, share: SafeFloat.fromU64F64(bits) }
  })
  const current = AlphaV2.entriesUnder(state, hotkey).map(([[coldkey, netuid], share]) => {
    return { hotkey, coldkey, netuid, share }
  })
  return merged(legacy, current)
}

/**
 * A coldkey's shares of a hotkey's pools that are not zero, ordered by subnet.
 *
 * @clause staking-11
 * @source pallets/subtensor/src/staking/helpers.rs:410
 */
export function alphaEntriesOfPair({ state }: Chain, hotkey: AccountId, coldkey: AccountId): readonly AlphaEntry[] {
  const legacy = Alpha.entriesUnderTwo(state, hotkey, coldkey).map(([netuid, bits]) => {
    return { hotkey, coldkey, netuid, share: SafeFloat.fromU64F64(bits) }
  })
  const current = AlphaV2.entriesUnderTwo(state, hotkey, coldkey).map(([netuid, share]) => {
    return { hotkey, coldkey, netuid, share }
  })
  return merged(legacy, current).filter(({ share }) => !SafeFloat.isZero(share))
}

function merged(legacy: readonly AlphaEntry[], current: readonly AlphaEntry[]): readonly AlphaEntry[] {
  const byKey = new Map([...legacy, ...current].map((entry) => [sortKey(entry), entry]))
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}

function sortKey({ hotkey, coldkey, netuid }: AlphaEntry): string {
  return `${hotkey}${coldkey}${netuid.toString(16).padStart(4, "0")}`
}
