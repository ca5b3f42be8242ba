import type { EpochInput } from "../epochInput.js"

type OnlyNewer =
  | "lastEpochBlock"
  | "activityCutoffFactor"
  | "stakeThreshold"
  | "commitBlocks"
  | "yuma3"
  | "alphaSigmoidSteepness"

/** Everything that an epoch of fork rao depends on. Vectors go by uid. */
export interface RaoEpochInput extends Omit<EpochInput, OnlyNewer> {
  /** Blocks. */
  readonly activityCutoff: number
}
