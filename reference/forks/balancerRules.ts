import { lastTakeChange } from "../staking/delegateTake.js"
import { safeFloatSharePools } from "../staking/safeFloatShares.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { transitionStake } from "../staking/stakeTransition.js"
import { totalStakeForHotkey } from "../staking/totalStake.js"
import { weightedPoolLimits } from "../staking/weightedPoolLimits.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { commitWeights } from "../weights/commitWeights.js"
import { isCommitExpired, isRevealEpoch } from "../weights/revealWindow.js"
import { setWeights } from "../weights/setWeights.js"
import type { ForkRules } from "./rules.js"

/** What fork `balancer` does where forks differ inside shared rules. */
export const balancerRules: ForkRules = {
  staking: {
    totalStakeForHotkey,
    transitionStake,
    increaseStakeForHotkeyAndColdkeyOnSubnet,
    sharePools: safeFloatSharePools,
    poolLimits: weightedPoolLimits,
    lastTakeChange,
  },
  weights: {
    setWeights,
    commitWeights,
    isCommitExpired,
    isRevealDue: isRevealEpoch,
    depositItemFailed: (chain, netuid, error) =>
      chain.deposit(SubtensorModuleEvents.BatchWeightItemFailed, [netuid, error]),
  },
}
