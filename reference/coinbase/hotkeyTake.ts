import { U96F32 } from "../numbers/formats.js"
import { hotkeyTake } from "../staking/delegates.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type AlphaBalance, alphaBalance, type NetUid } from "../state/primitives.js"
import { Owner } from "../state/storage/subtensorModule.js"
import { fractionOfU16 } from "./u16Fraction.js"

/** A dividend, in whole alpha rao: a validator's take and what is left to those who staked. */
export interface TakeAndRest {
  readonly take: AlphaBalance
  readonly rest: AlphaBalance
}

/**
 * A dividend without the validator's take, and the take; each floored by itself.
 *
 * @param take of u16::MAX
 * @clause coinbase-20
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:750
 */
export function takeFromDividend(dividend: U96F32, take: number): TakeAndRest {
  const taken = U96F32.saturatingMul(fractionOfU16(take), dividend)
  const rest = U96F32.saturatingSub(dividend, taken)
  return { take: alphaBalance(U96F32.saturatingToU64(taken)), rest: alphaBalance(U96F32.saturatingToU64(rest)) }
}

/**
 * Stakes a validator's take for the coldkey that owns it, and gives what is left of the dividend.
 *
 * @returns alpha rao; on root, on fork rao, rao
 * @clause coinbase-20
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:750
 */
export function payTake(chain: Chain, netuid: NetUid, hotkey: AccountId, dividend: U96F32): AlphaBalance {
  const { take, rest } = takeFromDividend(dividend, hotkeyTake(chain, hotkey))
  const owner = Owner.get(chain.state, hotkey)
  chain.fork.rules.staking.increaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, owner, netuid, take)
  return rest
}
