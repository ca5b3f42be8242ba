import { U96F32 } from "../numbers/formats.js"
import { type AlphaBalance, alphaBalance } from "../state/primitives.js"

/** Who gets what of the alpha that a block brings a subnet, in whole alpha rao. */
export interface ParticipantShares {
  readonly ownerCut: AlphaBalance
  readonly server: AlphaBalance
  readonly validator: AlphaBalance
  readonly root: AlphaBalance
}

const HALF = U96F32.fromBits(U96F32.ONE >> 1n)

/**
 * Divides alpha between owner, servers (miners), validators and root: first the owner's cut; of the rest one half to
 * the servers, the other to the validators, who leave root its proportion of their half. Each part is floored by
 * itself, so that up to 3 alpha rao stay unassigned; each is computed from the others' unfloored values.
 *
 * @param alphaOut in alpha rao
 * @param ownerCut the owner's cut as a fraction; zero where it is switched off
 * @clause coinbase-07
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:257
 */
export function participantShares(alphaOut: U96F32, ownerCut: U96F32, rootProportion: U96F32): ParticipantShares {
  const cut = U96F32.saturatingMul(alphaOut, ownerCut)
  const rest = U96F32.saturatingSub(alphaOut, cut)
  const root = U96F32.saturatingMul(U96F32.saturatingMul(rootProportion, rest), HALF)
  const server = U96F32.saturatingMul(rest, HALF)
  const validator = U96F32.saturatingSub(U96F32.saturatingSub(rest, server), root)
  return { ownerCut: floor(cut), server: floor(server), validator: floor(validator), root: floor(root) }
}

function floor(amount: U96F32): AlphaBalance {
  return alphaBalance(U96F32.saturatingToU64(amount))
}
