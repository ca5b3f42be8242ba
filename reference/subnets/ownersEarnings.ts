import { fractionOfU16 } from "../coinbase/u16Fraction.js"
import { U64F64, U96F32 } from "../numbers/formats.js"
import { alphaIssuance } from "../pool/reserves.js"
import { currentAlphaPrice } from "../pool/swap.js"
import type { Chain } from "../state/chain.js"
import { type NetUid, type TaoBalance, taoBalance } from "../state/primitives.js"
import { SubnetOwnerCut } from "../state/storage/subtensorModule.js"

/**
 * What a subnet's owner has earned, as the chain reckons it: the owner's cut of all alpha that was ever issued, at the
 * price of now.
 *
 * @returns rao
 * @clause subnets-23
 * @source pallets/subtensor/src/staking/remove_stake.rs:455
 */
export function ownersEarnings(chain: Chain, netuid: NetUid): TaoBalance {
  const cut = fractionOfU16(SubnetOwnerCut.get(chain.state))
  const issued = U96F32.fromInteger(alphaIssuance(chain, netuid))
  const alpha = U96F32.saturatingToU64(U96F32.floor(U96F32.saturatingMul(issued, cut)))
  const price = U96F32.saturatingFromFixed(U64F64, currentAlphaPrice(chain, netuid))
  const value = U96F32.saturatingMul(U96F32.fromInteger(alpha), price)
  return taoBalance(U96F32.saturatingToU64(U96F32.floor(value)))
}
