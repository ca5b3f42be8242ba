import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { ChainAccess, ChainStep } from "../chainAccess.js"
import { ChainCoding } from "../coding/chainCoding.js"
import { ALICE, Balances, BOB, block, STRANGER } from "./fixtures/balances.js"
import { type ChopsticksProcess, startChopsticks } from "./fixtures/startChopsticks.js"
import { openNode } from "./openNode.js"

const TIMEOUT = 60_000
const UNIT = 1_000_000_000_000n

describe("a node with manual seal, which chopsticks poses as", () => {
  let sealing: ChopsticksProcess
  let sealed: ChainAccess
  let balances: Balances

  beforeAll(async () => {
    sealing = await startChopsticks("manual-seal")
    sealed = await openNode(sealing.url, TIMEOUT)
    balances = new Balances(ChainCoding.of(await sealed.metadata()))
  }, TIMEOUT)

  afterAll(async () => {
    await sealed.close()
    await sealing.stop()
  })

  it(
    "carries one call in the block of its number",
    async () => {
      const outcome = await sealed.runBlock(block(4), [balances.transfer(ALICE, BOB, 7n * UNIT)])
      expect(balances.summary(outcome)).toMatchObject([
        {
          result: "ok",
          changes: {
            [balances.keyOf(ALICE)]: balances.record(993n * UNIT),
            [balances.keyOf(BOB)]: balances.record(7n * UNIT),
          },
        },
      ])
    },
    TIMEOUT,
  )

  it(
    "begins the block of its number",
    async () => {
      const outcome = await sealed.runBlock(block(6), ["initialize"])
      expect(outcome).toMatchObject({ kind: "ran", steps: [{ result: "ok" }] })
    },
    TIMEOUT,
  )

  it.each<[string, number, () => ChainStep[], RegExp]>([
    [
      "a block that is past",
      6,
      () => ["initialize"],
      /is at block 6 and cannot make block 6 any more; start a fresh one/,
    ],
    ["a caller whose key is not known", 7, () => [balances.transfer(STRANGER, BOB, 1n)], /is not a development key/],
    [
      "several calls",
      8,
      () => [balances.transfer(ALICE, BOB, 1n), balances.transfer(ALICE, BOB, 1n)],
      /only what a whole block did/,
    ],
  ])(
    "says why it cannot be asked for %s",
    async (_, number, steps, reason) => {
      const outcome = await sealed.runBlock(block(number), steps())
      expect(outcome).toEqual({ kind: "unable", reason: expect.stringMatching(reason) })
    },
    TIMEOUT,
  )

  it("cannot be written to without Sudo", async () => {
    await expect(sealed.write(new Map([[balances.keyOf(BOB), null]]))).rejects.toThrow(/neither dev_setStorage nor/)
  })
})
