import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import type { TaoBalance } from "../../state/primitives.js"
import { TotalIssuance } from "../../state/storage/subtensorModule.js"

/**
 * Counts TAO (rao) that was taken from an account as gone from what SubtensorModule counts as issued.
 *
 * @clause emission-25
 * @source rao:pallets/subtensor/src/utils/misc.rs:306
 */
export function burnTokens({ state }: Chain, amount: TaoBalance): void {
  TotalIssuance.mutate(state, (total) => U64.saturatingSub(total, amount))
}
