// Declares every call of the chain, so that calls inside calls can be read.
import "../state/calls.js"
import { setClock, startBlock } from "../state/blockStart.js"
import { declaredStorage } from "../state/declarations.js"
import { callTable } from "../state/dispatch.js"
import { balancerConstants } from "./balancerConstants.js"
import type { Fork } from "./fork.js"

/** Fork `balancer`, spec_version 425: the weighted pool, emission by price average and miner burn, dynamic tempo. */
export const balancer: Fork = {
  name: "balancer",
  specVersion: 425,
  constants: balancerConstants,
  storage: declaredStorage,
  calls: callTable([]),
  guards: [],
  initializeBlock(chain) {
    startBlock(chain)
    setClock(chain)
  },
}
