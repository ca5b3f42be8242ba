import type { LockState } from "../../../reference/locks/lockState.js"
import { U64F64 } from "../../../reference/numbers/formats.js"
import type { AlphaBalance } from "../../../reference/state/primitives.js"
import { USUAL_BLOCK } from "./situation.js"

/** So much alpha locked, with so much conviction in alpha rao, as of the block in which calls happen or another. */
export function lockOf(mass: AlphaBalance, conviction: AlphaBalance, block = USUAL_BLOCK): LockState {
  return { locked_mass: mass, conviction: U64F64.fromInteger(conviction), last_update: block }
}
