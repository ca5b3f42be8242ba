import { U64F64 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import type { NetUid, TaoBalance } from "../state/primitives.js"
import { Burn, BurnIncreaseMult, MaxBurn, MinBurn } from "../state/storage/subtensorModule.js"
import { clampBurn } from "./burnPrice.js"

/**
 * The price of the next registration on a subnet after one at `burn`: the price times the factor, which counts as one
 * if it is less, floored and held between the bounds.
 *
 * @param burn rao
 * @clause registration-07
 * @source pallets/subtensor/src/subnets/registration.rs:517
 */
export function increasedBurn(burn: TaoBalance, factor: U64F64, least: TaoBalance, most: TaoBalance): TaoBalance {
  const applied = factor < U64F64.ONE ? U64F64.ONE : factor
  const product = U64F64.saturatingMul(U64F64.saturatingFromInteger(burn), applied)
  return clampBurn(U64F64.saturatingToU64(product), least, most)
}

/**
 * Raises the price of registration on a subnet after a registration.
 *
 * @clause registration-07
 * @source pallets/subtensor/src/subnets/registration.rs:517
 */
export function raiseBurn({ state }: Chain, netuid: NetUid): void {
  const factor = BurnIncreaseMult.get(state, netuid)
  const [least, most] = [MinBurn.get(state, netuid), MaxBurn.get(state, netuid)]
  Burn.mutate(state, netuid, (burn) => increasedBurn(burn, factor, least, most))
}
