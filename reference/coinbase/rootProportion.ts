import { fractionOfU64 } from "../consensus/stakeWeight.js"
import { subnetsToEmitTo } from "../emission/eligibleSubnets.js"
import { U96F32 } from "../numbers/formats.js"
import { alphaIssuance } from "../pool/reserves.js"
import type { Chain } from "../state/chain.js"
import { type AlphaBalance, type NetUid, ROOT, type TaoBalance } from "../state/primitives.js"
import { RootProp, SubnetTAO, TaoWeight } from "../state/storage/subtensorModule.js"
import { subnetNetuids } from "../subnets/existence.js"

/**
 * What root's TAO weighs beside the alpha of a subnet: weighted TAO ÷ (weighted TAO + alpha); zero if both are zero.
 *
 * @param rootTao staked on root, in rao
 * @param taoWeight what one rao counts in alpha rao, of u64::MAX
 * @param issuance all alpha of the subnet, in alpha rao
 * @clause coinbase-03
 * @source pallets/subtensor/src/coinbase/block_step.rs:69
 */
export function weighRoot(rootTao: TaoBalance, taoWeight: bigint, issuance: AlphaBalance): U96F32 {
  const weighted = U96F32.saturatingMul(U96F32.fromInteger(rootTao), fractionOfU64(taoWeight))
  return U96F32.checkedDiv(weighted, U96F32.saturatingAdd(weighted, U96F32.fromInteger(issuance))) ?? U96F32.ZERO
}

/**
 * The root proportion of a subnet as its alpha and root's TAO are now.
 *
 * @clause coinbase-03
 * @source pallets/subtensor/src/coinbase/block_step.rs:69
 */
export function rootProportion(chain: Chain, netuid: NetUid): U96F32 {
  const { state } = chain
  return weighRoot(SubnetTAO.get(state, ROOT), TaoWeight.get(state), alphaIssuance(chain, netuid))
}

/**
 * Records the root proportion of each subnet that takes part in emission, for readers: no rule reads it.
 *
 * @clause coinbase-03
 * @source pallets/subtensor/src/coinbase/block_step.rs:58
 */
export function updateRootProportions(chain: Chain): void {
  for (const netuid of subnetsToEmitTo(chain, subnetNetuids(chain))) {
    RootProp.set(chain.state, netuid, rootProportion(chain, netuid))
  }
}
