import { CrowdloanCalls, SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { changeCap, changeEnd, changeMaxContribution, changeMinContribution } from "./changeCrowdloan.js"
import { contribute, withdrawContribution } from "./contributions.js"
import { createCrowdloan } from "./createCrowdloan.js"
import { finalizeCrowdloan } from "./finalizeCrowdloan.js"
import { dissolveCrowdloan, refundCrowdloan } from "./refundCrowdloan.js"
import { registerLeasedNetwork } from "./registerLeasedNetwork.js"
import { terminateLease } from "./terminateLease.js"

/** The calls that this chapter serves. */
export const leasesCalls: readonly CallHandler<unknown>[] = [
  serve(CrowdloanCalls.create, (chain, origin, terms) => createCrowdloan(chain, origin, terms)),
  serve(CrowdloanCalls.contribute, (chain, origin, { crowdloan_id, amount }) =>
    contribute(chain, origin, crowdloan_id, amount),
  ),
  serve(CrowdloanCalls.withdraw, (chain, origin, { crowdloan_id }) =>
    withdrawContribution(chain, origin, crowdloan_id),
  ),
  serve(CrowdloanCalls.finalize, (chain, origin, { crowdloan_id }) => finalizeCrowdloan(chain, origin, crowdloan_id)),
  serve(CrowdloanCalls.refund, (chain, origin, { crowdloan_id }) => refundCrowdloan(chain, origin, crowdloan_id)),
  serve(CrowdloanCalls.dissolve, (chain, origin, { crowdloan_id }) => dissolveCrowdloan(chain, origin, crowdloan_id)),
  serve(CrowdloanCalls.update_min_contribution, (chain, origin, { crowdloan_id, new_min_contribution }) =>
    changeMinContribution(chain, origin, crowdloan_id, new_min_contribution),
  ),
  serve(CrowdloanCalls.update_end, (chain, origin, { crowdloan_id, new_end }) =>
    changeEnd(chain, origin, crowdloan_id, new_end),
  ),
  serve(CrowdloanCalls.update_cap, (chain, origin, { crowdloan_id, new_cap }) =>
    changeCap(chain, origin, crowdloan_id, new_cap),
  ),
  serve(CrowdloanCalls.set_max_contribution, (chain, origin, { crowdloan_id, new_max_contribution }) =>
    changeMaxContribution(chain, origin, crowdloan_id, new_max_contribution),
  ),
  serve(SubtensorModuleCalls.register_leased_network, (chain, origin, { emissions_share, end_block }) =>
    registerLeasedNetwork(chain, origin, emissions_share, end_block),
  ),
  serve(SubtensorModuleCalls.terminate_lease, (chain, origin, { lease_id, hotkey }) =>
    terminateLease(chain, origin, lease_id, hotkey),
  ),
]
