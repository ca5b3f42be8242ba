import { SafeFloat } from "../numbers/safeFloat.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, alphaBalance, type NetUid } from "../state/primitives.js"
import {
  Alpha,
  AlphaV2,
  TotalHotkeyAlpha,
  TotalHotkeyShares,
  TotalHotkeySharesV2,
} from "../state/storage/subtensorModule.js"
import { type SharePool, updateForOne } from "./sharePool.js"

/**
 * The share pool of a hotkey on a subnet. Its denominator is read from `TotalHotkeyShares` (U64F64) where that has the
 * key, else from `TotalHotkeySharesV2`.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1395
 */
export function hotkeyPool({ state }: Chain, hotkey: AccountId, netuid: NetUid): SharePool {
  return {
    sharedValue: TotalHotkeyAlpha.get(state, hotkey, netuid),
    denominator: TotalHotkeyShares.has(state, hotkey, netuid)
      ? SafeFloat.fromU64F64(TotalHotkeyShares.get(state, hotkey, netuid))
      : TotalHotkeySharesV2.get(state, hotkey, netuid),
  }
}

/**
 * A coldkey's share of a hotkey's pool: from `Alpha` (U64F64) where that has the key, else from `AlphaV2`; zero where
 * neither has it.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1399
 */
export function shareOf({ state }: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): SafeFloat {
  if (Alpha.has(state, hotkey, coldkey, netuid)) {
    return SafeFloat.fromU64F64(Alpha.get(state, hotkey, coldkey, netuid))
  }
  return AlphaV2.get(state, hotkey, coldkey, netuid)
}

/**
 * Writes what all shares are worth together; nothing is kept for zero.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1434
 */
export function writeSharedValue({ state }: Chain, hotkey: AccountId, netuid: NetUid, pool: SharePool): void {
  if (pool.sharedValue === 0n) TotalHotkeyAlpha.remove(state, hotkey, netuid)
  else TotalHotkeyAlpha.set(state, hotkey, netuid, alphaBalance(pool.sharedValue))
}

/**
 * Writes the sum of all shares to `TotalHotkeySharesV2` and forgets it in `TotalHotkeyShares`; nothing is kept for zero.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1457
 */
function writeDenominator({ state }: Chain, hotkey: AccountId, netuid: NetUid, pool: SharePool): void {
  TotalHotkeyShares.remove(state, hotkey, netuid)
  if (SafeFloat.isZero(pool.denominator)) TotalHotkeySharesV2.remove(state, hotkey, netuid)
  else TotalHotkeySharesV2.set(state, hotkey, netuid, pool.denominator)
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

/**
 * Whether a coldkey has a share of a hotkey's pool.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1409
 */
export function hasShare({ state }: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): boolean {
  return Alpha.has(state, hotkey, coldkey, netuid) || AlphaV2.has(state, hotkey, coldkey, netuid)
}

/**
 * Changes the value of a coldkey's share by an update (i64) and writes pool and share.
 *
 * @clause staking-05
 * @source pallets/subtensor/src/staking/stake_utils.rs:1048
 */
export function updateShare(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, update: bigint): void {
  const { pool, share } = updateForOne(
    hotkeyPool(chain, hotkey, netuid),
    shareOf(chain, hotkey, coldkey, netuid),
    update,
  )
  writeDenominator(chain, hotkey, netuid, pool)
  writeShare(chain, hotkey, coldkey, netuid, share)
  writeSharedValue(chain, hotkey, netuid, pool)
}
