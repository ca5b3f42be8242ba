import { U96F32 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"

/** What staking costs, and unstaking at least, in rao. */
export const STAKING_FEE = 50_000n

/** The least part of the TAO unstaked that unstaking costs: 0.005 %. */
const LEAST_RATE = U96F32.saturatingFromDouble(0.00005)

/** A stake's part in the dividends of the last epoch. */
export interface LastDividends {
  /** `AlphaDividendsPerSubnet` of the hotkey, in alpha rao (u64). */
  readonly dividends: bigint
  /** `TotalHotkeyAlphaLastEpoch` of the hotkey, in alpha rao (u64). */
  readonly totalAlpha: bigint
}

/**
 * What unstaking alpha for which a constant-product pool pays so many rao (u64) costs, in rao: the value of an epoch's
 * dividends on it, at least 0.005 % of its value, at least 50 000 rao. Unstaking from root or a subnet without a pool,
 * staking, and moving within a subnet cost 50 000 rao.
 *
 * @clause pool-32
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1086
 */
export function unstakingFee(paid: bigint, { dividends, totalAlpha }: LastDividends): bigint {
  const tao = U96F32.saturatingFromInteger(paid)
  const earned = U96F32.safeDiv(U96F32.saturatingFromInteger(dividends), U96F32.saturatingFromInteger(totalAlpha))
  const ofDividends = U96F32.saturatingToU64(U96F32.saturatingMul(tao, earned))
  const ofValue = U96F32.saturatingToU64(U96F32.saturatingMul(tao, LEAST_RATE))
  return [ofDividends, ofValue, STAKING_FEE].reduce((most, fee) => (fee > most ? fee : most))
}

/** An amount of TAO in two parts: what goes on, and the fee, which stays in the pool. Rao (u64) both. */
export interface AfterFee<Tao extends bigint> {
  readonly amount: Tao
  readonly fee: Tao
}

/**
 * Takes a fee from an amount (rao, u64), no more than there is. The fee joins the pool's TAO reserve.
 *
 * @clause pool-32
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:833
 */
export function takeFee<Tao extends bigint>(tao: Tao, fee: Tao): AfterFee<Tao> {
  const amount = U64.saturatingSub(tao, fee)
  return { amount, fee: U64.saturatingSub(tao, amount) }
}
