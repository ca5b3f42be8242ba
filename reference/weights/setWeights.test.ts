import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { alphaBalance, netUid, netUidStorageIndex, ROOT } from "../state/primitives.js"
import {
  CommitRevealWeightsEnabled,
  LastUpdate,
  MechanismCountCurrent,
  MinAllowedWeights,
  StakeThreshold,
  SubnetOwnerHotkey,
  TotalHotkeyAlpha,
  ValidatorPermit,
  Weights,
  WeightsSetRateLimit,
  WeightsVersionKey,
} from "../state/storage/subtensorModule.js"
import { atBlock, hotkeyOf, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { setLastUpdate } from "./lastUpdate.js"
import { setWeights, setWeightsOpenly, type WeightSubmission } from "./setWeights.js"

const INDEX = netUidStorageIndex(SUBNET)
const NOBODY = accountOf(0x99)
const VALID: WeightSubmission = { netuid: SUBNET, mechanism: 0, uids: [1, 2], values: [1, 2], versionKey: 5n }

/** A subnet of four neurons on which neuron 0 may set weights. */
function subnet(): Chain {
  const chain = smallSubnet(4)
  const { state } = chain
  ValidatorPermit.set(state, SUBNET, [true, false, false, false])
  StakeThreshold.set(state, 1_000n)
  TotalHotkeyAlpha.set(state, hotkeyOf(0), SUBNET, alphaBalance(1_000n))
  WeightsVersionKey.set(state, SUBNET, 5n)
  WeightsSetRateLimit.set(state, SUBNET, 100n)
  MinAllowedWeights.set(state, SUBNET, 2)
  return chain
}

let chain: Chain
beforeEach(() => {
  chain = subnet()
})

describe("setting weights", () => {
  it("stores the pairs max-upscaled, records the block and tells of it", () => {
    setWeights(chain, hotkeyOf(0), VALID)
    expect(Weights.get(chain.state, INDEX, 0)).toEqual([
      [1, 32_768],
      [2, 65_535],
    ])
    expect(LastUpdate.get(chain.state, INDEX)).toEqual([1_000n, 1n, 1n, 1n])
    expect(eventNames(chain)).toEqual(["SubtensorModule.WeightsSet"])
  })

  it("keeps zeros, alone too", () => {
    setWeights(chain, hotkeyOf(0), { ...VALID, values: [0, 0] })
    expect(Weights.get(chain.state, INDEX, 0)).toEqual([
      [1, 0],
      [2, 0],
    ])
  })

  it("stores for the mechanism under its own index", () => {
    MechanismCountCurrent.set(chain.state, SUBNET, 2)
    setWeights(chain, hotkeyOf(0), { ...VALID, mechanism: 1 })
    const index = netUidStorageIndex(SUBNET + 4096)
    expect(Weights.has(chain.state, INDEX, 0)).toBe(false)
    expect(Weights.has(chain.state, index, 0)).toBe(true)
    expect(LastUpdate.get(chain.state, index)).toEqual([1_000n, 0n, 0n, 0n])
  })

  it("with commit-reveal neither asks for the rate limit nor records the block", () => {
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, true)
    setLastUpdate(chain, INDEX, 0, 999n)
    setWeights(chain, hotkeyOf(0), VALID)
    expect(LastUpdate.get(chain.state, INDEX)[0]).toBe(999n)
  })

  it("asks a neuron that weighs itself alone neither for a permit nor for company", () => {
    StakeThreshold.set(chain.state, 0n)
    setWeights(chain, hotkeyOf(1), { ...VALID, uids: [1], values: [7] })
    expect(Weights.get(chain.state, INDEX, 1)).toEqual([[1, 65_535]])
  })

  it("asks the owner's neuron neither for stake nor for a permit", () => {
    SubnetOwnerHotkey.set(chain.state, SUBNET, hotkeyOf(3))
    setWeights(chain, hotkeyOf(3), VALID)
    expect(Weights.has(chain.state, INDEX, 3)).toBe(true)
  })

  it("passes the rate limit when exactly as many blocks have passed", () => {
    setLastUpdate(chain, INDEX, 0, 901n)
    expect(() => setWeights(chain, hotkeyOf(0), VALID)).toThrow("SettingWeightsTooFast")
    setWeights(atBlock(chain, 1_001n), hotkeyOf(0), VALID)
  })

  it("takes any version where none is wanted", () => {
    WeightsVersionKey.set(chain.state, SUBNET, 0n)
    setWeights(chain, hotkeyOf(0), { ...VALID, versionKey: 0n })
    expect(eventNames(chain)).toEqual(["SubtensorModule.WeightsSet"])
  })

  it("wants no more weights than the subnet has neurons", () => {
    MinAllowedWeights.set(chain.state, SUBNET, 100)
    expect(() => setWeights(chain, hotkeyOf(0), VALID)).toThrow("WeightVecLengthIsLow")
    setWeights(chain, hotkeyOf(0), { ...VALID, uids: [0, 1, 2, 3], values: [1, 1, 1, 1] })
  })
})

/** Each breaks one rule; the list is in the order in which the rules are checked. */
const BREACHES: readonly [error: string, breach: (submission: WeightSubmission) => WeightSubmission][] = [
  ["CanNotSetRootNetworkWeights", (submission) => ({ ...submission, netuid: ROOT })],
  ["WeightVecNotEqualSize", (submission) => ({ ...submission, values: [...submission.values, 1] })],
  ["MechanismDoesNotExist", (submission) => ({ ...submission, mechanism: 1 })],
  [
    "UidsLengthExceedUidsInSubNet",
    (submission) => ({
      ...submission,
      uids: [...submission.uids, 0, 0, 0],
      values: [...submission.values, 1, 1, 1],
    }),
  ],
  ["IncorrectWeightVersionKey", (submission) => ({ ...submission, versionKey: 4n })],
  [
    "DuplicateUids",
    (submission) => ({ ...submission, uids: [...submission.uids, 1], values: [...submission.values, 1] }),
  ],
  [
    "UidVecContainInvalidOne",
    (submission) => ({ ...submission, uids: [...submission.uids, 4], values: [...submission.values, 1] }),
  ],
]

describe("a submission that breaks a rule", () => {
  it.each(BREACHES)("is refused with %s and leaves no trace", (error, breach) => {
    const mark = chain.state.mark()
    expect(() => setWeights(chain, hotkeyOf(0), breach(VALID))).toThrow(`SubtensorModule.${error}`)
    expect(chain.state.mark()).toBe(mark)
    expect(chain.events).toEqual([])
  })

  it("is refused for the first rule that it breaks", () => {
    BREACHES.forEach(([error, breach], place) => {
      for (const [, later] of BREACHES.slice(place + 1)) {
        expect(() => setWeights(chain, hotkeyOf(0), later(breach(VALID)))).toThrow(`SubtensorModule.${error}`)
      }
    })
  })

  it("is refused for who submits it between the version and what it contains", () => {
    const old = { ...VALID, versionKey: 4n, uids: [1, 1] }
    expect(() => setWeights(chain, NOBODY, old)).toThrow("HotKeyNotRegisteredInSubNet")
    expect(() => setWeights(chain, hotkeyOf(1), old)).toThrow("NotEnoughStakeToSetWeights")
    expect(() => setWeights(chain, hotkeyOf(0), old)).toThrow("IncorrectWeightVersionKey")
    TotalHotkeyAlpha.set(chain.state, hotkeyOf(1), SUBNET, alphaBalance(1_000n))
    const doubled = { ...VALID, uids: [1, 1] }
    setLastUpdate(chain, INDEX, 1, 950n)
    expect(() => setWeights(chain, hotkeyOf(1), doubled)).toThrow("SettingWeightsTooFast")
    setLastUpdate(chain, INDEX, 1, 1n)
    expect(() => setWeights(chain, hotkeyOf(1), doubled)).toThrow("NeuronNoValidatorPermit")
  })
})

describe("setting weights in the open", () => {
  it("asks for commit-reveal before it asks who calls", () => {
    expect(() => setWeightsOpenly(chain, ROOT_ORIGIN, VALID)).toThrow("BadOrigin")
    expect(() => setWeightsOpenly(chain, ROOT_ORIGIN, { ...VALID, netuid: netUid(7) })).toThrow("CommitRevealEnabled")
  })

  it("takes the signer as the hotkey", () => {
    setWeightsOpenly(chain, signedBy(hotkeyOf(0)), VALID)
    expect(Weights.has(chain.state, INDEX, 0)).toBe(true)
  })
})

describe("the record of the last update", () => {
  it("fills a short list up to the number of neurons", () => {
    LastUpdate.set(chain.state, INDEX, [5n])
    setLastUpdate(chain, INDEX, 2, 9n)
    expect(LastUpdate.get(chain.state, INDEX)).toEqual([5n, 0n, 9n, 0n])
  })

  it("stores nothing for a uid beyond the list", () => {
    const before = LastUpdate.get(chain.state, INDEX)
    setLastUpdate(chain, INDEX, 4, 9n)
    expect(LastUpdate.get(chain.state, INDEX)).toBe(before)
  })
})
