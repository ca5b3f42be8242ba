import { U64F64 } from "../numbers/formats.js"
import { U32, U64 } from "../numbers/integers.js"
import { addProvider } from "../state/accounts.js"
import { transfer } from "../state/balances.js"
import { balanceOf } from "../state/balancesAccount.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin, signedBy } from "../state/origin.js"
import { type AccountId, type NetUid, NO_TAO, type TaoBalance, taoBalance } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import { Contributions, CurrentCrowdloanId } from "../state/storage/crowdloan.js"
import {
  Delegates,
  NextSubnetLeaseId,
  SubnetLeaseShares,
  SubnetLeases,
  SubnetOwner,
  SubnetUidToLeaseId,
} from "../state/storage/subtensorModule.js"
import { registerNetwork } from "../subnets/registerNetwork.js"
import { addBeneficiaryProxy } from "./beneficiaryProxy.js"
import { type Crowdloan, existingCrowdloan } from "./crowdloans.js"
import { leaseAccount } from "./leaseAccounts.js"

/** What the lease's hotkey takes of its nominators' dividends: nothing, so that contributors get all of theirs. */
const LEASE_TAKE = 0

/**
 * Registers a subnet with what a crowdloan has raised, and leases it to the crowdloan's creator, who runs it through a
 * proxy. Contributors get shares of its dividends as large as their parts of what was raised. What the registration
 * did not cost goes back to all in the same proportion, what rounding leaves to the creator. Only the call of a
 * crowdloan that is being finalized can do this.
 *
 * @param emissionsShare percent of the owner's cut that contributors get
 * @param endBlock the block in which the lease ends; undefined for one that never ends
 * @clause leases-12
 * @source pallets/subtensor/src/subnets/leasing.rs:69
 */
export function registerLeasedNetwork(
  chain: Chain,
  origin: Origin,
  emissionsShare: number,
  endBlock: number | undefined,
): void {
  const { state, blockNumber } = chain
  const beneficiary = ensureSigned(origin)
  const { crowdloanId, crowdloan } = crowdloanBeingFinalized(chain)
  ensure(beneficiary === crowdloan.creator, "SubtensorModule.InvalidLeaseBeneficiary")
  ensure(endBlock === undefined || BigInt(endBlock) > blockNumber, "SubtensorModule.LeaseCannotEndInThePast")

  const leaseId = takeLeaseId(chain)
  const coldkey = leaseAccount("coldkey", leaseId)
  const hotkey = leaseAccount("hotkey", leaseId)
  const netuid = registerForLease(chain, crowdloan, coldkey, hotkey)
  addBeneficiaryProxy(chain, coldkey, beneficiary)
  const leftover = taoBalance(balanceOf(chain, coldkey).free)
  SubnetLeases.set(state, leaseId, {
    beneficiary,
    coldkey,
    hotkey,
    emissions_share: emissionsShare,
    end_block: endBlock,
    netuid,
    cost: U64.saturatingSub<bigint>(crowdloan.raised, leftover),
  })
  SubnetUidToLeaseId.set(state, netuid, leaseId)
  Delegates.set(state, hotkey, LEASE_TAKE)
  const refunded = shareOut(chain, { crowdloanId, crowdloan, leaseId, coldkey, leftover })
  transfer(chain, coldkey, beneficiary, U64.saturatingSub(leftover, refunded), "Expendable")
  chain.deposit(SubtensorModuleEvents.SubnetLeaseCreated, {
    beneficiary,
    lease_id: leaseId,
    netuid,
    end_block: endBlock,
  })
}

/** The crowdloan whose call this is. Refuses with Crowdloan.InvalidCrowdloanId outside such a call. */
function crowdloanBeingFinalized(chain: Chain): { readonly crowdloanId: number; readonly crowdloan: Crowdloan } {
  const crowdloanId = CurrentCrowdloanId.get(chain.state)
  if (crowdloanId === undefined) throw refuse("Crowdloan.InvalidCrowdloanId")
  return { crowdloanId, crowdloan: existingCrowdloan(chain, crowdloanId) }
}

/** The number of a new lease. */
function takeLeaseId({ state }: Chain): number {
  const leaseId = NextSubnetLeaseId.get(state)
  const next = U32.checkedAdd(leaseId, 1)
  if (next === undefined) throw refuse("SubtensorModule.Overflow")
  NextSubnetLeaseId.set(state, next)
  return leaseId
}

/**
 * Lets the lease's keys live, moves what was raised to its coldkey, and registers the subnet with it.
 *
 * @clause leases-12
 * @source pallets/subtensor/src/subnets/leasing.rs:92
 */
function registerForLease(chain: Chain, crowdloan: Crowdloan, coldkey: AccountId, hotkey: AccountId): NetUid {
  addProvider(chain, coldkey)
  addProvider(chain, hotkey)
  transfer(chain, crowdloan.funds_account, coldkey, taoBalance(crowdloan.raised), "Expendable")
  registerNetwork(chain, signedBy(coldkey), hotkey, undefined)
  const owned = SubnetOwner.entries(chain.state).find(([, owner]) => owner === coldkey)
  if (owned === undefined) throw refuse("SubtensorModule.LeaseNetuidNotFound")
  return owned[0]
}

interface LeaseShares {
  readonly crowdloanId: number
  readonly crowdloan: Crowdloan
  readonly leaseId: number
  readonly coldkey: AccountId
  readonly leftover: TaoBalance
}

/**
 * Gives every contributor but the beneficiary a share of the lease and a part of what is left over.
 *
 * @returns what was refunded, in rao
 * @clause leases-13
 * @source pallets/subtensor/src/subnets/leasing.rs:138
 */
function shareOut(chain: Chain, { crowdloanId, crowdloan, leaseId, coldkey, leftover }: LeaseShares): TaoBalance {
  let refunded: TaoBalance = NO_TAO
  for (const [contributor, amount] of Contributions.entriesUnder(chain.state, crowdloanId)) {
    if (contributor === crowdloan.creator) continue
    const share = leaseShare(amount, crowdloan.raised)
    SubnetLeaseShares.set(chain.state, leaseId, contributor, share)
    const refund = refundOfShare(share, leftover)
    transfer(chain, coldkey, contributor, refund, "Expendable")
    refunded = U64.saturatingAdd(refunded, refund)
  }
  return refunded
}

/**
 * A contributor's share of a lease: contribution ÷ all that was raised.
 *
 * @param contribution rao
 * @param raised rao, more than nothing
 * @clause leases-13
 * @source pallets/subtensor/src/subnets/leasing.rs:145
 */
export function leaseShare(contribution: bigint, raised: bigint): U64F64 {
  return U64F64.saturatingDiv(U64F64.fromInteger(contribution), U64F64.fromInteger(raised))
}

/**
 * A share's part of what a registration left over, truncated.
 *
 * @param leftover rao
 * @returns rao
 * @clause leases-13
 * @source pallets/subtensor/src/subnets/leasing.rs:150
 */
export function refundOfShare(share: U64F64, leftover: TaoBalance): TaoBalance {
  const part = U64F64.saturatingMul(share, U64F64.fromInteger(leftover))
  return taoBalance(U64F64.saturatingToU64(U64F64.floor(part)))
}
