import { describe, expect, it } from "vitest"
import { laterBlock } from "../../coinbase/testing/laterBlock.js"
import { accountOf, blankRaoChain, eventNames } from "../../state/blankChain.js"
import type { Chain } from "../../state/chain.js"
import { netUid, netUidStorageIndex } from "../../state/primitives.js"
import { type Hex, struct, u16, u64, vector } from "../../state/scaleTypes.js"
import { Pulses } from "../../state/storage/drand.js"
import * as storage from "../../state/storage/subtensorModule.js"
import { lockText, SIGNATURE } from "../testing/lockText.js"
import { revealTimelockedCommits } from "./timelockReveal.js"

const SEVEN = netUid(7)
const INDEX = netUidStorageIndex(7)
const HOTKEY = accountOf(1)
const ROUND = 77n
/** With tempo 99 the block of the tests, 492, belongs to epoch 5. */
const [TEMPO, NOW] = [99, 492n]

const payload = struct({ uids: vector(u16), values: vector(u16), version_key: u64 })
const locked = () => lockText(payload.encode({ uids: [1], values: [65_535], version_key: 0n }))

/** Subnet 7 with two neurons; the first has committed the ciphertext in each of the epochs. */
function chainWithCommits(epochs: readonly bigint[], ciphertext: Hex): Chain {
  const chain = laterBlock(blankRaoChain(), NOW)
  const { state } = chain
  storage.NetworksAdded.set(state, SEVEN, true)
  storage.Tempo.set(state, SEVEN, TEMPO)
  storage.RevealPeriodEpochs.set(state, SEVEN, 3n)
  storage.CommitRevealWeightsEnabled.set(state, SEVEN, true)
  storage.SubnetworkN.set(state, SEVEN, 2)
  storage.ValidatorPermit.set(state, SEVEN, [true, false])
  storage.LastUpdate.set(state, INDEX, [0n, 0n])
  for (const [uid, hotkey] of [HOTKEY, accountOf(2)].entries()) {
    storage.Keys.set(state, SEVEN, uid, hotkey)
    storage.Uids.set(state, SEVEN, hotkey, uid)
  }
  storage.MaxWeightsLimit.set(state, SEVEN, 65_535)
  storage.MinAllowedWeights.set(state, SEVEN, 1)
  for (const epoch of epochs) storage.CRV3WeightCommits.set(state, INDEX, epoch, [[HOTKEY, ciphertext, ROUND]])
  return chain
}

function publishRound({ state }: Chain): void {
  Pulses.set(state, ROUND, { round: ROUND, randomness: "0x", signature: SIGNATURE })
}

const epochsLeft = ({ state }: Chain) =>
  storage.CRV3WeightCommits.entriesUnder(state, INDEX)
    .map(([epoch]) => epoch)
    .sort()

describe("timelocked weights", () => {
  it("of the period less one epoch ago are set for whoever committed them", () => {
    const chain = chainWithCommits([3n], locked())
    publishRound(chain)
    revealTimelockedCommits(chain, SEVEN)
    expect(storage.Weights.get(chain.state, INDEX, 0)).toEqual([[1, 65_535]])
    expect(eventNames(chain)).toEqual(["SubtensorModule.WeightsSet", "SubtensorModule.CRV3WeightsRevealed"])
  })

  it("of that epoch are gone afterwards, and so are older ones", () => {
    const chain = chainWithCommits([1n, 2n, 3n, 4n], locked())
    publishRound(chain)
    revealTimelockedCommits(chain, SEVEN)
    expect(epochsLeft(chain)).toEqual([4n])
  })

  it("are lost where their round is not known yet", () => {
    const chain = chainWithCommits([3n], locked())
    revealTimelockedCommits(chain, SEVEN)
    expect(epochsLeft(chain)).toEqual([])
    expect(eventNames(chain)).toEqual([])
  })

  it("are dropped where they cannot be opened, read or applied", () => {
    const unreadable = lockText(Uint8Array.of(8, 1))
    const refused = lockText(payload.encode({ uids: [1, 1], values: [1, 1], version_key: 0n }))
    for (const ciphertext of ["0x00" as const, unreadable, refused]) {
      const chain = chainWithCommits([3n], ciphertext)
      publishRound(chain)
      revealTimelockedCommits(chain, SEVEN)
      expect(epochsLeft(chain)).toEqual([])
      expect(eventNames(chain)).toEqual([])
    }
  })

  it("are not revealed before the second epoch", () => {
    const chain = laterBlock(chainWithCommits([0n, 1n], locked()), 100n)
    revealTimelockedCommits(chain, SEVEN)
    expect(epochsLeft(chain)).toEqual([0n, 1n])
  })
})
