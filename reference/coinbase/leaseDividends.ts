import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { transferStakeWithinSubnet } from "../staking/transferStake.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type AccountId, type AlphaBalance, alphaBalance, NO_ALPHA } from "../state/primitives.js"
import { attempt } from "../state/refusal.js"
import { AccumulatedLeaseDividends, SubnetLeaseShares, SubnetLeases } from "../state/storage/subtensorModule.js"

type Lease = Exclude<ReturnType<typeof SubnetLeases.get>, undefined>

const PERCENT = 100n

/**
 * A percentage of an amount, rounded up in favour of those who paid for the lease.
 *
 * @param percentage from 0 to 100
 * @param cut in alpha rao
 * @returns alpha rao
 * @clause coinbase-18
 * @source pallets/subtensor/src/subnets/leasing.rs:273
 */
export function contributorsCut(percentage: number, cut: AlphaBalance): AlphaBalance {
  return alphaBalance((cut * BigInt(percentage) + PERCENT - 1n) / PERCENT)
}

/**
 * A contributor's part of an amount, rounded up.
 *
 * @param share a fraction
 * @param total in alpha rao
 * @returns alpha rao
 * @clause coinbase-18
 * @source pallets/subtensor/src/subnets/leasing.rs:307
 */
export function contributorsPart(share: U64F64, total: AlphaBalance): AlphaBalance {
  const part = U64F64.saturatingMul(share, U64F64.fromInteger(total))
  return alphaBalance(U64F64.saturatingToU64(U64F64.ceil(part)))
}

/**
 * Gathers the part of an owner's cut that goes to those who paid for a subnet's lease, and every so many blocks shares
 * out what was gathered; if that fails, all of it stays gathered. Nothing happens once the lease has ended.
 *
 * @param cut in alpha rao
 * @clause coinbase-18
 * @source pallets/subtensor/src/subnets/leasing.rs:258
 */
export function distributeLeaseDividends(chain: Chain, leaseId: number, cut: AlphaBalance): void {
  const { state, blockNumber, constants } = chain
  const lease = SubnetLeases.get(state, leaseId)
  if (lease === undefined) return
  if (lease.end_block !== undefined && BigInt(lease.end_block) <= blockNumber) return
  const gathered = U64.saturatingAdd(
    AccumulatedLeaseDividends.get(state, leaseId),
    contributorsCut(lease.emissions_share, cut),
  )
  const isDue = blockNumber % constants.leaseDividendsDistributionInterval === 0n
  const outcome = attempt(() => isDue && chain.transaction(() => shareOut(chain, leaseId, lease, gathered)))
  if (!outcome.ok || !outcome.value) AccumulatedLeaseDividends.set(state, leaseId, gathered)
}

/** Gives contributors their parts and the beneficiary what is left. */
function shareOut(chain: Chain, leaseId: number, lease: Lease, gathered: AlphaBalance): true {
  let given: AlphaBalance = NO_ALPHA
  for (const [contributor, share] of SubnetLeaseShares.entriesUnder(chain.state, leaseId)) {
    const part = contributorsPart(share, gathered)
    give(chain, leaseId, lease, contributor, part)
    given = U64.saturatingAdd(given, part)
  }
  give(chain, leaseId, lease, lease.beneficiary, U64.saturatingSub(gathered, given))
  AccumulatedLeaseDividends.set(chain.state, leaseId, NO_ALPHA)
  return true
}

function give(chain: Chain, leaseId: number, lease: Lease, to: AccountId, alpha: AlphaBalance): void {
  const { coldkey, hotkey, netuid } = lease
  transferStakeWithinSubnet(chain, { coldkey, hotkey }, { coldkey: to, hotkey }, netuid, alpha)
  chain.deposit(SubtensorModuleEvents.SubnetLeaseDividendsDistributed, { lease_id: leaseId, contributor: to, alpha })
}
