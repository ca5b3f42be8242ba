import type { Constants } from "../../../reference/forks/fork.js"

/** A constant of a pallet that metadata shows, and the model's value of it. */
export interface FixedConstant {
  readonly pallet: string
  readonly name: string
  readonly value: (constants: Constants) => bigint
}

function constant(pallet: string, name: string, value: (constants: Constants) => bigint | number): FixedConstant {
  return { pallet, name, value: (constants) => BigInt(value(constants)) }
}

/** The constants of a fork that metadata shows. The others are written into the runtime's code alone. */
export const fixedConstants: readonly FixedConstant[] = [
  constant("Balances", "ExistentialDeposit", ({ existentialDeposit }) => existentialDeposit),
  constant("SubtensorModule", "InitialMinStake", ({ minStake }) => minStake),
  constant("SubtensorModule", "KeySwapCost", ({ keySwapCost }) => keySwapCost),
  constant("SubtensorModule", "KeySwapOnSubnetCost", ({ keySwapOnSubnetCost }) => keySwapOnSubnetCost),
  constant(
    "SubtensorModule",
    "HotkeySwapOnSubnetInterval",
    ({ hotkeySwapOnSubnetInterval }) => hotkeySwapOnSubnetInterval,
  ),
  constant(
    "SubtensorModule",
    "LeaseDividendsDistributionInterval",
    ({ leaseDividendsDistributionInterval }) => leaseDividendsDistributionInterval,
  ),
  constant("SubtensorModule", "MinTempo", ({ hyperparameterBounds: { tempo } }) => tempo.least),
  constant("SubtensorModule", "MaxTempo", ({ hyperparameterBounds: { tempo } }) => tempo.greatest),
  constant(
    "SubtensorModule",
    "MinActivityCutoffFactorMilli",
    ({ hyperparameterBounds: { activityCutoffFactorMilli } }) => activityCutoffFactorMilli.least,
  ),
  constant(
    "SubtensorModule",
    "MaxActivityCutoffFactorMilli",
    ({ hyperparameterBounds: { activityCutoffFactorMilli } }) => activityCutoffFactorMilli.greatest,
  ),
  constant("SubtensorModule", "MinBurnUpperBound", ({ hyperparameterBounds: { minBurnBelow } }) => minBurnBelow),
  constant("SubtensorModule", "MaxBurnLowerBound", ({ hyperparameterBounds: { maxBurnAbove } }) => maxBurnAbove),
  constant(
    "SubtensorModule",
    "InitialMaxAllowedUids",
    ({ hyperparameterBounds }) => hyperparameterBounds.maxAllowedUids,
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
