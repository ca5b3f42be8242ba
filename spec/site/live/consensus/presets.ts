import { type ConsensusCase, consensusCodec, type Grid } from "./consensusCase.js"

/** A case with a name, for the reader to begin with. */
export interface Preset {
  readonly name: string
  readonly shown: ConsensusCase
}

const { initial } = consensusCodec
const AGREED: Grid = Array.from({ length: 4 }, () => [30_000n, 20_000n, 10_000n, 5_000n])
const NO_BONDS: Grid = Array.from({ length: 4 }, () => [0n, 0n, 0n, 0n])

/** Situations that show what consensus does. */
export const PRESETS: readonly Preset[] = [
  { name: "One validator pays its own miner", shown: initial },
  { name: "All agree", shown: { ...initial, weights: AGREED } },
  {
    name: "Two halves disagree",
    shown: {
      ...initial,
      stakes: [3_000n, 2_000n, 3_000n, 2_000n],
      weights: [
        [65_535n, 65_535n, 0n, 0n],
        [65_535n, 65_535n, 0n, 0n],
        [0n, 0n, 65_535n, 65_535n],
        [0n, 0n, 65_535n, 65_535n],
      ],
    },
  },
  { name: "The first epoch: no bonds yet", shown: { ...initial, bonds: NO_BONDS } },
  { name: "Yuma 3 with liquid alpha", shown: { ...initial, yuma3: true, liquidAlpha: true, bondsPenalty: 0n } },
]
