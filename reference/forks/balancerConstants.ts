import { taoBalance } from "../state/primitives.js"
import type { Constants } from "./fork.js"

/** What the runtime of spec_version 425 fixes. */
export const balancerConstants: Constants = {
  existentialDeposit: taoBalance(500n),
  minStake: taoBalance(2_000_000n),
  swapMinimumReserve: 1_000_000n,
  swapMaxFeeRate: 10_000,
  hotkeySwapOnSubnetInterval: 7_200n,
  leaseDividendsDistributionInterval: 100n,
  batchedCallsLimit: 10_922,
  setChildrenInterval: 150n,
  maxChildren: 5,
  maxNumRootClaims: 50n,
  maxSubnetClaims: 5,
  maxRootClaimThreshold: 10_000_000n,
  hyperparameterBounds: {
    tempo: { least: 360, greatest: 50_400 },
    activityCutoffFactorMilli: { least: 1_000, greatest: 50_000 },
    minBurnBelow: taoBalance(1_000_000_000n),
    maxBurnAbove: taoBalance(100_000_000n),
    burnHalfLife: { least: 1, greatest: 36_100 },
    burnIncreaseMult: { least: 1, greatest: 3 },
    maxAllowedUids: 256,
    immuneOwnerUids: { least: 1, greatest: 10 },
    revealPeriodEpochs: { least: 1n, greatest: 100n },
    mechanisms: { least: 1, greatest: 16 },
    ownerBondsMovingAverage: 975_000n,
    flowNormExponent: { least: 1, greatest: 2 },
  },
  hyperparameterRateLimits: {
    tempo: 360n,
    ownerHotkey: 50_400n,
    mechanismCount: 7_200n,
    mechanismEmission: 7_200n,
    uidsTrimming: 216_000n,
  },
  crowdloan: {
    leastDeposit: 10_000_000_000n,
    leastContribution: 100_000_000n,
    leastDuration: 50_400n,
    greatestDuration: 432_000n,
    refundedAtOnce: 50,
    mostContributors: 500,
  },
  proxy: { depositBase: 60_000_000n, depositPerProxy: 33_000_000n, mostProxies: 20 },
}
