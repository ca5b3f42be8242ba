import type { Suite } from "../suite.js"
import { raoAddStakeLimitSuite, raoAddStakeSuite } from "./addStake.js"
import { raoEmissionSuite, raoEpochSuite, raoScheduleSuite, raoTermsSuite } from "./blocks.js"
import { raoPendingChildrenSuite, raoSetChildkeyTakeSuite, raoSetChildrenSuite } from "./children.js"
import { raoScheduleSwapColdkeySuite, raoSwapColdkeySuite, raoSwapHotkeySuite } from "./keys.js"
import { raoMoveSuites } from "./moveStake.js"
import { raoAssociateEvmKeySuite, raoServingSuites } from "./neuronKeys.js"
import { raoQuirkSuites } from "./quirks.js"
import { raoBurnedRegisterSuite, raoRegisterSuite } from "./register.js"
import {
  raoRemoveStakeLimitSuite,
  raoRemoveStakeSuite,
  raoTakingSuites,
  raoUnstakeAllAlphaSuite,
  raoUnstakeAllSuite,
} from "./removeStake.js"
import { raoAdjustSenateSuite, raoRootRegisterSuite, raoTriumvirateSuites, raoVoteSuite } from "./senate.js"
import { raoSetterSuites } from "./setters.js"
import {
  raoDissolveNetworkSuite,
  raoRegisterNetworkSuite,
  raoRegisterWithIdentitySuite,
  raoScheduleDissolveSuite,
  raoSetSubnetIdentitySuite,
  raoStartCallSuite,
} from "./subnets.js"
import {
  raoCommitTimelockedSuite,
  raoCommitWeightsSuite,
  raoSetTaoWeightsSuite,
  raoSetWeightsSuite,
  raoTimelockSuite,
} from "./weights.js"

/** What fork rao does by rules of its own. What it shares with the newer fork is shown there. */
export const raoSuites: readonly Suite[] = [
  raoAddStakeSuite,
  raoAddStakeLimitSuite,
  raoRemoveStakeSuite,
  raoRemoveStakeLimitSuite,
  raoUnstakeAllSuite,
  raoUnstakeAllAlphaSuite,
  ...raoTakingSuites,
  ...raoMoveSuites,
  raoBurnedRegisterSuite,
  raoRegisterSuite,
  raoRootRegisterSuite,
  raoAdjustSenateSuite,
  raoVoteSuite,
  ...raoTriumvirateSuites,
  raoSwapHotkeySuite,
  raoSwapColdkeySuite,
  raoScheduleSwapColdkeySuite,
  ...raoServingSuites,
  raoAssociateEvmKeySuite,
  raoRegisterNetworkSuite,
  raoRegisterWithIdentitySuite,
  raoDissolveNetworkSuite,
  raoScheduleDissolveSuite,
  raoStartCallSuite,
  raoSetSubnetIdentitySuite,
  raoSetWeightsSuite,
  raoCommitWeightsSuite,
  raoCommitTimelockedSuite,
  raoSetTaoWeightsSuite,
  raoSetChildrenSuite,
  raoSetChildkeyTakeSuite,
  ...raoSetterSuites,
  raoTimelockSuite,
  raoPendingChildrenSuite,
  raoTermsSuite,
  raoEmissionSuite,
  raoEpochSuite,
  raoScheduleSuite,
  ...raoQuirkSuites,
]
