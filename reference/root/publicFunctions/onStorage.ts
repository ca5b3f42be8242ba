import { stateFunction } from "../../interface/stateFunction.js"
import { accountId, netUid, nothing, optional, vector } from "../../interface/valueTypes.js"
import { claimRoot } from "../rootClaim.js"

/** Rules of root that work on storage, and that no call reaches by itself. */
export const rootStorageFunctions = [
  stateFunction({
    name: "root.claimRoot",
    clauses: ["root-06"],
    parameters: { coldkey: accountId, subnets: optional(vector(netUid)) },
    result: nothing,
    run: (chain, { coldkey, subnets }) =>
      claimRoot(chain, coldkey, subnets === undefined ? undefined : new Set(subnets)),
  }),
]
