import type { I64F64 } from "../numbers/formats.js"
import type { AlphaBalance } from "../state/primitives.js"

/** What a neuron stored of another: the other's uid and a u16, as weights and bonds are kept. */
export type StoredEntry = readonly [uid: number, value: number]

/** For each uid the entries that it stored, in the order in which they are stored. */
export type StoredMatrix = readonly (readonly StoredEntry[])[]

/** Everything that an epoch of one mechanism depends on. Vectors go by uid. */
export interface EpochInput {
  /** How many neurons the subnet has. */
  readonly size: number
  readonly currentBlock: bigint
  /** Blocks. */
  readonly tempo: number
  /** The block of the subnet's last epoch, 0 if there was none. */
  readonly lastEpochBlock: bigint
  /** In thousandths of a tempo. */
  readonly activityCutoffFactor: number
  /** The block at which each neuron last set weights, at least `size` of them. */
  readonly lastUpdate: readonly bigint[]
  /** The block at which each neuron registered. */
  readonly blockAtRegistration: readonly bigint[]
  /** What each neuron's stake weighs. */
  readonly stakeWeights: readonly I64F64[]
  /** Alpha rao. */
  readonly stakeThreshold: bigint
  /** The uid of the subnet owner's hotkey, if it is registered. */
  readonly ownerUid: number | undefined
  /** The permits that the last epoch gave. */
  readonly validatorPermits: readonly boolean[]
  readonly maxAllowedValidators: number
  readonly weights: StoredMatrix
  readonly bonds: StoredMatrix
  /** Where commit-reveal is on: the block of each neuron's earliest commitment that can still be revealed, else u64::MAX. */
  readonly commitBlocks: readonly bigint[] | undefined
  /** The majority that consensus needs, of 65535. */
  readonly kappa: number
  /** How far bonds follow the clipped weights rather than the validator's own, of 65535. */
  readonly bondsPenalty: number
  /** How much of the old bonds remains at an epoch, in millionths. */
  readonly bondsMovingAverage: bigint
  readonly yuma3: boolean
  readonly liquidAlpha: boolean
  /** The range of liquid alpha, of 65535. */
  readonly alphaLow: number
  readonly alphaHigh: number
  /** In hundredths, and signed. */
  readonly alphaSigmoidSteepness: number
  /** What there is to share out. */
  readonly emission: AlphaBalance
}
