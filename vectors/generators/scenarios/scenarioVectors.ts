import type { VectorGenerator } from "../generator.js"
import { addStakeSuite } from "./calls/addStake.js"
import { addStakeLimitSuite } from "./calls/addStakeLimit.js"
import { addStakeBurnSuite, burnAlphaSuite, recycleAlphaSuite } from "./calls/burnAlpha.js"
import { burnedRegisterSuite } from "./calls/burnedRegister.js"
import { decreaseTakeSuite, increaseTakeSuite } from "./calls/delegateTake.js"
import { setColdkeyAutoStakeHotkeySuite, tryAssociateHotkeySuite } from "./calls/hotkeyChoices.js"
import { lockStakeSuite, moveLockSuite, setPerpetualLockSuite, setRejectLockedAlphaSuite } from "./calls/lockCalls.js"
import { moveStakeSuite, swapStakeSuite, transferStakeSuite } from "./calls/moveStake.js"
import { removeStakeSuite } from "./calls/removeStake.js"
import { removeStakeFullLimitSuite, removeStakeLimitSuite } from "./calls/removeStakeLimit.js"
import { setMechanismWeightsSuite, setWeightsSuite } from "./calls/setWeights.js"
import { swapStakeLimitSuite } from "./calls/swapStakeLimit.js"
import { unstakeAllAlphaSuite, unstakeAllSuite } from "./calls/unstakeAll.js"
import type { Suite } from "./suite.js"
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
]

/** Transitions: blocks on small chains put together by hand. */
export const scenarioVectors: VectorGenerator = {
  name: SCENARIOS,
  *files() {
    for (const suite of suites) yield vectorsOfSuite(suite)
  },
}
