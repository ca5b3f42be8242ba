import { blockEmission } from "../emission/blockEmission.js"
import { INITIAL_BLOCK_EMISSION } from "../emission/supply.js"
import { I64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type TaoBalance, taoBalance } from "../state/primitives.js"
import {
  LastRateLimitedBlock,
  NetworkLastLockCost,
  NetworkLockReductionInterval,
  NetworkMinLockCost,
} from "../state/storage/subtensorModule.js"

/** Under which key the block of the last registration of a subnet is kept. */
export const LAST_REGISTRATION = { type: "NetworkLastRegistered", value: undefined } as const

/**
 * The block in which a subnet was last registered; 0 when none ever was.
 *
 * @clause subnets-10
 * @source pallets/subtensor/src/coinbase/root.rs:559
 */
export function lastRegistrationBlock({ state }: Chain): bigint {
  return LastRateLimitedBlock.get(state, LAST_REGISTRATION)
}

/**
 * What registering a subnet costs now: twice what the last one cost, less what has worn off since, but never less than
 * the least.
 *
 * @returns rao
 * @clause subnets-10
 * @source pallets/subtensor/src/coinbase/root.rs:502
 */
export function networkLockCost(chain: Chain): TaoBalance {
  return lockCostSince(chain, lastRegistrationBlock(chain))
}

/**
 * What registering a subnet costs now, if the last one was registered in this block; 0 for never.
 *
 * @returns rao
 * @clause subnets-10
 * @source pallets/subtensor/src/coinbase/root.rs:502
 */
export function lockCostSince(chain: Chain, lastBlock: bigint): TaoBalance {
  return decayedLockCost({
    lastCost: NetworkLastLockCost.get(chain.state),
    leastCost: NetworkMinLockCost.get(chain.state),
    factor: lastBlock === 0n ? 1n : 2n,
    reductionInterval: lockReductionInterval(NetworkLockReductionInterval.get(chain.state), blockEmission(chain)),
    age: U64.saturatingSub(chain.blockNumber, lastBlock),
  })
}

/** What the lock cost is made of. */
export interface LockCostInput {
  /** What the last subnet cost, in rao. */
  readonly lastCost: TaoBalance
  /** The least that a subnet may cost, in rao. */
  readonly leastCost: TaoBalance
  /** What the cost is multiplied by after a registration. */
  readonly factor: bigint
  /** The blocks in which the cost falls by what the last subnet cost. */
  readonly reductionInterval: bigint
  /** The blocks since the last registration. */
  readonly age: bigint
}

/**
 * last · factor − (last ÷ interval) · age, but at least the least cost. The quotient is truncated, and nothing for an
 * interval of 0.
 *
 * @returns rao
 * @clause subnets-10
 * @source pallets/subtensor/src/coinbase/root.rs:510
 */
export function decayedLockCost(input: LockCostInput): TaoBalance {
  const { lastCost, leastCost, factor, reductionInterval, age } = input
  const perBlock = U64.safeDiv<bigint>(lastCost, reductionInterval)
  const cost = U64.saturatingSub(U64.saturatingMul<bigint>(lastCost, factor), U64.saturatingMul(perBlock, age))
  return taoBalance(cost < leastCost ? leastCost : cost)
}

/**
 * The blocks in which the lock cost falls by what the last subnet cost: the stored number times the part of the first
 * block emission that a block emits today, so that the cost falls faster after each halving.
 *
 * @param stored blocks
 * @param emission rao
 * @clause subnets-10
 * @source pallets/subtensor/src/coinbase/root.rs:569
 */
export function lockReductionInterval(stored: bigint, emission: TaoBalance): bigint {
  const halving = I64F64.checkedDiv(
    I64F64.saturatingFromInteger(emission),
    I64F64.saturatingFromInteger(INITIAL_BLOCK_EMISSION),
  )
  return I64F64.saturatingToU64(I64F64.saturatingMul(I64F64.saturatingFromInteger(stored), halving ?? I64F64.ZERO))
}
