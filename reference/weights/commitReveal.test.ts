import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { type Hash, hash, netUid, netUidStorageIndex } from "../state/primitives.js"
import {
  CommitRevealWeightsEnabled,
  LastUpdate,
  MechanismCountCurrent,
  RevealPeriodEpochs,
  WeightCommits,
  Weights,
  WeightsSetRateLimit,
} from "../state/storage/subtensorModule.js"
import { hotkeyOf, SUBNET } from "../subnets/testing/smallSubnet.js"
import { weightsCommitHash } from "./commitHash.js"
import { commitWeights } from "./commitWeights.js"
import { revealWeights } from "./revealWeights.js"
import { commitRevealSubnet, EPOCH, passEpochs, REVEAL } from "./testing/commitRevealSubnet.js"

const INDEX = netUidStorageIndex(SUBNET)
const HOTKEY = hotkeyOf(0)
const VALIDATOR = signedBy(HOTKEY)
const HASH = weightsCommitHash(HOTKEY, INDEX, REVEAL)
const OTHER: Hash = hash(`0x${"11".repeat(32)}`)

let chain: Chain
beforeEach(() => {
  chain = commitRevealSubnet()
})

const commit = (committed: Hash = HASH) => commitWeights(chain, VALIDATOR, SUBNET, 0, committed)
const reveal = () => revealWeights(chain, VALIDATOR, SUBNET, 0, REVEAL)
const waiting = () => WeightCommits.get(chain.state, INDEX, HOTKEY)?.map(([committed]) => committed)

describe("a commit", () => {
  it("is to the Blake2b hash of 256 bits of hotkey, index, uids, values, salt and version key", () => {
    expect(HASH).toBe("0xde44da1be227c927043451aeec6772b5ee5d530b6e8bc55ffe0e3e12e322cd76")
  })

  it("waits with its epoch and block, and counts as an update", () => {
    commit()
    expect(WeightCommits.get(chain.state, INDEX, HOTKEY)).toEqual([[HASH, EPOCH, 1_000n, 0n]])
    expect(LastUpdate.get(chain.state, INDEX)[0]).toBe(1_000n)
    expect(eventNames(chain)).toEqual(["SubtensorModule.WeightsCommitted"])
  })

  it("may be to the same hash again", () => {
    commit()
    commit()
    expect(waiting()).toEqual([HASH, HASH])
  })

  it("is for one mechanism, whose hash another's is not", () => {
    const second = netUidStorageIndex(4_096 + SUBNET)
    commitWeights(chain, VALIDATOR, SUBNET, 1, HASH)
    expect(waiting()).toBeUndefined()
    expect(WeightCommits.has(chain.state, second, HOTKEY)).toBe(true)
    expect(weightsCommitHash(HOTKEY, second, REVEAL)).not.toBe(HASH)
  })

  it("is the eleventh to wait for nobody, unless others expired", () => {
    for (let count = 0; count < 10; count++) commit(OTHER)
    expect(() => commit()).toThrow("TooManyUnrevealedCommits")
    passEpochs(chain, 1n)
    expect(() => commit()).toThrow("TooManyUnrevealedCommits")
    passEpochs(chain, 1n)
    commit()
    expect(waiting()).toEqual([HASH])
  })

  it("is refused in the order of its checks", () => {
    const stranger = signedBy(accountOf(0x99))
    WeightsSetRateLimit.set(chain.state, SUBNET, 1_000n)
    expect(() => commitWeights(chain, ROOT_ORIGIN, netUid(9), 0, HASH)).toThrow("MechanismDoesNotExist")
    expect(() => commitWeights(chain, ROOT_ORIGIN, SUBNET, 2, HASH)).toThrow("MechanismDoesNotExist")
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, false)
    expect(() => commitWeights(chain, ROOT_ORIGIN, SUBNET, 0, HASH)).toThrow("BadOrigin")
    expect(() => commitWeights(chain, stranger, SUBNET, 0, HASH)).toThrow("CommitRevealDisabled")
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, true)
    expect(() => commitWeights(chain, stranger, SUBNET, 0, HASH)).toThrow("HotKeyNotRegisteredInSubNet")
    expect(() => commit()).toThrow("CommittingWeightsTooFast")
  })

  it("is counted against the rate limit before those that wait", () => {
    for (let count = 0; count < 10; count++) commit(OTHER)
    WeightsSetRateLimit.set(chain.state, SUBNET, 1n)
    expect(() => commit()).toThrow("CommittingWeightsTooFast")
  })
})

describe("a reveal", () => {
  it("sets the weights in the epoch after the commit's, and is no update of its own", () => {
    commit()
    LastUpdate.set(chain.state, INDEX, [5n, 0n, 0n, 0n])
    passEpochs(chain, 1n)
    reveal()
    expect(Weights.get(chain.state, INDEX, 0)).toEqual([
      [1, 32_768],
      [2, 65_535],
    ])
    expect(LastUpdate.get(chain.state, INDEX)[0]).toBe(5n)
    expect(waiting()).toBeUndefined()
    expect(eventNames(chain).slice(1)).toEqual(["SubtensorModule.WeightsSet", "SubtensorModule.WeightsRevealed"])
  })

  it("gives up older commits and keeps newer ones", () => {
    for (const committed of [OTHER, HASH, OTHER]) commit(committed)
    passEpochs(chain, 1n)
    reveal()
    expect(waiting()).toEqual([OTHER])
  })

  it("comes neither before its epoch nor after it", () => {
    commit()
    expect(() => reveal()).toThrow("RevealTooEarly")
    passEpochs(chain, 2n)
    expect(() => reveal()).toThrow("ExpiredWeightCommit")
  })

  it("follows the reveal period as it is now", () => {
    commit()
    passEpochs(chain, 3n)
    RevealPeriodEpochs.set(chain.state, SUBNET, 3n)
    reveal()
    expect(waiting()).toBeUndefined()
  })

  it("of nothing that was committed is refused, by what there is", () => {
    expect(() => reveal()).toThrow("NoWeightsCommitFound")
    commit(OTHER)
    passEpochs(chain, 1n)
    expect(() => reveal()).toThrow("InvalidRevealCommitHashNotMatch")
    passEpochs(chain, 1n)
    expect(() => reveal()).toThrow("NoWeightsCommitFound")
  })

  it("of an expired commit is told from one of none while others live", () => {
    commit()
    passEpochs(chain, 2n)
    WeightCommits.mutate(chain.state, INDEX, HOTKEY, (commits) => [...(commits ?? []), [OTHER, EPOCH + 2n, 1n, 0n]])
    expect(() => reveal()).toThrow("ExpiredWeightCommit")
  })

  it("asks for an account, then for commit-reveal, then for the commit", () => {
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, false)
    expect(() => revealWeights(chain, ROOT_ORIGIN, SUBNET, 0, REVEAL)).toThrow("BadOrigin")
    expect(() => reveal()).toThrow("CommitRevealDisabled")
  })

  it("passes the checks of weights last", () => {
    commit()
    passEpochs(chain, 1n)
    MechanismCountCurrent.set(chain.state, SUBNET, 0)
    expect(() => reveal()).toThrow("MechanismDoesNotExist")
  })
})
