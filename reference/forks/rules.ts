import type { StakingRules } from "../staking/stakingRules.js"
import type { WeightsRules } from "../weights/weightsRules.js"

/** Rules that forks keep differently and that shared rules call, through `chain.fork.rules`. */
export interface ForkRules {
  readonly staking: StakingRules
  readonly weights: WeightsRules
}
