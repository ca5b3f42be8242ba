import { constantProductPoolLimits } from "../staking/rao/constantProductPoolLimits.js"
import { fixedPointSharePools } from "../staking/rao/fixedPointShares.js"
import { lastTakeChange } from "../staking/rao/lastTakeChange.js"
import { transitionStake } from "../staking/rao/stakeTransition.js"
import { totalStakeForHotkey } from "../staking/rao/totalStake.js"
import { creditShare } from "../staking/stake.js"
import { SubtensorModuleEvents } from "../state/rao/events.js"
import { commitWeights } from "../weights/rao/commitWeights.js"
import { isCommitExpired, isRevealEpoch } from "../weights/rao/revealWindow.js"
import { setWeights } from "../weights/rao/setWeights.js"
import type { ForkRules } from "./rules.js"

/** What fork `rao` does where forks differ inside shared rules. */
export const raoRules: ForkRules = {
  staking: {
    totalStakeForHotkey,
    transitionStake,
    increaseStakeForHotkeyAndColdkeyOnSubnet: creditShare,
    sharePools: fixedPointSharePools,
    poolLimits: constantProductPoolLimits,
    lastTakeChange,
  },
  weights: {
    setWeights,
    commitWeights: (chain, origin, netuid, _mechanism, hash) => commitWeights(chain, origin, netuid, hash),
    isCommitExpired,
    isRevealDue: isRevealEpoch,
    depositItemFailed: (chain, _netuid, error) => chain.deposit(SubtensorModuleEvents.BatchWeightItemFailed, error),
  },
}
