import type { Constants } from "../../../reference/forks/fork.js"

/** A constant of a pallet that metadata shows, and the model's value of it. */
export interface FixedConstant {
  readonly pallet: string
  readonly name: string
  /** Not of forks whose runtimes had no such constant. */
  readonly forks: ReadonlySet<string>
  readonly value: (constants: Constants) => bigint
}

const ALL_FORKS: ReadonlySet<string> = new Set(["rao", "balancer"])
const SINCE_BALANCER: ReadonlySet<string> = new Set(["balancer"])

function constant(
  pallet: string,
  name: string,
  value: (constants: Constants) => bigint | number,
  forks = ALL_FORKS,
): FixedConstant {
  return { pallet, name, forks, value: (constants) => BigInt(value(constants)) }
}

/** The constants of a fork that metadata shows. The others are written into the runtime's code alone. */
export const fixedConstants: readonly FixedConstant[] = [
  constant("Balances", "ExistentialDeposit", ({ existentialDeposit }) => existentialDeposit),
  constant("SubtensorModule", "InitialMinStake", ({ minStake }) => minStake, SINCE_BALANCER),
  constant("SubtensorModule", "KeySwapCost", ({ keySwapCost }) => keySwapCost),
  constant("SubtensorModule", "KeySwapOnSubnetCost", ({ keySwapOnSubnetCost }) => keySwapOnSubnetCost, SINCE_BALANCER),
  constant(
    "SubtensorModule",
    "HotkeySwapOnSubnetInterval",
    ({ hotkeySwapOnSubnetInterval }) => hotkeySwapOnSubnetInterval,
    SINCE_BALANCER,
  ),
  constant(
    "SubtensorModule",
    "LeaseDividendsDistributionInterval",
    ({ leaseDividendsDistributionInterval }) => leaseDividendsDistributionInterval,
    SINCE_BALANCER,
  ),
  constant("SubtensorModule", "MinTempo", ({ hyperparameterBounds: { tempo } }) => tempo.least, SINCE_BALANCER),
  constant("SubtensorModule", "MaxTempo", ({ hyperparameterBounds: { tempo } }) => tempo.greatest, SINCE_BALANCER),
  constant(
    "SubtensorModule",
    "MinActivityCutoffFactorMilli",
    ({ hyperparameterBounds: { activityCutoffFactorMilli } }) => activityCutoffFactorMilli.least,
    SINCE_BALANCER,
  ),
  constant(
    "SubtensorModule",
    "MaxActivityCutoffFactorMilli",
    ({ hyperparameterBounds: { activityCutoffFactorMilli } }) => activityCutoffFactorMilli.greatest,
    SINCE_BALANCER,
  ),
  constant(
    "SubtensorModule",
    "MinBurnUpperBound",
    ({ hyperparameterBounds: { minBurnBelow } }) => minBurnBelow,
    SINCE_BALANCER,
  ),
  constant(
    "SubtensorModule",
    "MaxBurnLowerBound",
    ({ hyperparameterBounds: { maxBurnAbove } }) => maxBurnAbove,
    SINCE_BALANCER,
  ),
  constant(
    "SubtensorModule",
    "InitialMaxAllowedUids",
    ({ hyperparameterBounds }) => hyperparameterBounds.maxAllowedUids,
    SINCE_BALANCER,
  ),
  constant("Utility", "batched_calls_limit", ({ batchedCallsLimit }) => batchedCallsLimit),
  constant("Proxy", "ProxyDepositBase", ({ proxy }) => proxy.depositBase),
  constant("Proxy", "ProxyDepositFactor", ({ proxy }) => proxy.depositPerProxy),
  constant("Proxy", "MaxProxies", ({ proxy }) => proxy.mostProxies),
  constant("Crowdloan", "MinimumDeposit", ({ crowdloan }) => crowdloan.leastDeposit),
  constant("Crowdloan", "AbsoluteMinimumContribution", ({ crowdloan }) => crowdloan.leastContribution),
  constant("Crowdloan", "MinimumBlockDuration", ({ crowdloan }) => crowdloan.leastDuration),
  constant("Crowdloan", "MaximumBlockDuration", ({ crowdloan }) => crowdloan.greatestDuration),
  constant("Crowdloan", "RefundContributorsLimit", ({ crowdloan }) => crowdloan.refundedAtOnce),
  constant("Crowdloan", "MaxContributors", ({ crowdloan }) => crowdloan.mostContributors),
  constant("Swap", "MaxFeeRate", ({ swapMaxFeeRate }) => swapMaxFeeRate),
  constant("Swap", "MinimumReserve", ({ swapMinimumReserve }) => swapMinimumReserve),
]
