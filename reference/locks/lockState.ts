import { I64F64, U64F64 } from "../numbers/formats.js"
import { I128, U64 } from "../numbers/integers.js"
import { exp } from "../numbers/transcendental.js"
import { type AlphaBalance, alphaBalance, NO_ALPHA } from "../state/primitives.js"

/** Alpha that is locked, and the conviction that it has earned, as of a block. */
export interface LockState {
  /** Alpha rao. */
  readonly locked_mass: AlphaBalance
  /** Alpha rao, U64F64. */
  readonly conviction: U64F64
  /** The block that the other two are of. */
  readonly last_update: bigint
}

/** How a lock changes with time. */
export interface LockKind {
  /** Whether it is on the hotkey of the subnet's owner: its conviction then equals what is locked. */
  readonly ofOwner: boolean
  /** Whether what is locked stays locked, or decays. */
  readonly perpetual: boolean
}

/** In how many blocks what is locked falls, and conviction follows it, to 1/e of the way (u64 both). */
export interface LockRates {
  readonly unlock: bigint
  readonly maturity: bigint
}

/** A lock below this, in alpha rao and in conviction, is none. */
const ZERO_THRESHOLD = 100n

/** The series of e^x is asked for no smaller x than this. */
const LEAST_EXPONENT = I64F64.saturatingFromInteger(-40n)

/**
 * No lock, as of a block.
 *
 * @clause locks-01
 * @source pallets/subtensor/src/staking/lock.rs:573
 */
export function emptyLock(now: bigint): LockState {
  return { locked_mass: NO_ALPHA, conviction: U64F64.ZERO, last_update: now }
}

/**
 * Whether a lock counts as none: less than 100 alpha rao locked and a conviction below 100.
 *
 * @clause locks-01
 * @source pallets/subtensor/src/staking/lock.rs:27
 */
export function isZeroLock({ locked_mass, conviction }: LockState): boolean {
  return locked_mass < ZERO_THRESHOLD && conviction < U64F64.saturatingFromInteger(ZERO_THRESHOLD)
}

/**
 * e^(−blocks ÷ rate) as U64F64 (blocks and rate u64): one for no blocks, zero for a rate of zero. The exponent is at
 * least −40.
 *
 * @clause locks-02
 * @source pallets/subtensor/src/staking/lock.rs:335
 */
export function decay(blocks: bigint, rate: bigint): U64F64 {
  if (blocks === 0n) return U64F64.ONE
  if (rate === 0n) return U64F64.ZERO
  const elapsed = I64F64.saturatingFromInteger(-blocks)
  const exponent = I64F64.checkedDiv(elapsed, I64F64.saturatingFromInteger(rate)) ?? LEAST_EXPONENT
  const decayed = exp(I64F64, I64F64.max(exponent, LEAST_EXPONENT)) ?? I64F64.ZERO
  return U64F64.saturatingFromFixed(I64F64, decayed)
}

/**
 * A lock as it is at a later block. On the owner's hotkey conviction equals what is locked; a lock that counts as none
 * loses both.
 *
 * @clause locks-03
 * @source pallets/subtensor/src/staking/lock.rs:409
 */
export function rollForward(lock: LockState, now: bigint, rates: LockRates, kind: LockKind): LockState {
  const aged = now > lock.last_update ? age(lock, now, rates, kind.perpetual) : lock
  const rolled = kind.ofOwner ? { ...aged, conviction: U64F64.saturatingFromInteger(aged.locked_mass) } : aged
  return isZeroLock(rolled) ? emptyLock(rolled.last_update) : rolled
}

/**
 * What is locked decays at the unlock rate, unless it is perpetual; conviction decays at the maturity rate and grows by
 * what has been locked meanwhile.
 *
 * @clause locks-03
 * @source pallets/subtensor/src/staking/lock.rs:355
 */
function age(lock: LockState, now: bigint, rates: LockRates, perpetual: boolean): LockState {
  const blocks = U64.saturatingSub(now, lock.last_update)
  const unlockDecay = decay(blocks, rates.unlock)
  const maturityDecay = decay(blocks, rates.maturity)
  const mass = U64F64.saturatingFromInteger(lock.locked_mass)
  const left = perpetual ? lock.locked_mass : U64F64.saturatingToU64(U64F64.saturatingMul(unlockDecay, mass))
  const growth = perpetual
    ? U64F64.saturatingSub(U64F64.ONE, maturityDecay)
    : growthOfDecaying(blocks, rates, unlockDecay, maturityDecay)
  const kept = U64F64.saturatingMul(maturityDecay, lock.conviction)
  return {
    locked_mass: alphaBalance(left),
    conviction: U64F64.saturatingAdd(kept, U64F64.saturatingMul(mass, growth)),
    last_update: now,
  }
}

/**
 * The conviction that each alpha rao of a decaying lock has earned in so many blocks: (blocks ÷ rate) × e^(−blocks ÷
 * rate) for equal rates, else unlock rate × (unlock decay − maturity decay) ÷ (unlock rate − maturity rate), at least
 * zero.
 *
 * @clause locks-03
 * @source pallets/subtensor/src/staking/lock.rs:378
 */
function growthOfDecaying(blocks: bigint, rates: LockRates, unlockDecay: U64F64, maturityDecay: U64F64): U64F64 {
  if (rates.unlock === rates.maturity) {
    const elapsed = U64F64.saturatingFromInteger(blocks)
    const ratio = U64F64.safeDiv(elapsed, U64F64.saturatingFromInteger(rates.maturity))
    return U64F64.saturatingMul(ratio, maturityDecay)
  }
  if (rates.unlock === 0n || rates.maturity === 0n) return U64F64.ZERO
  const difference = I64F64.saturatingSub(
    I64F64.saturatingFromFixed(U64F64, unlockDecay),
    I64F64.saturatingFromFixed(U64F64, maturityDecay),
  )
  const scaled = I64F64.saturatingMul(I64F64.saturatingFromInteger(rates.unlock), difference)
  const rateDifference = I64F64.saturatingFromInteger(I128.saturatingSub(rates.unlock, rates.maturity))
  return U64F64.saturatingFromFixed(I64F64, I64F64.checkedDiv(scaled, rateDifference) ?? I64F64.ZERO)
}

/**
 * A lock less an amount and a conviction, neither below zero; as of the same block.
 *
 * @clause locks-04
 * @source pallets/subtensor/src/staking/lock.rs:327
 */
export function reduceLock(lock: LockState, amount: AlphaBalance, conviction: U64F64): LockState {
  return {
    ...lock,
    locked_mass: U64.saturatingSub(lock.locked_mass, amount),
    conviction: U64F64.saturatingSub(lock.conviction, conviction),
  }
}
