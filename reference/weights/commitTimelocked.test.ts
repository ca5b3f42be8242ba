import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { netUid, netUidStorageIndex } from "../state/primitives.js"
import { bytes, struct, toHex, u16, u64, vector } from "../state/scaleTypes.js"
import { Pulses } from "../state/storage/drand.js"
import {
  CommitRevealWeightsEnabled,
  CommitRevealWeightsVersion,
  LastUpdate,
  NetworksAdded,
  TimelockedWeightCommits,
  Weights,
  WeightsSetRateLimit,
} from "../state/storage/subtensorModule.js"
import { hotkeyOf, SUBNET } from "../subnets/testing/smallSubnet.js"
import { commitTimelocked, type TimelockedSubmission } from "./commitTimelocked.js"
import { commitRevealSubnet, EPOCH, passEpochs } from "./testing/commitRevealSubnet.js"
import { lockText, SIGNATURE } from "./testing/lockText.js"
import { revealTimelockedCommits } from "./timelockReveal.js"

const INDEX = netUidStorageIndex(SUBNET)
const HOTKEY = hotkeyOf(0)
const VALIDATOR = signedBy(HOTKEY)
const ROUND = 77n
const SUBMISSION: TimelockedSubmission = {
  netuid: SUBNET,
  mechanism: 0,
  ciphertext: "0x0102",
  round: ROUND,
  version: 4,
}

let chain: Chain
beforeEach(() => {
  chain = commitRevealSubnet()
  CommitRevealWeightsVersion.set(chain.state, 4)
})

const commit = (changes: Partial<TimelockedSubmission> = {}, origin = VALIDATOR) =>
  commitTimelocked(chain, origin, { ...SUBMISSION, ...changes })
const waiting = (epoch = EPOCH) => TimelockedWeightCommits.get(chain.state, INDEX, epoch)

describe("a timelocked commit", () => {
  it("joins those of its epoch, and counts as an update", () => {
    commit()
    expect(waiting()).toEqual([[HOTKEY, 1_000n, "0x0102", ROUND]])
    expect(LastUpdate.get(chain.state, INDEX)[0]).toBe(1_000n)
    const event = chain.events.find(({ declaration }) => declaration.name === "TimelockedWeightsCommitted")
    const hash = "0x65da3986eaecf046cb2c41673aed9d4e1e661730dc31c62f327df5d15933595d"
    expect(event?.fields).toEqual([HOTKEY, INDEX, hash, ROUND])
  })

  it("is the eleventh of an epoch for no hotkey; other hotkeys' and other epochs' do not count", () => {
    for (let count = 0; count < 10; count++) commit()
    expect(() => commit()).toThrow("TooManyUnrevealedCommits")
    commit({}, signedBy(hotkeyOf(1)))
    passEpochs(chain, 1n)
    commit()
    expect(waiting(EPOCH + 1n)).toHaveLength(1)
  })

  it("is refused in the order of its checks", () => {
    const stranger = signedBy(accountOf(0x99))
    WeightsSetRateLimit.set(chain.state, SUBNET, 1_000n)
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, false)
    expect(() => commit({ netuid: netUid(9) }, ROOT_ORIGIN)).toThrow("MechanismDoesNotExist")
    expect(() => commit({ version: 3 }, ROOT_ORIGIN)).toThrow("BadOrigin")
    expect(() => commit({ version: 3 }, stranger)).toThrow("CommitRevealDisabled")
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, true)
    expect(() => commit({ version: 3 }, stranger)).toThrow("IncorrectCommitRevealVersion")
    expect(() => commit({}, stranger)).toThrow("HotKeyNotRegisteredInSubNet")
    expect(() => commit()).toThrow("CommittingWeightsTooFast")
  })
})

describe("a timelocked commit whose round is recorded", () => {
  const payload = struct({ hotkey: bytes, uids: vector(u16), values: vector(u16), version_key: u64 })
  const locked = (uids: readonly number[]) =>
    lockText(payload.encode({ hotkey: HOTKEY, uids, values: uids.map(() => 5), version_key: 0n }))

  beforeEach(() => {
    NetworksAdded.set(chain.state, SUBNET, true)
    Pulses.set(chain.state, ROUND, { round: ROUND, randomness: "0x", signature: SIGNATURE })
  })

  it("sets its weights a reveal period later, and tells of it", () => {
    commit({ ciphertext: locked([1, 2]) })
    passEpochs(chain, 1n)
    chain.takeEvents()
    revealTimelockedCommits(chain)
    expect(Weights.get(chain.state, INDEX, 0)).toEqual([
      [1, 65_535],
      [2, 65_535],
    ])
    expect(eventNames(chain)).toEqual(["SubtensorModule.WeightsSet", "SubtensorModule.TimelockedWeightsRevealed"])
    expect(waiting()).toEqual([])
  })

  it("is settled for good, whether it opens or not and whether its weights are valid or not", () => {
    const unreadable = lockText(Uint8Array.of(255))
    for (const ciphertext of [toHex(new Uint8Array(80)), unreadable, locked([1, 99])]) commit({ ciphertext })
    passEpochs(chain, 1n)
    chain.takeEvents()
    revealTimelockedCommits(chain)
    expect(chain.events).toEqual([])
    expect(waiting()).toEqual([])
    expect(Weights.get(chain.state, INDEX, 0)).toEqual([])
  })

  it("does not wait for those before it whose round is not recorded; they stay in order", () => {
    for (const round of [90n, ROUND, 80n]) commit({ ciphertext: locked([1]), round })
    passEpochs(chain, 1n)
    revealTimelockedCommits(chain)
    expect(waiting().map(([, , , round]) => round)).toEqual([90n, 80n])
  })
})
