import { shouldRunEpoch } from "../coinbase/epochSchedule.js"
import { U64, U128 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type NetUid, ROOT, type TaoBalance, taoBalance } from "../state/primitives.js"
import {
  Burn,
  BurnHalfLife,
  MaxBurn,
  MinBurn,
  NetworksAdded,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
} from "../state/storage/subtensorModule.js"

/** A fraction in units of 2^-32. */
type Q32 = bigint

const ONE: Q32 = 1n << 32n
const HALF: Q32 = 1n << 31n

/**
 * value × factor, floored, at most the largest u64.
 *
 * @clause registration-30
 * @source pallets/subtensor/src/utils/misc.rs:986
 */
export function mulByQ32(value: bigint, factor: Q32): bigint {
  const product = U128.saturatingMul(value, factor) >> 32n
  return product > U64.MAX ? U64.MAX : product
}

/**
 * base to the power of an integer, by squaring, every product floored.
 *
 * @param exponent u16
 * @clause registration-30
 * @source pallets/subtensor/src/utils/misc.rs:998
 */
export function powQ32(base: Q32, exponent: number): Q32 {
  let result = ONE
  let square = base
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (rest % 2 === 1) result = mulByQ32(result, square)
    square = mulByQ32(square, square)
  }
  return result
}

/**
 * What a price is multiplied by in each block so that it halves in `halfLife` blocks: the largest factor below one
 * whose power, as `powQ32` computes it, is at most one half; found by bisection. One for a half-life of 0.
 *
 * @param halfLife blocks, u16
 * @clause registration-30
 * @source pallets/subtensor/src/utils/misc.rs:1019
 */
export function decayFactor(halfLife: number): Q32 {
  if (halfLife === 0) return ONE
  let low = 0n
  let high = ONE
  while (low + 1n < high) {
    const middle = (low + high) >> 1n
    if (powQ32(middle, halfLife) > HALF) high = middle
    else low = middle
  }
  return low
}

const knownFactors = new Map<number, Q32>()

/** The decay factor, which every block asks for again. */
function rememberedDecayFactor(halfLife: number): Q32 {
  const factor = knownFactors.get(halfLife) ?? decayFactor(halfLife)
  knownFactors.set(halfLife, factor)
  return factor
}

/**
 * A price held between its bounds; the upper one wins where they cross.
 *
 * @clause registration-30
 * @source pallets/subtensor/src/subnets/registration.rs:499
 */
export function clampBurn(price: bigint, least: TaoBalance, most: TaoBalance): TaoBalance {
  const atLeast = price < least ? least : price
  return taoBalance(atLeast > most ? most : atLeast)
}

/**
 * Lets the price of registration on every network decay by one block and holds it between its bounds; starts counting
 * this block's registrations anew, and on root, when its epoch would be due, those of the interval.
 *
 * @clause registration-31
 * @source pallets/subtensor/src/subnets/registration.rs:473
 */
export function updateRegistrationPrices(chain: Chain): void {
  const { state } = chain
  for (const netuid of NetworksAdded.keys(state)) {
    decayBurn(chain, netuid)
    RegistrationsThisBlock.set(state, netuid, 0)
    if (netuid === ROOT && shouldRunEpoch(chain, netuid)) RegistrationsThisInterval.set(state, netuid, 0)
  }
}

/**
 * Lets one network's price decay; nothing is written where it stays. In block 1, and with a half-life of 0, it is only
 * held between its bounds.
 *
 * @clause registration-31
 * @source pallets/subtensor/src/subnets/registration.rs:477
 */
function decayBurn({ state, blockNumber }: Chain, netuid: NetUid): void {
  const burn = Burn.get(state, netuid)
  const decayed = blockNumber > 1n ? mulByQ32(burn, rememberedDecayFactor(BurnHalfLife.get(state, netuid))) : burn
  const next = clampBurn(decayed, MinBurn.get(state, netuid), MaxBurn.get(state, netuid))
  if (next !== burn) Burn.set(state, netuid, next)
}
