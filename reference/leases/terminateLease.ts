import { coldkeyOwnsHotkey } from "../keys/ownership.js"
import { removeProvider } from "../state/accounts.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { attempt, ensure, refuse } from "../state/refusal.js"
import {
  AccumulatedLeaseDividends,
  SubnetLeaseShares,
  SubnetLeases,
  SubnetUidToLeaseId,
} from "../state/storage/subtensorModule.js"
import { setSubnetOwner } from "../subnets/subnetOwner.js"
import { removeBeneficiaryProxy } from "./beneficiaryProxy.js"

/**
 * The beneficiary ends a lease whose end has come and owns the subnet from then on. Dividends that were gathered and
 * not yet shared out stay with the lease's coldkey, which nobody can sign for. The subnet's number still points to the
 * lease.
 *
 * @param hotkey the beneficiary's hotkey that the subnet will be run with
 * @clause leases-14
 * @source pallets/subtensor/src/subnets/leasing.rs:197
 */
export function terminateLease(chain: Chain, origin: Origin, leaseId: number, hotkey: AccountId): void {
  const beneficiary = ensureSigned(origin)
  const lease = SubnetLeases.get(chain.state, leaseId)
  if (lease === undefined) throw refuse("SubtensorModule.LeaseDoesNotExist")
  ensure(lease.beneficiary === beneficiary, "SubtensorModule.ExpectedBeneficiaryOrigin")
  const { netuid, coldkey, end_block } = lease
  if (end_block === undefined) throw refuse("SubtensorModule.LeaseHasNoEndBlock")
  ensure(chain.blockNumber >= BigInt(end_block), "SubtensorModule.LeaseHasNotEnded")
  ensure(coldkeyOwnsHotkey(chain, beneficiary, hotkey), "SubtensorModule.BeneficiaryDoesNotOwnHotkey")

  setSubnetOwner(chain, netuid, beneficiary, hotkey)
  attempt(() => removeProvider(chain, coldkey))
  attempt(() => removeProvider(chain, lease.hotkey))
  removeLease(chain, leaseId)
  removeBeneficiaryProxy(chain, coldkey, beneficiary)
  chain.deposit(SubtensorModuleEvents.SubnetLeaseTerminated, { beneficiary, netuid })
}

/**
 * Forgets the lease of a subnet that is dissolved. Its proxy and the deposit for it stay.
 *
 * @clause leases-15
 * @source pallets/subtensor/src/coinbase/root.rs:468
 */
export function forgetLeaseOfSubnet(chain: Chain, netuid: NetUid): void {
  const leaseId = SubnetUidToLeaseId.get(chain.state, netuid)
  if (leaseId === undefined) return
  SubnetUidToLeaseId.remove(chain.state, netuid)
  removeLease(chain, leaseId)
}

/** Removes a lease, its shares, and what was gathered for them. */
function removeLease({ state }: Chain, leaseId: number): void {
  SubnetLeaseShares.clearUnder(state, leaseId)
  AccumulatedLeaseDividends.remove(state, leaseId)
  SubnetLeases.remove(state, leaseId)
}
