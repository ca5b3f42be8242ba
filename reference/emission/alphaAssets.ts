import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { AlphaBalance, NetUid } from "../state/primitives.js"
import { AlphaBurned, AlphaRecycled, TotalAlphaIssuance } from "../state/storage/alphaAssets.js"
import { SubnetAlphaIn, SubnetAlphaOut } from "../state/storage/subtensorModule.js"

/**
 * Enters minted alpha in the ledger of alpha.
 *
 * @param amount alpha rao
 * @clause emission-08
 * @source pallets/alpha-assets/src/lib.rs:303
 */
function mintAlpha(chain: Chain, netuid: NetUid, amount: AlphaBalance): void {
  TotalAlphaIssuance.mutate(chain.state, netuid, (issuance) => U64.saturatingAdd(issuance, amount))
}

/**
 * Enters recycled alpha in the ledger. It is issued no more.
 *
 * @param amount alpha rao
 * @clause emission-08
 * @source pallets/alpha-assets/src/lib.rs:323
 */
function recycleAlpha(chain: Chain, netuid: NetUid, amount: AlphaBalance): void {
  AlphaRecycled.mutate(chain.state, netuid, (recycled) => U64.saturatingAdd(recycled, amount))
  TotalAlphaIssuance.mutate(chain.state, netuid, (issuance) => U64.saturatingSub(issuance, amount))
}

/**
 * Mints alpha into a subnet's pool.
 *
 * @param amount alpha rao
 * @clause emission-09
 * @source pallets/subtensor/src/coinbase/alpha.rs:26
 */
export function mintAlphaIn(chain: Chain, netuid: NetUid, amount: AlphaBalance): void {
  if (amount === 0n) return
  mintAlpha(chain, netuid, amount)
  SubnetAlphaIn.mutate(chain.state, netuid, (alpha) => U64.saturatingAdd(alpha, amount))
}

/**
 * Mints alpha outside a subnet's pool.
 *
 * @param amount alpha rao
 * @clause emission-09
 * @source pallets/subtensor/src/coinbase/alpha.rs:13
 */
export function mintAlphaOut(chain: Chain, netuid: NetUid, amount: AlphaBalance): void {
  if (amount === 0n) return
  mintAlpha(chain, netuid, amount)
  SubnetAlphaOut.mutate(chain.state, netuid, (alpha) => U64.saturatingAdd(alpha, amount))
}

/**
 * Recycles alpha from outside a subnet's pool: it is issued no more.
 *
 * @param amount alpha rao
 * @clause emission-09
 * @source pallets/subtensor/src/coinbase/alpha.rs:39
 */
export function recycleSubnetAlpha(chain: Chain, netuid: NetUid, amount: AlphaBalance): void {
  if (amount === 0n) return
  SubnetAlphaOut.mutate(chain.state, netuid, (alpha) => U64.saturatingSub(alpha, amount))
  recycleAlpha(chain, netuid, amount)
}

/**
 * Burns alpha: it stays issued, and stays counted outside the pool.
 *
 * @param amount alpha rao
 * @clause emission-08, emission-09
 * @source pallets/subtensor/src/coinbase/alpha.rs:52
 */
export function burnSubnetAlpha(chain: Chain, netuid: NetUid, amount: AlphaBalance): void {
  if (amount === 0n) return
  AlphaBurned.mutate(chain.state, netuid, (burned) => U64.saturatingAdd(burned, amount))
}
