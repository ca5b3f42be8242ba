// Declares every call of the fork, so that calls inside calls can be read.
import "../state/rao/calls.js"
import { childrenCalls } from "../children/rao/calls.js"
import { blockStep } from "../coinbase/rao/blockStep.js"
import { hyperparametersCalls } from "../hyperparameters/rao/calls.js"
import { keysCalls } from "../keys/rao/calls.js"
import { registrationCalls } from "../registration/rao/calls.js"
import { senateCalls } from "../root/rao/senateCalls.js"
import { stakingCalls } from "../staking/rao/calls.js"
import { balancesCalls } from "../state/balancesCalls.js"
import { setClock, startBlock } from "../state/blockStart.js"
import { callTable } from "../state/dispatch.js"
import { baseCallFilter } from "../state/rao/callFilter.js"
import { raoRuntime } from "../state/rao/runtime.js"
import { runScheduled } from "../state/rao/scheduler.js"
import { exitSafeModeInTime, safeModeCalls } from "../state/safeMode.js"
import { sudoCalls } from "../state/sudo.js"
import { stateCalls } from "../state/systemCalls.js"
import { utilityCalls } from "../state/utilityCalls.js"
import { subnetsCalls } from "../subnets/rao/calls.js"
import { weightsCalls } from "../weights/rao/calls.js"
import type { Fork } from "./fork.js"
import { raoConstants } from "./raoConstants.js"
import { raoRules } from "./raoRules.js"

/** Fork `rao`, spec_version 261: the constant-product pool with a flat fee, root alpha sold every block. */
export const rao: Fork = {
  name: "rao",
  specVersion: 261,
  constants: raoConstants,
  runtime: raoRuntime,
  rules: raoRules,
  calls: callTable([
    ...stateCalls,
    ...balancesCalls,
    ...utilityCalls,
    ...sudoCalls,
    ...safeModeCalls,
    ...stakingCalls,
    ...childrenCalls,
    ...hyperparametersCalls,
    ...weightsCalls,
    ...registrationCalls,
    ...senateCalls,
    ...keysCalls,
    ...subnetsCalls,
  ]),
  callFilter: baseCallFilter,
  guards: [],
  initializeBlock(chain) {
    startBlock(chain)
    blockStep(chain)
    runScheduled(chain)
    exitSafeModeInTime(chain)
    setClock(chain)
  },
  finalizeBlock() {},
}
