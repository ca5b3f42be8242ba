import type { U64F64 } from "../../numbers/formats.js"
import type { Chain } from "../../state/chain.js"
import { type AccountId, alphaBalance, type NetUid } from "../../state/primitives.js"
import { Alpha, TotalHotkeyAlpha, TotalHotkeyShares } from "../../state/storage/subtensorModule.js"
import { type SharePool, updateForOne } from "./sharePool.js"

/**
 * The share pool of a hotkey on a subnet.
 *
 * @clause staking-65
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1176
 */
export function hotkeyPool({ state }: Chain, hotkey: AccountId, netuid: NetUid): SharePool {
  return {
    sharedValue: TotalHotkeyAlpha.get(state, hotkey, netuid),
    denominator: TotalHotkeyShares.get(state, hotkey, netuid),
  }
}

/**
 * A coldkey's share of a hotkey's pool; zero where it has none.
 *
 * @clause staking-65
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1180
 */
export function shareOf({ state }: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): U64F64 {
  return Alpha.get(state, hotkey, coldkey, netuid)
}

/**
 * Writes what all shares are worth together; nothing is kept for zero.
 *
 * @clause staking-65
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1192
 */
export function writeSharedValue({ state }: Chain, hotkey: AccountId, netuid: NetUid, pool: SharePool): void {
  if (pool.sharedValue === 0n) TotalHotkeyAlpha.remove(state, hotkey, netuid)
  else TotalHotkeyAlpha.set(state, hotkey, netuid, alphaBalance(pool.sharedValue))
}

/**
 * Writes the sum of all shares; nothing is kept for zero.
 *
 * @clause staking-65
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1212
 */
function writeDenominator({ state }: Chain, hotkey: AccountId, netuid: NetUid, pool: SharePool): void {
  if (pool.denominator === 0n) TotalHotkeyShares.remove(state, hotkey, netuid)
  else TotalHotkeyShares.set(state, hotkey, netuid, pool.denominator)
}

/**
 * Writes a coldkey's share; nothing is kept for zero.
 *
 * @clause staking-65
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1204
 */
function writeShare({ state }: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, share: U64F64): void {
  if (share === 0n) Alpha.remove(state, hotkey, coldkey, netuid)
  else Alpha.set(state, hotkey, coldkey, netuid, share)
}

/**
 * Changes the value of a coldkey's share by an update (i64), writes pool and share, and gives the change that really took
 * place (i64).
 *
 * @clause staking-65
 * @source rao:primitives/share-pool/src/lib.rs:136
 */
export function updateShare(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  asked: bigint,
): bigint {
  const { pool, share, update } = updateForOne(
    hotkeyPool(chain, hotkey, netuid),
    shareOf(chain, hotkey, coldkey, netuid),
    asked,
  )
  writeDenominator(chain, hotkey, netuid, pool)
  writeShare(chain, hotkey, coldkey, netuid, share)
  writeSharedValue(chain, hotkey, netuid, pool)
  return update
}
