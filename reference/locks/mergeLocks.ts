import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import type { LockState } from "./lockState.js"

/**
 * Two locks in one, as of the later block.
 *
 * @clause locks-04
 * @source pallets/subtensor/src/staking/lock.rs:319
 */
export function mergeLocks(one: LockState, other: LockState): LockState {
  return {
    locked_mass: U64.saturatingAdd(one.locked_mass, other.locked_mass),
    conviction: U64F64.saturatingAdd(one.conviction, other.conviction),
    last_update: later(one.last_update, other.last_update),
  }
}

function later(a: bigint, b: bigint): bigint {
  if (b > a) return b
  return a
}
