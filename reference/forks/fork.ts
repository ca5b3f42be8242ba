import type { HyperparameterBounds, HyperparameterRateLimits } from "../hyperparameters/bounds.js"
import type { Chain } from "../state/chain.js"
import type { CallTable, DispatchGuard } from "../state/dispatch.js"
import type { CallFilter } from "../state/origin.js"
import type { TaoBalance } from "../state/primitives.js"
import type { Runtime } from "../state/runtime.js"
import type { ForkRules } from "./rules.js"

/** Numbers that a fork's runtime fixes; none of them is in storage. */
export interface Constants {
  /** The least balance an account may hold and live, in rao. */
  readonly existentialDeposit: TaoBalance
  /** The least that may be staked, and that an unstaking which leaves some stake must give, in rao. */
  readonly minStake: TaoBalance
  /** The least reserve that a pool must hold of a currency to pay it out, in rao or alpha rao. */
  readonly swapMinimumReserve: bigint
  /** The highest fee rate of a pool, in parts of 65535. */
  readonly swapMaxFeeRate: number
  /** What swapping a hotkey on all subnets costs, and announcing that a coldkey is swapped, in rao. */
  readonly keySwapCost: TaoBalance
  /** What swapping a hotkey on one subnet costs, in rao. */
  readonly keySwapOnSubnetCost: TaoBalance
  /** The blocks between two swaps of a hotkey on a subnet by one coldkey. */
  readonly hotkeySwapOnSubnetInterval: bigint
  /** The blocks between two times that an address of Ethereum is associated with a neuron. */
  readonly evmKeyAssociateRateLimit: bigint
  /** The blocks between two times that the dividends of leased subnets are shared out. */
  readonly leaseDividendsDistributionInterval: bigint
  /** The most calls that a batch may have. */
  readonly batchedCallsLimit: number
  /** The blocks between two times that the children of a hotkey are set on a subnet. */
  readonly setChildrenInterval: bigint
  /** The most children of a hotkey on a subnet. */
  readonly maxChildren: number
  /** The most coldkeys that a block claims root dividends for by itself. */
  readonly maxNumRootClaims: bigint
  /** The most subnets that one call may claim root dividends of. */
  readonly maxSubnetClaims: number
  /** The highest threshold of root dividends below which nothing is claimed, in alpha rao. */
  readonly maxRootClaimThreshold: bigint
  /** The bounds of hyperparameters. */
  readonly hyperparameterBounds: HyperparameterBounds
  /** How often hyperparameters may be changed, where storage does not say. */
  readonly hyperparameterRateLimits: HyperparameterRateLimits
  /** What crowdloans are bound by. */
  readonly crowdloan: CrowdloanBounds
  /** What proxies cost and how many an account may have. */
  readonly proxy: ProxyBounds
}

/** What crowdloans are bound by. */
export interface CrowdloanBounds {
  /** The least that a creator must put in, in rao. */
  readonly leastDeposit: bigint
  /** The least that the least contribution may be set to, in rao. */
  readonly leastContribution: bigint
  /** The fewest blocks that a crowdloan may last. */
  readonly leastDuration: bigint
  /** The most blocks that a crowdloan may last. */
  readonly greatestDuration: bigint
  /** How many contributors one refund reaches. */
  readonly refundedAtOnce: number
  /** How many contributors a crowdloan may have. */
  readonly mostContributors: number
}

/** What proxies cost and how many an account may have. */
export interface ProxyBounds {
  /** What an account with any proxy has reserved, in rao. */
  readonly depositBase: bigint
  /** What it has reserved for each of them beside that, in rao. */
  readonly depositPerProxy: bigint
  readonly mostProxies: number
  /** What an account with any announcement has reserved, in rao. */
  readonly announcementBase: bigint
  /** What it has reserved for each of them beside that, in rao. */
  readonly depositPerAnnouncement: bigint
  readonly mostAnnouncements: number
}

/** A fork: the rules that the chain kept between two upgrades. */
export interface Fork {
  readonly name: string
  /** The spec_version that recordings of the fork carry. */
  readonly specVersion: number
  readonly constants: Constants
  readonly runtime: Runtime
  /** What differs between forks inside rules that they share. */
  readonly rules: ForkRules
  readonly calls: CallTable
  /** Which calls pass, for every origin but root. */
  readonly callFilter: CallFilter
  readonly guards: readonly DispatchGuard[]
  /** Everything that happens before a block's first call. */
  initializeBlock(chain: Chain): void
  /** Everything that happens after its last call. */
  finalizeBlock(chain: Chain): void
}
