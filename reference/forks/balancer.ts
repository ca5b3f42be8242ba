// Declares every call of the chain, so that calls inside calls can be read.
import "../state/calls.js"
import { childrenCalls } from "../children/calls.js"
import { blockStep } from "../coinbase/blockStep.js"
import { consensusCalls } from "../consensus/calls.js"
import { hyperparametersCalls } from "../hyperparameters/calls.js"
import { keysCalls } from "../keys/calls.js"
import { keysGuards } from "../keys/guards.js"
import { servingCalls, servingGuards } from "../keys/servingCalls.js"
import { leasesCalls } from "../leases/calls.js"
import { locksCalls } from "../locks/calls.js"
import { poolCalls } from "../pool/calls.js"
import { registrationCalls } from "../registration/calls.js"
import { rootCalls } from "../root/calls.js"
import { stakingCalls } from "../staking/calls.js"
import { delegateTakeGuards } from "../staking/delegateTake.js"
import { balancesCalls } from "../state/balancesCalls.js"
import { setClock, startBlock } from "../state/blockStart.js"
import { baseCallFilter } from "../state/callFilter.js"
import { callTable } from "../state/dispatch.js"
import { proxyCalls } from "../state/proxyCalls.js"
import { forgetCallResults } from "../state/proxyExecution.js"
import { balancerRuntime } from "../state/runtime.js"
import { exitSafeModeInTime, safeModeCalls } from "../state/safeMode.js"
import { sudoCalls } from "../state/sudo.js"
import { stateCalls } from "../state/systemCalls.js"
import { utilityCalls } from "../state/utilityCalls.js"
import { subnetsCalls } from "../subnets/calls.js"
import { presentationCalls } from "../subnets/presentationCalls.js"
import { weightsCalls } from "../weights/calls.js"
import { weightsGuards } from "../weights/guards.js"
import { balancerConstants } from "./balancerConstants.js"
import { balancerRules } from "./balancerRules.js"
import type { Fork } from "./fork.js"

/** Fork `balancer`, spec_version 425: the weighted pool, emission by price average and miner burn, dynamic tempo. */
export const balancer: Fork = {
  name: "balancer",
  specVersion: 425,
  constants: balancerConstants,
  runtime: balancerRuntime,
  rules: balancerRules,
  calls: callTable([
    ...stateCalls,
    ...balancesCalls,
    ...utilityCalls,
    ...sudoCalls,
    ...proxyCalls,
    ...safeModeCalls,
    ...poolCalls,
    ...stakingCalls,
    ...childrenCalls,
    ...rootCalls,
    ...locksCalls,
    ...keysCalls,
    ...weightsCalls,
    ...consensusCalls,
    ...servingCalls,
    ...presentationCalls,
    ...hyperparametersCalls,
    ...registrationCalls,
    ...subnetsCalls,
    ...leasesCalls,
  ]),
  callFilter: baseCallFilter,
  guards: [...keysGuards, ...weightsGuards, ...delegateTakeGuards, ...servingGuards],
  initializeBlock(chain) {
    startBlock(chain)
    blockStep(chain)
    exitSafeModeInTime(chain)
    setClock(chain)
  },
  finalizeBlock: forgetCallResults,
}
