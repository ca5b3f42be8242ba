import { SafeFloat } from "../numbers/safeFloat.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { Alpha, AlphaV2, TotalHotkeyShares, TotalHotkeySharesV2 } from "../state/storage/subtensorModule.js"
import { updateForAll, updateForOne, updateIsWorthShares, valueOfShare } from "./sharePool.js"
import { sharePools } from "./sharePools.js"

/**
 * The sum of all shares of a hotkey's pool: from `TotalHotkeyShares` (U64F64) where that has the key, else from
 * `TotalHotkeySharesV2`.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1417
 */
export function readDenominator({ state }: Chain, hotkey: AccountId, netuid: NetUid): SafeFloat {
  if (TotalHotkeyShares.has(state, hotkey, netuid)) {
    return SafeFloat.fromU64F64(TotalHotkeyShares.get(state, hotkey, netuid))
  }
  return TotalHotkeySharesV2.get(state, hotkey, netuid)
}

/**
 * Writes the sum of all shares to `TotalHotkeySharesV2` and forgets it in `TotalHotkeyShares`; nothing is kept for zero.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1457
 */
function writeDenominator({ state }: Chain, hotkey: AccountId, netuid: NetUid, denominator: SafeFloat): void {
  TotalHotkeyShares.remove(state, hotkey, netuid)
  if (SafeFloat.isZero(denominator)) TotalHotkeySharesV2.remove(state, hotkey, netuid)
  else TotalHotkeySharesV2.set(state, hotkey, netuid, denominator)
}

/**
 * Whether a coldkey has a share of a hotkey's pool.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1409
 */
function hasShare({ state }: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): boolean {
  return Alpha.has(state, hotkey, coldkey, netuid) || AlphaV2.has(state, hotkey, coldkey, netuid)
}

/**
 * A coldkey's share of a hotkey's pool: from `Alpha` (U64F64) where that has the key, else from `AlphaV2`; zero where
 * neither has it.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1399
 */
export function readShare({ state }: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): SafeFloat {
  if (Alpha.has(state, hotkey, coldkey, netuid)) {
    return SafeFloat.fromU64F64(Alpha.get(state, hotkey, coldkey, netuid))
  }
  return AlphaV2.get(state, hotkey, coldkey, netuid)
}

/**
 * Writes a coldkey's share to `AlphaV2` and forgets it in `Alpha`; nothing is kept for zero.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1442
 */
function writeShare({ state }: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, share: SafeFloat): void {
  Alpha.remove(state, hotkey, coldkey, netuid)
  if (SafeFloat.isZero(share)) AlphaV2.remove(state, hotkey, coldkey, netuid)
  else AlphaV2.set(state, hotkey, coldkey, netuid, share)
}

const rules = { valueOfShare, updateIsWorthShares, updateForAll, updateForOne }
const storage = { readDenominator, writeDenominator, hasShare, readShare, writeShare }

/** The share pools of hotkeys with shares that are SafeFloat. */
export const safeFloatSharePools = sharePools(rules, storage)
