import { type Credit, NO_CREDIT } from "../state/balancesCredit.js"
import type { Chain } from "../state/chain.js"
import { type TaoBalance, taoBalance } from "../state/primitives.js"
import { BlockEmission, TotalIssuance } from "../state/storage/subtensorModule.js"
import { emissionAt } from "./curve.js"
import { TOTAL_SUPPLY } from "./supply.js"
import { mintTao } from "./tao.js"

/**
 * Mints what this block emits, as far as the supply has room.
 *
 * @returns the credit of the minted TAO
 * @clause emission-02
 * @source pallets/subtensor/src/coinbase/block_emission.rs:21
 */
export function mintBlockEmission(chain: Chain): Credit {
  const emission = blockEmission(chain)
  return emission === 0n ? NO_CREDIT : mintTao(chain, emission)
}

/**
 * What a block emits at the issuance of TAO that SubtensorModule counts; nothing is minted.
 *
 * @returns rao
 * @clause emission-02
 * @source pallets/subtensor/src/coinbase/block_emission.rs:32
 */
export function blockEmission(chain: Chain): TaoBalance {
  return taoBalance(blockEmissionForIssuance(chain, TotalIssuance.get(chain.state)))
}

/**
 * Reads the curve at an issuance, and leaves what it read in storage as if it were this block's emission of TAO.
 *
 * @param issuance rao, or alpha rao
 * @returns rao, or alpha rao
 * @clause emission-02
 * @source pallets/subtensor/src/coinbase/block_emission.rs:38
 */
export function blockEmissionForIssuance(chain: Chain, issuance: bigint): bigint {
  const emission = emissionAt(issuance)
  const isNews = issuance < TOTAL_SUPPLY && emission !== BlockEmission.get(chain.state)
  if (isNews) BlockEmission.set(chain.state, emission)
  return emission
}
