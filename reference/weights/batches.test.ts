import { beforeEach, describe, expect, it } from "vitest"
import { accountOf } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { dispatchErrorOf } from "../state/dispatchError.js"
import { eventBytes } from "../state/event.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { type Hash, hash, netUidStorageIndex } from "../state/primitives.js"
import { CommitRevealWeightsEnabled, WeightCommits, Weights } from "../state/storage/subtensorModule.js"
import { hotkeyOf, SUBNET } from "../subnets/testing/smallSubnet.js"
import { batchCommitWeights, batchSetWeights } from "./batches.js"
import { batchRevealWeights, type RevealLists } from "./batchReveal.js"
import { weightsCommitHash } from "./commitHash.js"
import { commitWeights } from "./commitWeights.js"
import { commitRevealSubnet, EPOCH, passEpochs, REVEAL } from "./testing/commitRevealSubnet.js"

const INDEX = netUidStorageIndex(SUBNET)
const HOTKEY = hotkeyOf(0)
const VALIDATOR = signedBy(HOTKEY)
const NO_SUBNET = 9
const OTHER: Hash = hash(`0x${"11".repeat(32)}`)
const SECOND = { ...REVEAL, values: [20, 10] }
const HASHES = [REVEAL, SECOND].map((reveal) => weightsCommitHash(HOTKEY, INDEX, reveal))

let chain: Chain
beforeEach(() => {
  chain = commitRevealSubnet()
})

const events = () => chain.events.map(({ declaration, fields }) => [declaration.name, fields])
const waiting = () => WeightCommits.get(chain.state, INDEX, HOTKEY)?.map(([committed]) => committed)

function lists(...reveals: readonly (typeof REVEAL)[]): RevealLists {
  return {
    uids_list: reveals.map(({ uids }) => uids),
    values_list: reveals.map(({ values }) => values),
    salts_list: reveals.map(({ salt }) => salt),
    version_keys: reveals.map(({ versionKey }) => versionKey),
  }
}

describe("a batch over several subnets", () => {
  const COMPLETED = [[SUBNET, NO_SUBNET, SUBNET], HOTKEY]

  it("commits where it can, and tells last what was refused", () => {
    batchCommitWeights(chain, VALIDATOR, [SUBNET, NO_SUBNET, SUBNET], [OTHER, OTHER, OTHER])
    expect(waiting()).toEqual([OTHER, OTHER])
    expect(events().slice(2)).toEqual([
      ["BatchCompletedWithErrors", undefined],
      ["BatchWeightItemFailed", [NO_SUBNET, dispatchErrorOf(chain, "SubtensorModule.MechanismDoesNotExist")]],
      ["BatchWeightsCompleted", COMPLETED],
    ])
  })

  it("tells of no errors when there were none", () => {
    batchCommitWeights(chain, VALIDATOR, [SUBNET], [OTHER])
    expect(events().map(([name]) => name)).toEqual(["WeightsCommitted", "BatchWeightsCompleted"])
  })

  it("sets weights where they are set in the open", () => {
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, false)
    const weights = [[[1, 5]], [[1, 5]]] as const
    batchSetWeights(chain, VALIDATOR, { netuids: [SUBNET, NO_SUBNET], weights, versionKeys: [0n, 0n] })
    expect(Weights.get(chain.state, INDEX, 0)).toEqual([[1, 65_535]])
    expect(events()[2]).toEqual([
      "BatchWeightItemFailed",
      [NO_SUBNET, dispatchErrorOf(chain, "SubtensorModule.CommitRevealEnabled")],
    ])
  })

  it("is refused before it begins from another origin, or with lists of different lengths", () => {
    expect(() => batchCommitWeights(chain, ROOT_ORIGIN, [SUBNET], [])).toThrow("BadOrigin")
    expect(() => batchCommitWeights(chain, VALIDATOR, [SUBNET], [])).toThrow("InputLengthsUnequal")
    const uneven = { netuids: [SUBNET], weights: [[]], versionKeys: [] }
    expect(() => batchSetWeights(chain, VALIDATOR, uneven)).toThrow("InputLengthsUnequal")
    expect(() => batchSetWeights(chain, ROOT_ORIGIN, uneven)).toThrow("BadOrigin")
  })
})

describe("a batch of reveals", () => {
  beforeEach(() => {
    for (const committed of [OTHER, ...HASHES]) commitWeights(chain, VALIDATOR, SUBNET, 0, committed)
    passEpochs(chain, 1n)
    chain.takeEvents()
  })

  it("sets the weights of each in turn, and leaves what it does not reveal", () => {
    batchRevealWeights(chain, VALIDATOR, SUBNET, lists(SECOND, REVEAL))
    expect(Weights.get(chain.state, INDEX, 0)).toEqual([
      [1, 32_768],
      [2, 65_535],
    ])
    expect(waiting()).toEqual([OTHER])
    const revealed = [HOTKEY, SUBNET, HASHES.toReversed()]
    expect(events().slice(2)).toEqual([["WeightsBatchRevealed", revealed]])
  })

  it("needs as many commits as reveals of the same weights", () => {
    expect(() => batchRevealWeights(chain, VALIDATOR, SUBNET, lists(REVEAL, REVEAL))).toThrow(
      "InvalidRevealCommitHashNotMatch",
    )
  })

  it("may be empty, and then forgets what expired", () => {
    passEpochs(chain, 1n)
    batchRevealWeights(chain, VALIDATOR, SUBNET, lists())
    expect(waiting()).toBeUndefined()
    expect(events()).toEqual([["WeightsBatchRevealed", [HOTKEY, SUBNET, []]]])
  })

  it("is refused when one of them is too early, expired or unknown", () => {
    const unknown = { ...REVEAL, salt: [] }
    expect(() => batchRevealWeights(chain, VALIDATOR, SUBNET, lists(REVEAL, unknown))).toThrow(
      "InvalidRevealCommitHashNotMatch",
    )
    passEpochs(chain, -1n)
    expect(() => batchRevealWeights(chain, VALIDATOR, SUBNET, lists(REVEAL))).toThrow("RevealTooEarly")
    passEpochs(chain, 2n)
    expect(() => batchRevealWeights(chain, VALIDATOR, SUBNET, lists(REVEAL))).toThrow("ExpiredWeightCommit")
  })

  it("asks for even lists, then for an account, then for commit-reveal, then for commits", () => {
    const uneven = { ...lists(REVEAL), salts_list: [] }
    expect(() => batchRevealWeights(chain, ROOT_ORIGIN, SUBNET, uneven)).toThrow("InputLengthsUnequal")
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, false)
    expect(() => batchRevealWeights(chain, ROOT_ORIGIN, SUBNET, lists(REVEAL))).toThrow("BadOrigin")
    const stranger = signedBy(accountOf(0x99))
    expect(() => batchRevealWeights(chain, stranger, SUBNET, lists(REVEAL))).toThrow("CommitRevealDisabled")
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, true)
    expect(() => batchRevealWeights(chain, stranger, SUBNET, lists(REVEAL))).toThrow("NoWeightsCommitFound")
  })

  it("counts epochs from the commit's", () => {
    expect(WeightCommits.get(chain.state, INDEX, HOTKEY)?.map(([, epoch]) => epoch)).toEqual([EPOCH, EPOCH, EPOCH])
  })
})

describe("an error in an event", () => {
  it("names a pallet's error by two numbers, any other by its kind", () => {
    expect(dispatchErrorOf(chain, "BadOrigin")).toEqual({ type: "BadOrigin", value: undefined })
    expect(dispatchErrorOf(chain, "Token.Frozen")).toEqual({ type: "Token", value: "Frozen" })
    expect(dispatchErrorOf(chain, "Arithmetic.Overflow")).toEqual({ type: "Arithmetic", value: "Overflow" })
    expect(dispatchErrorOf(chain, "Transactional.NoLayer")).toEqual({ type: "Transactional", value: "NoLayer" })
    expect(dispatchErrorOf(chain, "Balances.InsufficientBalance")).toEqual({
      type: "Module",
      value: { index: 5, error: "0x02000000" },
    })
  })

  it("has SCALE bytes", () => {
    batchCommitWeights(chain, VALIDATOR, [NO_SUBNET], [OTHER])
    const failed = chain.events.find(({ declaration }) => declaration.name === "BatchWeightItemFailed")
    expect(failed && eventBytes(failed)).toMatch(/^0x075a09000307..000000$/)
  })
})
