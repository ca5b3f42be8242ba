import { addBalanceToColdkey } from "../../../emission/rao/coldkeyTao.js"
import { blankRaoChain } from "../../../state/blankChain.js"
import type { Chain } from "../../../state/chain.js"
import { alphaBalance, type NetUid, ROOT, taoBalance } from "../../../state/primitives.js"
import {
  NetworksAdded,
  Owner,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetMechanism,
  SubnetTAO,
} from "../../../state/storage/subtensorModule.js"
import { creditShare, stakeForHotkeyAndColdkeyOnSubnet } from "../../stake.js"
import { COLDKEY, HOTKEY, OTHER, OWNER, RESERVE, SUBNET, TAO } from "../../testing/market.js"
import { stakingCalls } from "../calls.js"

/** Another hotkey, of the owner too. */
export {
  AUTHOR as SECOND_HOTKEY,
  COLDKEY,
  call,
  errorOf,
  HOTKEY,
  OTHER,
  OWNER,
  RESERVE,
  SUBNET,
  TAO,
} from "../../testing/market.js"

/**
 * A chain of fork rao that serves the calls of staking, with root and two subnets, each with 1000 TAO and 1000 alpha in
 * its pool, a coldkey with 100 TAO, and a hotkey.
 */
export function market(): Chain {
  const chain = blankRaoChain(stakingCalls)
  addBalanceToColdkey(chain, COLDKEY, taoBalance(100n * TAO))
  Owner.set(chain.state, HOTKEY, OWNER)
  for (const netuid of [ROOT, SUBNET, OTHER]) NetworksAdded.set(chain.state, netuid, true)
  for (const netuid of [SUBNET, OTHER]) fillPool(chain, netuid, RESERVE, RESERVE)
  chain.takeEvents()
  return chain
}

/** Gives a subnet a pool with so much in it, and as much alpha outside. */
export function fillPool({ state }: Chain, netuid: NetUid, rao: bigint, alphaRao: bigint): void {
  SubnetMechanism.set(state, netuid, 1)
  SubnetTAO.set(state, netuid, taoBalance(rao))
  SubnetAlphaIn.set(state, netuid, alphaBalance(alphaRao))
  SubnetAlphaOut.set(state, netuid, alphaBalance(alphaRao))
}

/** Gives the coldkey stake with the hotkey, in alpha rao. */
export function give(chain: Chain, alphaRao: bigint, netuid = SUBNET): void {
  creditShare(chain, HOTKEY, COLDKEY, netuid, alphaBalance(alphaRao))
}

/** The coldkey's stake with a hotkey, in alpha rao. */
export function stake(chain: Chain, netuid = SUBNET, hotkey = HOTKEY): bigint {
  return stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, COLDKEY, netuid)
}
