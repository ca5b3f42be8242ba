import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import { decodeMetadata } from "../../metadata/runtimeMetadata.js"
import type { ChainAccess, ChainStep } from "../chainAccess.js"
import { ChainCoding } from "../coding/chainCoding.js"
import { diagnose } from "../doctor/diagnosis.js"
import { assetHub } from "../runtime/fixtures/assetHub.js"
import { ALICE, Balances, BOB, block, STRANGER } from "./fixtures/balances.js"
import { type ChopsticksProcess, startChopsticks } from "./fixtures/startChopsticks.js"
import { openNode } from "./openNode.js"

const TIMEOUT = 60_000
const UNIT = 1_000_000_000_000n

let server: ChopsticksProcess
let node: ChainAccess
let balances: Balances

beforeAll(async () => {
  server = await startChopsticks()
  node = await openNode(server.url, TIMEOUT)
  balances = new Balances(ChainCoding.of(await node.metadata()))
}, TIMEOUT)

afterAll(async () => {
  await node.close()
  await server.stop()
})

/** Alice and the stranger have something, nobody else has anything. */
async function begin(chain: ChainAccess): Promise<void> {
  await chain.restart?.()
  const gone = (await chain.keysUnder(balances.accounts)).map((key): [Hex, null] => [key, null])
  const given: [Hex, Hex][] = [
    balances.of(ALICE, 1_000n * UNIT),
    balances.of(STRANGER, 50n * UNIT),
    [balances.issuanceKey, balances.issuance(1_050n * UNIT)],
  ]
  await chain.write(new Map<Hex, Hex | null>([...gone, ...given]))
}

describe("a chain that chopsticks serves without a network", () => {
  it("says which runtime it is", async () => {
    expect(await node.runtimeVersion()).toMatchObject({ specName: "statemine", specVersion: 900 })
  })

  it("gives metadata in which the doctor sees where its balances are not the model's", async () => {
    const { drift, runtime } = diagnose("node", decodeMetadata(await node.metadata()), "balancer")
    expect(runtime).toEqual({ specName: "statemine", specVersion: 900 })
    expect(drift).toContainEqual({ group: "pallets", pallet: "SubtensorModule", kind: "missing" })
    const ofAccounts = drift.filter(({ pallet, name }) => pallet === "System" && name === "Account")
    expect(ofAccounts).toContainEqual(expect.objectContaining({ place: "data.free", declared: "u64", found: "u128" }))
  })

  it("is written to and read back, values and keys, until they are removed", async () => {
    const key = balances.keyOf(BOB)
    await node.write(new Map([[key, balances.record(5n)]]))
    expect(await node.read([key, balances.keyOf(`0x${"88".repeat(32)}`)])).toEqual([balances.record(5n), undefined])
    expect(await node.keysUnder(balances.accounts)).toContain(key)
    await node.write(new Map([[key, null]]))
    expect(await node.read([key])).toEqual([undefined])
  })

  it("answers runtime APIs", async () => {
    const version = await node.call("Core_version", new Uint8Array())
    expect(Buffer.from(version).toString("latin1")).toContain("statemine")
  })

  it(
    "shows what each call of a block did alone, without the fees of carrying it",
    async () => {
      await begin(node)
      const remark = balances.step({ signed: ALICE }, { "System.remark": { remark: "0x1234" } })
      const outcome = await node.runBlock(block(7), [
        balances.transfer(ALICE, BOB, 7n * UNIT),
        remark,
        balances.transfer(BOB, ALICE, 100n * UNIT),
      ])
      expect(balances.summary(outcome)).toMatchObject([
        {
          result: "ok",
          changes: {
            [balances.keyOf(ALICE)]: balances.record(993n * UNIT),
            [balances.keyOf(BOB)]: balances.record(7n * UNIT),
          },
        },
        { result: "ok", events: [], changes: {} },
        { result: { error: "Balances.InsufficientBalance" }, events: [], changes: {} },
      ])
      expect(await node.read([balances.keyOf(ALICE), balances.keyOf(BOB), balances.issuanceKey])).toEqual([
        balances.record(993n * UNIT),
        balances.record(7n * UNIT),
        balances.issuance(1_050n * UNIT),
      ])
    },
    TIMEOUT,
  )

  it(
    "goes on from the state that a block left, and begins blocks",
    async () => {
      await begin(node)
      await node.runBlock(block(11), [balances.transfer(ALICE, BOB, 7n * UNIT)])
      const outcome = await node.runBlock(block(12), ["initialize", balances.transfer(BOB, ALICE, 2n * UNIT)])
      expect(balances.summary(outcome)).toMatchObject([
        { result: "ok", changes: {} },
        {
          result: "ok",
          changes: {
            [balances.keyOf(ALICE)]: balances.record(995n * UNIT),
            [balances.keyOf(BOB)]: balances.record(5n * UNIT),
          },
        },
      ])
    },
    TIMEOUT,
  )

  it(
    "makes blocks that it had passed when it was reached, on an older one",
    async () => {
      await begin(node)
      await node.runBlock(block(20), [])
      const again = await openNode(server.url, TIMEOUT)
      await begin(again)
      const outcome = await again.runBlock(block(4), [balances.transfer(ALICE, BOB, UNIT)])
      expect(balances.summary(outcome)).toMatchObject([
        { result: "ok", changes: { [balances.keyOf(BOB)]: balances.record(UNIT) } },
      ])
      await again.close()
    },
    TIMEOUT,
  )

  it(
    "lets accounts sign whose keys nobody knows",
    async () => {
      await begin(node)
      const outcome = await node.runBlock(block(5), [balances.transfer(STRANGER, BOB, UNIT)])
      expect(balances.summary(outcome)).toMatchObject([
        { result: "ok", changes: { [balances.keyOf(BOB)]: balances.record(UNIT) } },
      ])
    },
    TIMEOUT,
  )

  it.each<[string, number, () => ChainStep[], RegExp]>([
    ["the end of a block alone", 5, () => ["initialize", "finalize"], /begins and ends a block in one/],
    [
      "calls as root without Sudo",
      5,
      () => [balances.step("root", { "System.remark": { remark: "0x" } })],
      /no Sudo pallet/,
    ],
    [
      "a caller who cannot pay",
      5,
      () => [balances.transfer(`0x${"99".repeat(32)}`, BOB, 1n)],
      /turned .* away: Invalid\.Payment/,
    ],
    [
      "a block before all others",
      0,
      () => [balances.transfer(ALICE, BOB, 1n)],
      /there is no block before number 0 that it could be made on/,
    ],
  ])(
    "says why it cannot be asked for %s",
    async (_, number, steps, reason) => {
      await begin(node)
      const outcome = await node.runBlock(block(number), steps())
      expect(outcome).toEqual({ kind: "unable", reason: expect.stringMatching(reason) })
    },
    TIMEOUT,
  )

  it(
    "agrees with the same runtime in process on results, events and balances",
    async () => {
      const runtime = assetHub()
      const steps = () => [
        balances.transfer(ALICE, BOB, 7n * UNIT),
        balances.transfer(ALICE, BOB, 7_000n * UNIT),
        balances.step({ signed: ALICE }, { "System.remark_with_event": { remark: "0x1234" } }),
        balances.step(
          { signed: ALICE },
          { "Balances.force_transfer": { source: { Id: BOB }, dest: { Id: ALICE }, value: "1" } },
        ),
      ]
      await begin(node)
      await begin(runtime)
      const [live, inProcess] = [await node.runBlock(block(9), steps()), await runtime.runBlock(block(9), steps())]
      expect(balances.summary(live)).toEqual(balances.summary(inProcess))
      expect(balances.summary(live)).toMatchObject([{}, {}, {}, { result: { error: "BadOrigin" } }])
      await runtime.close()
    },
    TIMEOUT,
  )
})
