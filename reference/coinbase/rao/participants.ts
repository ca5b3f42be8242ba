import { U96F32 } from "../../numbers/formats.js"
import { U64 } from "../../numbers/integers.js"
import { swapAlphaForTao } from "../../pool/rao/swap.js"
import type { Chain } from "../../state/chain.js"
import { type AlphaBalance, alphaBalance, type NetUid } from "../../state/primitives.js"
import { PendingAlphaSwapped, PendingEmission, PendingRootDivs } from "../../state/rao/storage/subtensorModule.js"
import { PendingOwnerCut, SubnetOwnerCut } from "../../state/storage/subtensorModule.js"
import { rootProportion } from "../rootProportion.js"
import { fractionOfU16 } from "../u16Fraction.js"

/** Who gets what of the alpha that a block brings a subnet, in whole alpha rao. */
export interface ParticipantShares {
  readonly ownerCut: AlphaBalance
  /** What is sold for the dividends of root. */
  readonly root: AlphaBalance
  /** What miners and validators get at the next epoch. */
  readonly pending: AlphaBalance
}

const HALF = U96F32.fromBits(U96F32.ONE >> 1n)

/**
 * Divides alpha between owner, root, and miners and validators together: first the owner's cut; of the rest root gets
 * its proportion of the validators' half. Each part is floored by itself; each is computed from the others' unfloored
 * values.
 *
 * @param alphaOut alpha rao
 * @param ownerCut the owner's cut as a fraction
 * @clause coinbase-34
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:145
 */
export function participantShares(alphaOut: U96F32, ownerCut: U96F32, rootProportion: U96F32): ParticipantShares {
  const cut = U96F32.saturatingMul(alphaOut, ownerCut)
  const rest = U96F32.saturatingSub(alphaOut, cut)
  const root = U96F32.saturatingMul(U96F32.saturatingMul(rootProportion, rest), HALF)
  return { ownerCut: floor(cut), root: floor(root), pending: floor(U96F32.saturatingSub(rest, root)) }
}

function floor(amount: U96F32): AlphaBalance {
  return alphaBalance(U96F32.saturatingToU64(amount))
}

/**
 * Lays aside what the alpha of a block brings the owner, miners and validators until the subnet's next epoch, and sells
 * root's part in the pool at once: the TAO is laid aside in its place. Where the pool cannot pay, the alpha is gone all
 * the same.
 *
 * @param alphaOut alpha rao, with its fraction
 * @clause coinbase-34
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:166
 */
export function laySharesAside(chain: Chain, netuid: NetUid, alphaOut: U96F32): void {
  const { state } = chain
  const cut = fractionOfU16(SubnetOwnerCut.get(state))
  const { ownerCut, root, pending } = participantShares(alphaOut, cut, rootProportion(chain, netuid))
  PendingOwnerCut.mutate(state, netuid, (total) => U64.saturatingAdd(total, ownerCut))
  const tao = swapAlphaForTao(chain, netuid, root)
  PendingAlphaSwapped.mutate(state, netuid, (total) => U64.saturatingAdd(total, root))
  PendingEmission.mutate(state, netuid, (total) => U64.saturatingAdd(total, pending))
  PendingRootDivs.mutate(state, netuid, (total) => U64.saturatingAdd(total, tao))
}
