import type { TaoBalance } from "../state/primitives.js"

/** The bounds that a fork's runtime keeps hyperparameters in, both ends included unless said otherwise. */
export interface HyperparameterBounds {
  /** The tempo an owner may set, in blocks. */
  readonly tempo: Bounds<number>
  /** The factor of the activity cutoff, in thousandths of a tempo. */
  readonly activityCutoffFactorMilli: Bounds<number>
  /** What the least registration price must stay below, in rao. */
  readonly minBurnBelow: TaoBalance
  /** What the greatest registration price must stay above, in rao. */
  readonly maxBurnAbove: TaoBalance
  /** The half-life of the registration price, in blocks. */
  readonly burnHalfLife: Bounds<number>
  /** The factor of the registration price at each registration, in whole numbers. */
  readonly burnIncreaseMult: Bounds<number>
  /** The most neurons a subnet may have, over all its mechanisms together. */
  readonly maxAllowedUids: number
  /** How many of the owner's neurons may be immune. */
  readonly immuneOwnerUids: Bounds<number>
  /** How many epochs after the commit weights are revealed. */
  readonly revealPeriodEpochs: Bounds<bigint>
  /** How many mechanisms a subnet may have. */
  readonly mechanisms: Bounds<number>
  /** The greatest moving average of bonds that an owner may set, in millionths. */
  readonly ownerBondsMovingAverage: bigint
  /** The exponent of the normalization of TAO flow, in whole numbers. */
  readonly flowNormExponent: Bounds<number>
}

/** The least and the greatest value. */
export interface Bounds<T> {
  readonly least: T
  readonly greatest: T
}

/** The blocks that must pass between two changes of a kind on a subnet, where storage does not say. */
export interface HyperparameterRateLimits {
  /** Between two changes of the tempo by the owner. */
  readonly tempo: bigint
  /** Between two changes of the hotkey that a subnet's owner runs it with. */
  readonly ownerHotkey: bigint
  /** Between two changes of the number of mechanisms. */
  readonly mechanismCount: bigint
  /** Between two changes of the split of emission between mechanisms. */
  readonly mechanismEmission: bigint
  /** Between two trimmings of a subnet's neurons. */
  readonly uidsTrimming: bigint
}

/**
 * Whether the value lies within the bounds, both ends included.
 *
 * @clause hyperparameters-08
 * @source pallets/subtensor/src/lib.rs:1812
 */
export function isWithin<T extends number | bigint>(value: T, { least, greatest }: Bounds<T>): boolean {
  return least <= value && value <= greatest
}
