import fc from "fast-check"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { Json, JsonObject } from "../../../reference/interface/valueType.js"
import type { BoundaryCase, FunctionCases } from "../functions/functionCases.js"
import { epochTolerances } from "./epochTolerances.js"
import { recordedEpochs } from "./recordedEpochs.js"
import { sizedArbitrary } from "./sizedArbitrary.js"

const ALPHA = 10n ** 9n
const U64_MAX = ((1n << 64n) - 1n).toString()

function stakeWeight(alpha: bigint): string {
  return ((alpha * ALPHA) << 64n).toString()
}

/** Two validators that disagree a little about two miners, one of which is idle. */
const ORDINARY: JsonObject = {
  size: "4",
  currentBlock: "1000",
  tempo: "100",
  lastEpochBlock: "899",
  activityCutoffFactor: "5000",
  lastUpdate: ["950", "960", "970", "300"],
  blockAtRegistration: ["10", "20", "30", "40"],
  stakeWeights: [stakeWeight(3_000n), stakeWeight(1_000n), "0", "0"],
  stakeThreshold: "1000",
  ownerUid: null,
  validatorPermits: [true, true, false, false],
  maxAllowedValidators: "2",
  weights: [
    [
      ["2", "65535"],
      ["3", "21845"],
    ],
    [
      ["2", "32768"],
      ["3", "65535"],
    ],
    [],
    [],
  ],
  bonds: [
    [
      ["2", "40000"],
      ["3", "100"],
    ],
    [["3", "65535"]],
    [],
    [],
  ],
  commitBlocks: null,
  kappa: "32767",
  bondsPenalty: "65535",
  bondsMovingAverage: "900000",
  yuma3: false,
  liquidAlpha: false,
  alphaLow: "45875",
  alphaHigh: "58982",
  alphaSigmoidSteepness: "1000",
  emission: "1000000000",
}

const OUT_OF_ORDER: Json = [
  [
    ["3", "21845"],
    ["2", "65535"],
  ],
  [
    ["3", "65535"],
    ["2", "32768"],
  ],
  [],
  [],
]

const ONE_MINER_EACH: Json = [[["2", "65535"]], [["2", "65535"]], [], []]

/** One difference from the ordinary epoch each, or what belongs together. */
const DIFFERENCES: { readonly [name: string]: JsonObject } = {
  "an ordinary epoch": {},
  "Yuma 3": { yuma3: true },
  "liquid alpha": { liquidAlpha: true },
  "Yuma 3 with liquid alpha": { yuma3: true, liquidAlpha: true },
  "a flat sigmoid": { yuma3: true, liquidAlpha: true, alphaSigmoidSteepness: "0" },
  "a negative steepness": { yuma3: true, liquidAlpha: true, alphaSigmoidSteepness: "-1000" },
  "the steepest sigmoid": { yuma3: true, liquidAlpha: true, alphaSigmoidSteepness: "32767" },
  "liquid alpha low above high": { yuma3: true, liquidAlpha: true, alphaLow: "58982", alphaHigh: "45875" },
  "no neurons": {
    size: "0",
    lastUpdate: [],
    blockAtRegistration: [],
    stakeWeights: [],
    validatorPermits: [],
    weights: [],
    bonds: [],
  },
  "no stake": { stakeWeights: ["0", "0", "0", "0"] },
  "stake at the threshold": { stakeThreshold: (1_000n * ALPHA).toString() },
  "stake one below the threshold": { stakeThreshold: (1_000n * ALPHA + 1n).toString() },
  "everybody below the threshold": { stakeThreshold: U64_MAX },
  "an owner below the threshold": { stakeThreshold: U64_MAX, ownerUid: "0" },
  "an owner without a permit": { ownerUid: "2", validatorPermits: [true, true, false, false] },
  "an owner who weights himself": {
    ownerUid: "0",
    weights: [
      [
        ["0", "65535"],
        ["2", "65535"],
      ],
      [["2", "65535"]],
      [],
      [],
    ],
  },
  "a validator who weights himself": {
    weights: [
      [
        ["0", "65535"],
        ["2", "65535"],
      ],
      [["2", "65535"]],
      [],
      [],
    ],
  },
  "no permits": { validatorPermits: [false, false, false, false] },
  "no place for validators": { maxAllowedValidators: "0" },
  "one place for validators": { maxAllowedValidators: "1" },
  "more places than neurons": { maxAllowedValidators: "65535" },
  "no weights": { weights: [[], [], [], []] },
  "weights of zero": { weights: [[["2", "0"]], [["3", "0"]], [], []] },
  "weights out of order": { weights: OUT_OF_ORDER },
  "weights out of order and Yuma 3 with liquid alpha": { weights: OUT_OF_ORDER, yuma3: true, liquidAlpha: true },
  "weights older than a registration": { blockAtRegistration: ["10", "20", "955", "40"] },
  "weights as old as a registration": { blockAtRegistration: ["10", "20", "950", "40"] },
  "bonds to a neuron registered since the last epoch": { blockAtRegistration: ["10", "20", "30", "899"] },
  "bonds to a neuron registered just before": { blockAtRegistration: ["10", "20", "30", "898"] },
  "no epoch before": { lastEpochBlock: "0" },
  "no bonds": { bonds: [[], [], [], []] },
  "no bonds and Yuma 3": { bonds: [[], [], [], []], yuma3: true },
  "no weights and Yuma 3": { weights: [[], [], [], []], yuma3: true },
  "a bond without a weight and Yuma 3": { weights: ONE_MINER_EACH, yuma3: true },
  "a bond without a weight and Yuma 3 with liquid alpha": { weights: ONE_MINER_EACH, yuma3: true, liquidAlpha: true },
  "no stake and Yuma 3": { stakeWeights: ["0", "0", "0", "0"], yuma3: true },
  "an idle validator and Yuma 3": { lastUpdate: ["950", "499", "970", "300"], yuma3: true },
  "commitments that outlive a registration": {
    commitBlocks: ["25", U64_MAX, U64_MAX, U64_MAX],
  },
  "a commitment in the block of a registration": {
    commitBlocks: ["30", U64_MAX, U64_MAX, U64_MAX],
  },
  "no majority needed": { kappa: "0" },
  "everybody must agree": { kappa: "65535" },
  "the majority of one validator": { kappa: "16384" },
  "bonds follow the validator's own weights": { bondsPenalty: "0" },
  "bonds follow half of the clipping": { bondsPenalty: "32768" },
  "bonds follow the validator's own weights and Yuma 3": { bondsPenalty: "0", yuma3: true },
  "bonds follow half of the clipping and Yuma 3": { bondsPenalty: "32768", yuma3: true },
  "bonds that never change": { bondsMovingAverage: "1000000" },
  "bonds that are forgotten": { bondsMovingAverage: "0" },
  "a moving average beyond one": { bondsMovingAverage: "1000001" },
  "a moving average beyond one and Yuma 3": { bondsMovingAverage: "1000001", yuma3: true },
  "a moving average that wraps": { bondsMovingAverage: U64_MAX, yuma3: true },
  "everybody idle": { lastUpdate: ["0", "0", "0", "0"] },
  "an idle validator": { lastUpdate: ["950", "499", "970", "300"] },
  "the last active block": { lastUpdate: ["950", "500", "970", "300"] },
  "the least cutoff": { activityCutoffFactor: "0" },
  "no tempo": { tempo: "0" },
  "nothing to share out": { emission: "0" },
  "one rao to share out": { emission: "1" },
  "the largest emission": { emission: U64_MAX },
  "the largest stakes": {
    stakeWeights: [((1n << 127n) - 1n).toString(), ((1n << 127n) - 1n).toString(), "0", "0"],
  },
  "dust beside a fortune": {
    stakeWeights: [stakeWeight(21_000_000n), (1n << 64n).toString(), "0", "0"],
    stakeThreshold: "0",
  },
  "only dividends": { weights: [[["1", "65535"]], [["0", "65535"]], [], []] },
}

function boundaries(): readonly BoundaryCase[] {
  return Object.entries(DIFFERENCES).map(([name, difference]) => ({ name, input: { ...ORDINARY, ...difference } }))
}

/** Subnets of any shape whose clock runs like the chain's. */
function epochArbitrary(declared: PublicFunction): fc.Arbitrary<JsonObject> {
  const clock = fc.record({
    currentBlock: fc.bigInt({ min: 0n, max: 40n }).map(String),
    tempo: fc.bigInt({ min: 0n, max: 10n }).map(String),
    lastEpochBlock: fc.bigInt({ min: 0n, max: 20n }).map(String),
    activityCutoffFactor: fc.constantFrom("0", "1000", "5000", "50000"),
    stakeThreshold: fc.constantFrom("0", "0", "1", "1000"),
    bondsMovingAverage: fc.bigInt({ min: 0n, max: 1_100_000n }).map(String),
  })
  return fc.tuple(sizedArbitrary(declared), clock).map(([sized, time]) => ({ ...sized, ...time }))
}

/** The epoch as a whole. */
export function epochCases(declared: PublicFunction): Partial<FunctionCases> {
  const recorded = recordedEpochs(declared)
  return {
    boundaries: [...boundaries(), ...recorded.boundaries],
    known: recorded.known,
    arbitrary: epochArbitrary(declared),
    candidates: 150,
    tolerances: epochTolerances,
  }
}
