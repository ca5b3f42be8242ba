import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U64 } from "../../numbers/integers.js"
import { blankRaoChain } from "../../state/blankChain.js"
import { netUid } from "../../state/primitives.js"
import * as storage from "../../state/storage/subtensorModule.js"
import { laterBlock } from "../testing/laterBlock.js"
import { blocksUntilNextEpoch, epochIndex, shouldRunEpoch } from "./epochSchedule.js"

const subnet = fc.nat(65_535).map(netUid)
const tempo = fc.integer({ min: 1, max: 65_535 })
const block = fc.bigInt(0n, 1n << 40n)

describe("the next epoch", () => {
  it("is where (block + netuid + 1) mod (tempo + 1) is the tempo", () => {
    expect(blocksUntilNextEpoch(netUid(0), 100, 99n)).toBe(0n)
    expect(blocksUntilNextEpoch(netUid(1), 100, 98n)).toBe(0n)
    expect(blocksUntilNextEpoch(netUid(0), 100, 100n)).toBe(100n)
  })

  it("never comes with tempo 0", () => {
    expect(blocksUntilNextEpoch(netUid(3), 0, 5n)).toBe(U64.MAX)
  })

  it("is where its distance says, and the one after it a tempo and a block later", () => {
    fc.assert(
      fc.property(subnet, tempo, block, (netuid, tempo, now) => {
        const next = now + blocksUntilNextEpoch(netuid, tempo, now)
        expect(blocksUntilNextEpoch(netuid, tempo, next)).toBe(0n)
        expect(blocksUntilNextEpoch(netuid, tempo, next + 1n)).toBe(BigInt(tempo))
      }),
    )
  })

  it("goes by the tempo that is stored", () => {
    const chain = laterBlock(blankRaoChain(), 99n)
    storage.Tempo.set(chain.state, netUid(0), 100)
    expect(shouldRunEpoch(chain, netUid(0))).toBe(true)
    storage.Tempo.set(chain.state, netUid(0), 101)
    expect(shouldRunEpoch(chain, netUid(0))).toBe(false)
  })
})

describe("the number of an epoch", () => {
  const chain = blankRaoChain()
  const numbered = (tempo: number, blockNumber: bigint) => {
    storage.Tempo.set(chain.state, netUid(2), tempo)
    return epochIndex(chain, netUid(2), blockNumber)
  }

  it("grows by one in the block after that in which an epoch runs", () => {
    fc.assert(
      fc.property(tempo, block, (tempo, now) => {
        const runs = blocksUntilNextEpoch(netUid(2), tempo, now) === 0n
        expect(numbered(tempo, now + 1n) - numbered(tempo, now)).toBe(runs ? 1n : 0n)
      }),
    )
  })

  it("is that of the block with tempo 0", () => {
    expect(numbered(0, 10n)).toBe(13n)
  })
})
