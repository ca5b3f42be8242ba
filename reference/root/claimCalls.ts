import { ensureSubnetOwnerOrRoot } from "../hyperparameters/rights.js"
import { I96F32 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureRoot, ensureSigned, type Origin } from "../state/origin.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { NumRootClaim, RootClaimableThreshold, RootClaimType } from "../state/storage/subtensorModule.js"
import { type ClaimType, claimRoot } from "./rootClaim.js"
import { addStakingColdkey } from "./stakingColdkeys.js"

/**
 * Claims what the signer's stake on root is owed of the named subnets. From then on the signer is among those that
 * blocks claim for by themselves.
 *
 * @throws SubtensorModule.InvalidSubnetNumber for no subnet or too many
 * @clause root-11
 * @source pallets/subtensor/src/macros/dispatches.rs:2166
 */
export function claimRootOfSubnets(chain: Chain, origin: Origin, subnets: readonly number[]): void {
  const coldkey = ensureSigned(origin)
  const named = new Set(subnets)
  ensure(named.size > 0, "SubtensorModule.InvalidSubnetNumber")
  ensure(named.size <= chain.constants.maxSubnetClaims, "SubtensorModule.InvalidSubnetNumber")
  addStakingColdkey(chain, coldkey)
  claimRoot(chain, coldkey, named)
}

/**
 * Sets what the signer wants done with the alpha that is claimed. From then on the signer is among those that blocks
 * claim for by themselves.
 *
 * @throws SubtensorModule.InvalidSubnetNumber for an empty list of subnets whose alpha is to be kept
 * @clause root-12
 * @source pallets/subtensor/src/macros/dispatches.rs:2195
 */
export function setRootClaimType(chain: Chain, origin: Origin, asked: ClaimType): void {
  const coldkey = ensureSigned(origin)
  const type = withSubnetsInOrder(asked)
  if (type.type === "KeepSubnets") ensure(type.value.subnets.length > 0, "SubtensorModule.InvalidSubnetNumber")
  addStakingColdkey(chain, coldkey)
  RootClaimType.set(chain.state, coldkey, type)
  chain.deposit(SubtensorModuleEvents.RootClaimTypeSet, { coldkey, root_claim_type: type })
}

/** The subnets are a set: each once, in the order of their numbers. */
function withSubnetsInOrder(type: ClaimType): ClaimType {
  if (type.type !== "KeepSubnets") return type
  return { type: "KeepSubnets", value: { subnets: [...new Set(type.value.subnets)].sort((a, b) => a - b) } }
}

/**
 * Sets for how many coldkeys a block claims by itself; zero switches that off. No event tells of it.
 *
 * @throws BadOrigin, SubtensorModule.InvalidNumRootClaim
 * @clause root-13
 * @source pallets/subtensor/src/macros/dispatches.rs:2214
 */
export function setNumRootClaims(chain: Chain, origin: Origin, count: bigint): void {
  ensureRoot(origin)
  ensure(count <= chain.constants.maxNumRootClaims, "SubtensorModule.InvalidNumRootClaim")
  NumRootClaim.set(chain.state, count)
}

/**
 * Sets what must be owed of a subnet's alpha for it to be claimed; the subnet's owner may, and root. No event tells of
 * it, and nothing checks that the subnet exists.
 *
 * @param threshold alpha rao
 * @throws BadOrigin, SubtensorModule.InvalidRootClaimThreshold
 * @clause root-14
 * @source pallets/subtensor/src/macros/dispatches.rs:2230
 */
export function setRootClaimThreshold(chain: Chain, origin: Origin, netuid: NetUid, threshold: bigint): void {
  ensureSubnetOwnerOrRoot(chain, origin, netuid)
  ensure(threshold <= chain.constants.maxRootClaimThreshold, "SubtensorModule.InvalidRootClaimThreshold")
  RootClaimableThreshold.set(chain.state, netuid, I96F32.fromInteger(threshold))
}
