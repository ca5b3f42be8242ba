import type { VectorGenerator } from "../generator.js"
import { childrenSuite } from "./blocks/children.js"
import { halvingSuite, sharesSuite } from "./blocks/emission.js"
import {
  commitRevealSuite,
  consensusSuite,
  distributionSuite,
  mechanismsSuite,
  votingPowerSuite,
} from "./blocks/epochs.js"
import { autoLockSuite, leaseSuite, ownershipSuite } from "./blocks/ownership.js"
import { rootClaimSuite, rootColdkeysSuite } from "./blocks/root.js"
import { hotkeySwapSuite, pricesSuite, scheduleSuite } from "./blocks/schedule.js"
import { timelockSuite } from "./blocks/timelock.js"
import { addStakeSuite } from "./calls/addStake.js"
import { addStakeLimitSuite } from "./calls/addStakeLimit.js"
import { associateEvmKeySuite } from "./calls/associateEvmKey.js"
import { batchAllSuite, batchSuite, forceBatchSuite, ifElseSuite } from "./calls/batches.js"
import { addStakeBurnSuite, burnAlphaSuite, recycleAlphaSuite } from "./calls/burnAlpha.js"
import { burnedRegisterSuite } from "./calls/burnedRegister.js"
import { asDerivativeSuite, dispatchAsFallibleSuite, dispatchAsSuite, withWeightSuite } from "./calls/callsAs.js"
import { setAutoParentDelegationSuite, setChildkeyTakeSuite } from "./calls/childkeyTake.js"
import { childrenSetterSuites } from "./calls/childrenSetters.js"
import { coldkeySwapGuardSuite } from "./calls/coldkeySwapGuard.js"
import {
  announceColdkeySwapSuite,
  clearColdkeySwapSuite,
  disputeColdkeySwapSuite,
  resetColdkeySwapSuite,
  swapColdkeyAnnouncedSuite,
} from "./calls/coldkeySwaps.js"
import { commitWeightsSuites } from "./calls/commitWeights.js"
import { crowdloanSuites } from "./calls/crowdloanCalls.js"
import { createCrowdloanSuite, finalizeCrowdloanSuite } from "./calls/crowdloanEnds.js"
import { decreaseTakeSuite, increaseTakeSuite } from "./calls/delegateTake.js"
import { dissolveNetworkSuite, rootDissolveNetworkSuite } from "./calls/dissolveNetwork.js"
import { setColdkeyAutoStakeHotkeySuite, tryAssociateHotkeySuite } from "./calls/hotkeyChoices.js"
import { setIdentitySuite, setSubnetIdentitySuite, updateSymbolSuite } from "./calls/identities.js"
import { keptCallsSuite } from "./calls/keptCalls.js"
import { swapColdkeySuite, swapHotkeyOfOldSuite, swapHotkeySuite } from "./calls/keySwaps.js"
import { registerLeasedNetworkSuite, terminateLeaseSuite } from "./calls/leases.js"
import { lockStakeSuite, moveLockSuite, setPerpetualLockSuite, setRejectLockedAlphaSuite } from "./calls/lockCalls.js"
import { moveStakeSuite, swapStakeSuite, transferStakeSuite } from "./calls/moveStake.js"
import { nominatorMinStakeSuite } from "./calls/nominatorMinStake.js"
import { setActivityCutoffFactorSuite, setTempoSuite, triggerEpochSuite } from "./calls/ownerCalls.js"
import { proxySuites } from "./calls/proxies.js"
import { registerNetworkSuite, registerNetworkWithIdentitySuite, startCallSuite } from "./calls/registerNetwork.js"
import { registerLimitSuite, registerSuite } from "./calls/registerVariants.js"
import { removeStakeSuite } from "./calls/removeStake.js"
import { removeStakeFullLimitSuite, removeStakeLimitSuite } from "./calls/removeStakeLimit.js"
import { retiredCallSuites } from "./calls/retiredCalls.js"
import { batchRevealSuite, revealMechanismSuite, revealWeightsSuite } from "./calls/revealWeights.js"
import {
  claimRootSuite,
  setNumRootClaimsSuite,
  setRootClaimThresholdSuite,
  setRootClaimTypeSuite,
} from "./calls/rootClaims.js"
import { rootRegisterSuite } from "./calls/rootRegister.js"
import { safeModeSuites } from "./calls/safeMode.js"
import { servingSuites } from "./calls/serving.js"
import { setChildrenSuite } from "./calls/setChildren.js"
import { chainSetterSuites } from "./calls/setters/chainSetters.js"
import { consensusSetterSuites } from "./calls/setters/consensusSetters.js"
import { emissionSetterSuites } from "./calls/setters/emissionSetters.js"
import { registrationSetterSuites } from "./calls/setters/registrationSetters.js"
import { subnetSetterSuites } from "./calls/setters/subnetSetters.js"
import { setMechanismWeightsSuite, setWeightsSuite } from "./calls/setWeights.js"
import { removeKeySuite, setKeySuite, sudoAsSuite, sudoSuite, sudoUncheckedWeightSuite } from "./calls/sudo.js"
import { swapStakeLimitSuite } from "./calls/swapStakeLimit.js"
import { forceSetBalanceSuite, setStorageSuite, swapCallsSuite } from "./calls/systemCalls.js"
import {
  burnSuite,
  forceAdjustTotalIssuanceSuite,
  forceTransferSuite,
  forceUnreserveSuite,
  transferAllowDeathSuite,
  transferAllSuite,
  transferKeepAliveSuite,
  upgradeAccountsSuite,
} from "./calls/transfers.js"
import { trimUidsSuite } from "./calls/trimUids.js"
import { unstakeAllAlphaSuite, unstakeAllSuite } from "./calls/unstakeAll.js"
import { disableVotingPowerSuite, enableVotingPowerSuite, votingPowerEmaSuite } from "./calls/votingPower.js"
import { raoSuites } from "./rao/suites.js"
import type { Suite } from "./suite.js"
import { fileOfTrace, type TraceScenario } from "./trace.js"
import { consensusTraces } from "./traces/consensusTraces.js"
import { marketTraces } from "./traces/marketTraces.js"
import { SCENARIOS, vectorsOfSuite } from "./transitionVectors.js"

/** Every file of transitions. */
export const suites: readonly Suite[] = [
  addStakeSuite,
  addStakeLimitSuite,
  removeStakeSuite,
  removeStakeLimitSuite,
  removeStakeFullLimitSuite,
  swapStakeLimitSuite,
  moveStakeSuite,
  transferStakeSuite,
  swapStakeSuite,
  unstakeAllSuite,
  unstakeAllAlphaSuite,
  burnAlphaSuite,
  recycleAlphaSuite,
  addStakeBurnSuite,
  increaseTakeSuite,
  decreaseTakeSuite,
  setColdkeyAutoStakeHotkeySuite,
  tryAssociateHotkeySuite,
  lockStakeSuite,
  moveLockSuite,
  setPerpetualLockSuite,
  setRejectLockedAlphaSuite,
  setWeightsSuite,
  setMechanismWeightsSuite,
  burnedRegisterSuite,
  setStorageSuite,
  forceSetBalanceSuite,
  swapCallsSuite,
  coldkeySwapGuardSuite,
  setTempoSuite,
  setActivityCutoffFactorSuite,
  triggerEpochSuite,
  ...consensusSetterSuites,
  ...emissionSetterSuites,
  ...registrationSetterSuites,
  ...subnetSetterSuites,
  ...chainSetterSuites,
  halvingSuite,
  sharesSuite,
  scheduleSuite,
  pricesSuite,
  hotkeySwapSuite,
  consensusSuite,
  mechanismsSuite,
  commitRevealSuite,
  votingPowerSuite,
  distributionSuite,
  rootClaimSuite,
  rootColdkeysSuite,
  childrenSuite,
  timelockSuite,
  ownershipSuite,
  autoLockSuite,
  leaseSuite,
  setChildrenSuite,
  setChildkeyTakeSuite,
  setAutoParentDelegationSuite,
  ...childrenSetterSuites,
  claimRootSuite,
  setRootClaimTypeSuite,
  setNumRootClaimsSuite,
  setRootClaimThresholdSuite,
  batchSuite,
  batchAllSuite,
  forceBatchSuite,
  ifElseSuite,
  asDerivativeSuite,
  dispatchAsSuite,
  dispatchAsFallibleSuite,
  withWeightSuite,
  sudoSuite,
  sudoUncheckedWeightSuite,
  sudoAsSuite,
  setKeySuite,
  removeKeySuite,
  ...proxySuites,
  ...safeModeSuites,
  transferAllowDeathSuite,
  transferKeepAliveSuite,
  forceTransferSuite,
  transferAllSuite,
  burnSuite,
  forceUnreserveSuite,
  upgradeAccountsSuite,
  forceAdjustTotalIssuanceSuite,
  associateEvmKeySuite,
  ...crowdloanSuites,
  swapHotkeySuite,
  swapColdkeySuite,
  revealWeightsSuite,
  batchRevealSuite,
  registerSuite,
  registerLimitSuite,
  rootRegisterSuite,
  trimUidsSuite,
  nominatorMinStakeSuite,
  registerNetworkSuite,
  registerNetworkWithIdentitySuite,
  startCallSuite,
  rootDissolveNetworkSuite,
  dissolveNetworkSuite,
  registerLeasedNetworkSuite,
  terminateLeaseSuite,
  createCrowdloanSuite,
  finalizeCrowdloanSuite,
  announceColdkeySwapSuite,
  swapColdkeyAnnouncedSuite,
  disputeColdkeySwapSuite,
  clearColdkeySwapSuite,
  resetColdkeySwapSuite,
  ...servingSuites,
  setIdentitySuite,
  setSubnetIdentitySuite,
  updateSymbolSuite,
  enableVotingPowerSuite,
  disableVotingPowerSuite,
  votingPowerEmaSuite,
  ...commitWeightsSuites,
  revealMechanismSuite,
  swapHotkeyOfOldSuite,
  ...retiredCallSuites,
  keptCallsSuite,
  ...raoSuites,
]

/** Every trace. */
export const traces: readonly TraceScenario[] = [...consensusTraces, ...marketTraces]

/** Transitions and traces: blocks on small chains put together by hand. */
export const scenarioVectors: VectorGenerator = {
  name: SCENARIOS,
  *files() {
    for (const suite of suites) yield vectorsOfSuite(suite)
    for (const trace of traces) yield fileOfTrace(trace)
  },
}
