import { describe, expect, it } from "vitest"
import { laterBlock } from "../coinbase/testing/laterBlock.js"
import { accountOf, blankChain } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { netUid, netUidStorageIndex, ROOT } from "../state/primitives.js"
import { bytes, fromHex, struct, toHex, u16, u64, vector } from "../state/scaleTypes.js"
import * as storage from "../state/storage/subtensorModule.js"
import { decodeTimelockPayload } from "./timelockPayload.js"
import { revealTimelockedCommits } from "./timelockReveal.js"

const SEVEN = netUid(7)
const INDEX = netUidStorageIndex(7)
const HOTKEY = accountOf(1)
const NOW = 1_000n

/** Subnet 7 is in epoch 5 and reveals after one; it has a commit of each of the epochs. */
function chainWithCommits(epochs: readonly bigint[]): Chain {
  const chain = laterBlock(blankChain(), NOW)
  const { state } = chain
  storage.NetworksAdded.set(state, ROOT, true)
  storage.NetworksAdded.set(state, SEVEN, true)
  storage.Tempo.set(state, SEVEN, 360)
  storage.LastEpochBlock.set(state, SEVEN, NOW - 1n)
  storage.SubnetEpochIndex.set(state, SEVEN, 5n)
  storage.RevealPeriodEpochs.set(state, SEVEN, 1n)
  for (const epoch of epochs) storage.TimelockedWeightCommits.set(state, INDEX, epoch, [[HOTKEY, 9n, "0x00", 77n]])
  return chain
}

const epochsLeft = ({ state }: Chain) =>
  storage.TimelockedWeightCommits.entriesUnder(state, INDEX)
    .map(([epoch]) => epoch)
    .sort()

describe("timelocked commits", () => {
  it("of epochs before the one to be revealed are forgotten; those whose round is unknown wait", () => {
    const chain = chainWithCommits([2n, 3n, 4n, 5n])
    revealTimelockedCommits(chain)
    expect(epochsLeft(chain)).toEqual([4n, 5n])
  })

  it("are of an epoch later in the block in which one is due", () => {
    const chain = chainWithCommits([3n, 4n, 5n])
    storage.LastEpochBlock.set(chain.state, SEVEN, NOW - 360n)
    revealTimelockedCommits(chain)
    expect(epochsLeft(chain)).toEqual([5n])
  })

  it("wait with an epoch that is deferred", () => {
    const chain = chainWithCommits([3n, 4n])
    storage.LastEpochBlock.set(chain.state, SEVEN, NOW - 360n)
    storage.MaxEpochsPerBlock.set(chain.state, 0)
    revealTimelockedCommits(chain)
    expect(epochsLeft(chain)).toEqual([3n, 4n])
  })

  it("are not looked at before as many epochs as the period have passed, on the first mechanism or any later", () => {
    const chain = chainWithCommits([0n])
    storage.SubnetEpochIndex.set(chain.state, SEVEN, 0n)
    revealTimelockedCommits(chain)
    expect(epochsLeft(chain)).toEqual([0n])
  })

  it("leave no empty list behind", () => {
    const chain = chainWithCommits([])
    storage.TimelockedWeightCommits.set(chain.state, INDEX, 4n, [])
    revealTimelockedCommits(chain)
    expect(epochsLeft(chain)).toEqual([])
  })
})

describe("a committed payload", () => {
  const weights = { uids: vector(u16), values: vector(u16), version_key: u64 }
  const sent = { uids: [1, 2], values: [3, 4], version_key: 5n }
  const read = { uids: [1, 2], values: [3, 4], versionKey: 5n }
  const withHotkey = (hotkey: `0x${string}`) => struct({ hotkey: bytes, ...weights }).encode({ hotkey, ...sent })

  it("names the hotkey that committed; bytes after it do not matter", () => {
    expect(decodeTimelockPayload(withHotkey(HOTKEY), HOTKEY)).toEqual(read)
    expect(decodeTimelockPayload(fromHex(`${toHex(withHotkey(HOTKEY))}00ff`), HOTKEY)).toEqual(read)
  })

  it("is dropped when it names another", () => {
    expect(decodeTimelockPayload(withHotkey(accountOf(2)), HOTKEY)).toBeUndefined()
  })

  it("may be of the old form, without a hotkey", () => {
    expect(decodeTimelockPayload(struct(weights).encode(sent), HOTKEY)).toEqual(read)
  })

  it("is dropped when a length in it takes more bytes than it needs", () => {
    expect(decodeTimelockPayload(Uint8Array.of(1, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0), HOTKEY)).toBeUndefined()
  })

  it("is dropped when it is neither", () => {
    expect(decodeTimelockPayload(Uint8Array.of(8, 1), HOTKEY)).toBeUndefined()
  })
})
