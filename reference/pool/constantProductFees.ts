import { U96F32 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { type ConstantProductPool, constantProductSell } from "./constantProduct.js"

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
 * What unstaking an amount (alpha rao, u64) from a subnet with a constant-product pool costs, in rao: the value of an
 * epoch's dividends on it, at least 0.005 % of its value, at least 50 000 rao. Unstaking from root or a subnet without a
 * pool, staking, and moving within a subnet cost 50 000 rao.
 *
 * @clause pool-32
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:1086
 */
export function unstakingFee(
  pool: ConstantProductPool,
  alpha: bigint,
  { dividends, totalAlpha }: LastDividends,
): bigint {
  const tao = U96F32.saturatingFromInteger(constantProductSell(pool, alpha) ?? 0n)
  const earned = U96F32.safeDiv(U96F32.saturatingFromInteger(dividends), U96F32.saturatingFromInteger(totalAlpha))
  const ofDividends = U96F32.saturatingToU64(U96F32.saturatingMul(tao, earned))
  const ofValue = U96F32.saturatingToU64(U96F32.saturatingMul(tao, LEAST_RATE))
  return [ofDividends, ofValue, STAKING_FEE].reduce((most, fee) => (fee > most ? fee : most))
}

/** An amount of TAO in two parts: what goes on, and the fee, which stays in the pool. Rao (u64) both. */
export interface AfterFee {
  readonly amount: bigint
  readonly fee: bigint
}

/**
 * Takes a fee from an amount (rao, u64), no more than there is. The fee joins the pool's TAO reserve.
 *
 * @clause pool-32
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:833
 */
export function takeFee(tao: bigint, fee: bigint): AfterFee {
  const amount = U64.saturatingSub(tao, fee)
  return { amount, fee: U64.saturatingSub(tao, amount) }
}
