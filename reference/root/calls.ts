import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { claimRootOfSubnets, setNumRootClaims, setRootClaimThreshold, setRootClaimType } from "./claimCalls.js"

/** The calls that this chapter serves. */
export const rootCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.claim_root, (chain, origin, { subnets }) => claimRootOfSubnets(chain, origin, subnets)),
  serve(SubtensorModuleCalls.set_root_claim_type, (chain, origin, { new_root_claim_type }) =>
    setRootClaimType(chain, origin, new_root_claim_type),
  ),
  serve(SubtensorModuleCalls.sudo_set_num_root_claims, (chain, origin, { new_value }) =>
    setNumRootClaims(chain, origin, new_value),
  ),
  serve(SubtensorModuleCalls.sudo_set_root_claim_threshold, (chain, origin, { netuid, new_value }) =>
    setRootClaimThreshold(chain, origin, netuid, new_value),
  ),
]
