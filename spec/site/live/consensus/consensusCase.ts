import { I16, U16, U64 } from "../../../../reference/numbers/integers.js"
import { addressCodec } from "../address/addressCodec.js"
import { AddressError, type Field, flag, list, whole } from "../address/field.js"

/** Numbers of validators and miners that the page can show. */
export const MOST_VALIDATORS = 6
export const MOST_MINERS = 8

/** A row for each validator, a number of 0 to 65535 for each miner. */
export type Grid = readonly (readonly bigint[])[]

/** What the reader sets. */
export interface ConsensusCase {
  /** What each validator's stake weighs, in whole alpha; there are as many validators. */
  readonly stakes: readonly bigint[]
  readonly weights: Grid
  /** What each validator held at the end of the previous epoch. */
  readonly bonds: Grid
  /** Of 65535. */
  readonly kappa: bigint
  /** Of 65535. */
  readonly bondsPenalty: bigint
  /** How much of the old bonds remains, in millionths. */
  readonly bondsMovingAverage: bigint
  readonly yuma3: boolean
  readonly liquidAlpha: boolean
  /** Of 65535. */
  readonly alphaLow: bigint
  /** Of 65535. */
  readonly alphaHigh: bigint
  /** In hundredths. */
  readonly steepness: bigint
  /** What the epoch shares out, in alpha rao. */
  readonly emission: bigint
}

const u16 = whole(0n, BigInt(U16.MAX))
const grid: Field<Grid> = list(list(u16, ".", 1, MOST_MINERS), "_", 1, MOST_VALIDATORS)
/** Stake in whole alpha, all of which fits the chain's amounts. */
const stake = whole(0n, U64.MAX / 10n ** 9n)

function checkShape({ stakes, weights, bonds }: ConsensusCase): void {
  const miners = weights[0]?.length
  if (weights.length !== stakes.length || bonds.length !== stakes.length) {
    throw new AddressError("stakes, weights and bonds are not of the same number of validators")
  }
  if ([...weights, ...bonds].some((row) => row.length !== miners)) {
    throw new AddressError("the rows of weights and bonds are not of the same number of miners")
  }
}

export const consensusCodec = addressCodec<ConsensusCase>(
  {
    stakes: list(stake, ".", 1, MOST_VALIDATORS),
    weights: grid,
    bonds: grid,
    kappa: u16,
    bondsPenalty: u16,
    bondsMovingAverage: whole(0n, 1_000_000n),
    yuma3: flag,
    liquidAlpha: flag,
    alphaLow: u16,
    alphaHigh: u16,
    steepness: whole(BigInt(I16.MIN), BigInt(I16.MAX)),
    emission: whole(0n, U64.MAX),
  },
  {
    stakes: [4_000n, 3_000n, 2_000n, 1_000n],
    weights: [
      [30_000n, 20_000n, 10_000n, 5_000n],
      [28_000n, 22_000n, 9_000n, 6_000n],
      [29_000n, 21_000n, 11_000n, 4_000n],
      [0n, 0n, 0n, 65_535n],
    ],
    bonds: [
      [26_000n, 26_000n, 26_000n, 20_000n],
      [20_000n, 20_000n, 20_000n, 15_000n],
      [13_000n, 13_000n, 13_000n, 10_000n],
      [6_000n, 6_000n, 6_000n, 20_000n],
    ],
    kappa: 32_767n,
    bondsPenalty: 65_535n,
    bondsMovingAverage: 900_000n,
    yuma3: false,
    liquidAlpha: false,
    alphaLow: 45_875n,
    alphaHigh: 58_982n,
    steepness: 1_000n,
    emission: 148_000_000_000n,
  },
  checkShape,
)
