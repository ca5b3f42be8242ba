import { coldkeyBalance, keepAliveBalance, recycleTao, transferTao, transferTaoFromSubnet } from "../emission/tao.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type NetUid, NO_TAO, type TaoBalance } from "../state/primitives.js"
import { attempt } from "../state/refusal.js"
import {
  NetworkRegisteredAt,
  NetworkRegistrationStartBlock,
  SubnetAlphaIn,
  SubnetLocked,
  SubnetOwner,
  SubnetProtocolAlpha,
  SubnetTAO,
  TaoInRefundDeploymentBlock,
  TotalStake,
} from "../state/storage/subtensorModule.js"
import { largestRemainderPortions, type Weighted } from "./largestRemainder.js"
import { ownersEarnings } from "./ownersEarnings.js"
import { removeStakes, type StakeOnSubnet, stakesOnSubnet } from "./stakesOnSubnet.js"
import { accountOfNetuid } from "./subnetAccount.js"

/** The holder of the protocol's part, which is not paid out. */
const PROTOCOL = "protocol"

/**
 * Pays everybody who holds alpha of a subnet out of the TAO in its pool, in proportion to what they hold, and destroys
 * the alpha. The protocol's part stays on the subnet's account. Owners of old subnets get back what they locked, less
 * what they earned. What is left on the account is recycled. Payments that fail are passed over.
 *
 * @clause subnets-22
 * @source pallets/subtensor/src/staking/remove_stake.rs:442
 */
export function payOutStakes(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  const owner = SubnetOwner.get(state, netuid)
  const refund = ownersRefund(chain, netuid)
  const stakes = stakesOnSubnet(chain, netuid)
  const protocolsPart = payHolders(chain, netuid, stakes)
  removeStakes(chain, netuid, stakes)
  SubnetLocked.set(state, netuid, NO_TAO)

  const account = accountOfNetuid(netuid)
  if (refund > 0n) {
    const spare = U64.saturatingSub(coldkeyBalance(chain, account), protocolsPart)
    attempt(() => transferTao(chain, account, owner, refund < spare ? refund : spare))
  }
  const rest = keepAliveBalance(chain, account)
  attempt(() => recycleTao(chain, account, rest))
}

/**
 * What the owner of a subnet gets back of what it locked: for a subnet from before registrations were opened anew the
 * locked TAO less the owner's earnings; for every other nothing.
 *
 * @returns rao
 * @clause subnets-23
 * @source pallets/subtensor/src/staking/remove_stake.rs:453
 */
function ownersRefund(chain: Chain, netuid: NetUid): TaoBalance {
  const { state } = chain
  const locked = SubnetLocked.get(state, netuid)
  const isOld = NetworkRegisteredAt.get(state, netuid) < NetworkRegistrationStartBlock.get(state)
  if (!isOld || locked === 0n) return NO_TAO
  return U64.saturatingSub(locked, ownersEarnings(chain, netuid))
}

/**
 * Empties the pool of its TAO and pays each holder's part to the coldkey.
 *
 * @returns the protocol's part, in rao, which stays
 * @clause subnets-22
 * @source pallets/subtensor/src/staking/remove_stake.rs:539
 */
function payHolders(chain: Chain, netuid: NetUid, stakes: readonly StakeOnSubnet[]): TaoBalance {
  const { state } = chain
  const pot = SubnetTAO.get(state, netuid)
  if (pot === 0n) return NO_TAO
  const holders = stakes.map(({ coldkey, alpha }) => ({ holder: coldkey, weight: alpha }))
  const protocol: Weighted<typeof PROTOCOL> = { holder: PROTOCOL, weight: protocolsAlpha(chain, netuid) }
  const portions = largestRemainderPortions<AccountId | typeof PROTOCOL>(pot, [...holders, protocol])
  SubnetTAO.remove(state, netuid)
  TotalStake.mutate(state, (total) => U64.saturatingSub(total, pot))
  for (const { holder, share } of portions) {
    if (holder !== PROTOCOL && share > 0n) attempt(() => transferTaoFromSubnet(chain, netuid, holder, share))
  }
  return portions.find(({ holder }) => holder === PROTOCOL)?.share ?? NO_TAO
}

/**
 * The alpha that the protocol holds: what it bought, and, on all but old subnets, what the pool holds.
 *
 * @clause subnets-22
 * @source pallets/subtensor/src/staking/remove_stake.rs:497
 */
function protocolsAlpha({ state }: Chain, netuid: NetUid): bigint {
  const bought = SubnetProtocolAlpha.get(state, netuid)
  const isNew = NetworkRegisteredAt.get(state, netuid) > TaoInRefundDeploymentBlock.get(state)
  return isNew ? U64.saturatingAdd(SubnetAlphaIn.get(state, netuid), bought) : bought
}
