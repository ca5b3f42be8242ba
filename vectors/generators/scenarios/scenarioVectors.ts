import type { VectorGenerator } from "../generator.js"
import { addStakeSuite } from "./calls/addStake.js"
import { addStakeLimitSuite } from "./calls/addStakeLimit.js"
import { burnedRegisterSuite } from "./calls/burnedRegister.js"
import { removeStakeSuite } from "./calls/removeStake.js"
import { removeStakeFullLimitSuite, removeStakeLimitSuite } from "./calls/removeStakeLimit.js"
import { setMechanismWeightsSuite, setWeightsSuite } from "./calls/setWeights.js"
import { swapStakeLimitSuite } from "./calls/swapStakeLimit.js"
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
