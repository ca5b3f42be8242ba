import type { Chain } from "../state/chain.js"
import type { AccountId, AlphaBalance, NetUid } from "../state/primitives.js"
import { refuse } from "../state/refusal.js"

/** Placeholder until moves of stake land. */
export function transferStakeWithinSubnet(
  _chain: Chain,
  _fromColdkey: AccountId,
  _fromHotkey: AccountId,
  _toColdkey: AccountId,
  _toHotkey: AccountId,
  _netuid: NetUid,
  _alpha: AlphaBalance,
): void {
  throw refuse("SubtensorModule.AmountTooLow")
}
