import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type AlphaBalance, alphaBalance, type NetUid, NO_ALPHA, NO_TAO, type TaoBalance } from "../state/primitives.js"
import {
  NetworkMinLockCost,
  RAORecycledForRegistration,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetLocked,
  SubnetTAO,
  SubnetVolume,
  TotalStake,
} from "../state/storage/subtensorModule.js"

/**
 * Fills the pool of a new subnet: with the TAO that was locked, but counting at least the least lock cost, whatever was
 * paid; and with as much alpha as makes the price the median of the other subnets' prices. Nothing is recycled.
 *
 * @param locked rao
 * @param price rao per alpha rao
 * @clause subnets-17
 * @source pallets/subtensor/src/subnets/subnet.rs:224
 */
export function fillNewPool(chain: Chain, netuid: NetUid, locked: TaoBalance, price: U64F64): void {
  const { state } = chain
  const least = NetworkMinLockCost.get(state)
  const tao = locked >= least ? locked : least
  SubnetTAO.set(state, netuid, tao)
  SubnetAlphaIn.set(state, netuid, alphaAtPrice(tao, price))
  SubnetLocked.set(state, netuid, locked)
  SubnetAlphaOut.set(state, netuid, NO_ALPHA)
  SubnetVolume.set(state, netuid, 0n)
  RAORecycledForRegistration.set(state, netuid, NO_TAO)
  if (tao > 0n) TotalStake.mutate(state, (total) => U64.saturatingAdd(total, tao))
}

/**
 * The alpha that an amount of TAO is worth at a price: floor(tao ÷ price). Nothing for a price of zero.
 *
 * @returns alpha rao
 * @clause subnets-17
 * @source pallets/subtensor/src/subnets/subnet.rs:230
 */
export function alphaAtPrice(tao: TaoBalance, price: U64F64): AlphaBalance {
  return alphaBalance(U64F64.saturatingToU64(U64F64.floor(U64F64.safeDiv(U64F64.saturatingFromInteger(tao), price))))
}
