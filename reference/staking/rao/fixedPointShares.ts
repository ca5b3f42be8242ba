import type { U64F64 } from "../../numbers/formats.js"
import type { Chain } from "../../state/chain.js"
import type { AccountId, NetUid } from "../../state/primitives.js"
import { Alpha, TotalHotkeyShares } from "../../state/storage/subtensorModule.js"
import { sharePools } from "../sharePools.js"
import { updateForAll, updateForOne, updateIsWorthShares, valueOfShare } from "./sharePool.js"

/**
 * Writes the sum of all shares of a hotkey's pool; nothing is kept for zero.
 *
 * @clause staking-65
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1212
 */
function writeDenominator({ state }: Chain, hotkey: AccountId, netuid: NetUid, denominator: U64F64): void {
  if (denominator === 0n) TotalHotkeyShares.remove(state, hotkey, netuid)
  else TotalHotkeyShares.set(state, hotkey, netuid, denominator)
}

/**
 * Writes a coldkey's share of a hotkey's pool; nothing is kept for zero.
 *
 * @clause staking-65
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1204
 */
function writeShare({ state }: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, share: U64F64): void {
  if (share === 0n) Alpha.remove(state, hotkey, coldkey, netuid)
  else Alpha.set(state, hotkey, coldkey, netuid, share)
}

const rules = { valueOfShare, updateIsWorthShares, updateForAll, updateForOne }

/** The share pools of hotkeys with shares that are U64F64. */
export const fixedPointSharePools = sharePools<U64F64>(rules, {
  readDenominator: ({ state }, hotkey, netuid) => TotalHotkeyShares.get(state, hotkey, netuid),
  writeDenominator,
  hasShare: ({ state }, hotkey, coldkey, netuid) => Alpha.has(state, hotkey, coldkey, netuid),
  readShare: ({ state }, hotkey, coldkey, netuid) => Alpha.get(state, hotkey, coldkey, netuid),
  writeShare,
})
