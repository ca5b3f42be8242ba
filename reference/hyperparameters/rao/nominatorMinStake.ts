import { clearSmallNominations } from "../../staking/rao/smallNominations.js"
import type { Chain } from "../../state/chain.js"
import { NominatorMinRequiredStake } from "../../state/storage/subtensorModule.js"

/**
 * Sets what a nominator must keep staked on a subnet. When that is more than before, the nominations that have become
 * too small are cleared.
 *
 * @param least alpha rao
 * @clause hyperparameters-24
 * @source rao:pallets/admin-utils/src/lib.rs:1009
 */
export function setNominatorMinRequiredStake(chain: Chain, least: bigint): void {
  const before = NominatorMinRequiredStake.get(chain.state)
  NominatorMinRequiredStake.set(chain.state, least)
  if (least > before) clearSmallNominations(chain)
}
