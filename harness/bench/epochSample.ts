import type { EpochInput, StoredEntry } from "../../reference/consensus/epochInput.js"
import { I64F64 } from "../../reference/numbers/formats.js"
import { alphaBalance } from "../../reference/state/primitives.js"

/** A small generator of the same numbers every time. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** An epoch in which every validator weighs every miner and has a bond with it. */
export function epochSample(neurons: number, validators: number, yuma3: boolean): EpochInput {
  const next = sequence(7)
  const uids = Array.from({ length: neurons }, (_, uid) => uid)
  const row = (uid: number): readonly StoredEntry[] =>
    uid < validators ? uids.slice(validators).map((miner): StoredEntry => [miner, 1 + next(65_535)]) : []
  return {
    size: neurons,
    currentBlock: 10_000n,
    tempo: 360,
    lastEpochBlock: 9_640n,
    activityCutoffFactor: 13_889,
    lastUpdate: uids.map(() => 9_900n),
    blockAtRegistration: uids.map(() => 100n),
    stakeWeights: uids.map((uid) =>
      I64F64.fromInteger(uid < validators ? 10n ** 12n + BigInt(next(1_000_000_000)) : 0n),
    ),
    stakeThreshold: 0n,
    ownerUid: undefined,
    validatorPermits: uids.map((uid) => uid < validators),
    maxAllowedValidators: validators,
    weights: uids.map(row),
    bonds: uids.map(row),
    commitBlocks: undefined,
    kappa: 32_767,
    bondsPenalty: 65_535,
    bondsMovingAverage: 900_000n,
    yuma3,
    liquidAlpha: yuma3,
    alphaLow: 45_875,
    alphaHigh: 58_982,
    alphaSigmoidSteepness: 1_000,
    emission: alphaBalance(360_000_000_000n),
  }
}
