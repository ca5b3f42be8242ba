import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Json } from "../../../reference/interface/valueType.js"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { ChainAccess } from "../chainAccess.js"
import { ChainCoding } from "../coding/chainCoding.js"
import { assetHub } from "../runtime/fixtures/assetHub.js"
import { ALICE, Balances, BOB, block, STRANGER } from "./fixtures/balances.js"
import { FakeChain } from "./fixtures/fakeChain.js"
import { FakeServer } from "./fixtures/fakeServer.js"
import { withSudo } from "./fixtures/sudoMetadata.js"
import { openNode } from "./openNode.js"

const TIMEOUT = 2_000

let metadata: Uint8Array
let coding: ChainCoding
let balances: Balances
let server: FakeServer
let node: ChainAccess

beforeAll(async () => {
  metadata = withSudo(await assetHub().metadata())
  coding = ChainCoding.of(metadata)
  balances = new Balances(coding)
})

function genesis(sudo: Hex): ReadonlyMap<Hex, Hex> {
  const entries: [Hex, Hex][] = [
    [coding.storage.required("Sudo.Key").prefix, sudo],
    [balances.keyOf(ALICE), balances.record(1_000n)],
  ]
  return new Map(entries)
}

beforeEach(async () => {
  server = await FakeServer.start(new FakeChain(coding, metadata, genesis(ALICE)).methods())
  node = await openNode(server.url, TIMEOUT)
})

afterEach(async () => {
  await node.close()
  await server.stop()
})

const transfer = (from: Hex, value: number) => balances.transfer(from, BOB, BigInt(value))

describe("a make-believe node with manual seal and Sudo", () => {
  it("is written to by the sudo key in the block whose call is to meet the state", async () => {
    await node.write(new Map([[balances.keyOf(STRANGER), balances.record(50n)]]))
    const outcome = await node.runBlock(block(5), [transfer(STRANGER, 20)])
    expect(outcome).toMatchObject({ kind: "ran", steps: [{ result: "ok" }] })
    if (outcome.kind !== "ran") return
    const [done] = outcome.steps
    expect(done?.changes).toEqual(
      new Map([
        [balances.keyOf(STRANGER), balances.record(30n)],
        [balances.keyOf(BOB), balances.record(20n)],
      ]),
    )
    expect(done?.events.map((event) => coding.decodeEvent(event))).toEqual([
      { "Balances.Transfer": { from: STRANGER, to: BOB, amount: "20" } },
    ])
    expect(server.asked.filter((method) => method === "engine_createBlock")).toHaveLength(5)
  })

  it("reads what was written before any block holds it", async () => {
    await node.write(
      new Map<Hex, Hex | null>([
        [balances.keyOf(STRANGER), balances.record(50n)],
        [balances.keyOf(BOB), balances.record(1n)],
      ]),
    )
    await node.write(new Map([[balances.keyOf(BOB), null]]))
    expect(await node.read([balances.keyOf(STRANGER), balances.keyOf(BOB)])).toEqual([balances.record(50n), undefined])
    expect(await node.keysUnder(balances.accounts)).toEqual([balances.keyOf(STRANGER), balances.keyOf(ALICE)].sort())
  })

  it("gives the error of a call, whoever makes it", async () => {
    expect(await node.runBlock(block(2), [transfer(STRANGER, 20)])).toMatchObject({
      kind: "ran",
      steps: [{ result: { error: "Token.NoFunds" }, events: [], changes: new Map() }],
    })
  })

  it("carries calls as root", async () => {
    const items = [[balances.keyOf(STRANGER), balances.record(9n)]]
    expect(await node.runBlock(block(2), [balances.step("root", { "System.set_storage": { items } })])).toMatchObject({
      kind: "ran",
      steps: [{ result: "ok", changes: new Map([[balances.keyOf(STRANGER), balances.record(9n)]]) }],
    })
  })

  it("begins the block after the one that wrote the state", async () => {
    await node.write(new Map([[balances.keyOf(STRANGER), balances.record(50n)]]))
    const outcome = await node.runBlock(block(4), ["initialize"])
    const clock = coding.storage.required("Timestamp.Now")
    expect(outcome).toMatchObject({ steps: [{ changes: new Map([[clock.prefix, clock.encodeValue("4", "")]]) }] })
    expect(await node.read([balances.keyOf(STRANGER)])).toEqual([balances.record(50n)])
  })

  it("splits what is too much for one extrinsic", async () => {
    const long: Hex = `0x${"ab".repeat(400_000)}`
    const keys = [1, 2, 3].map((last): Hex => `0x${"cc".repeat(31)}0${last}`)
    await node.write(new Map(keys.map((key) => [key, long])))
    await node.runBlock(block(1), [transfer(STRANGER, 1)])
    expect(await node.read(keys)).toEqual([long, long, long])
    expect(server.asked.filter((method) => method === "author_submitExtrinsic")).toHaveLength(4)
  })

  it("keeps the sudo key and its account, without which nothing could be written any more", async () => {
    const sudoKey = coding.storage.required("Sudo.Key").prefix
    await node.write(
      new Map([
        [balances.keyOf(ALICE), null],
        [sudoKey, null],
      ]),
    )
    expect(await node.read([balances.keyOf(ALICE), sudoKey])).toEqual([balances.record(1_000n), ALICE])
  })

  it("cannot be written to when its sudo key is nobody's that is known", async () => {
    const other = await FakeServer.start(new FakeChain(coding, metadata, genesis(STRANGER)).methods())
    const locked = await openNode(other.url, TIMEOUT)
    await expect(locked.write(new Map([[balances.keyOf(BOB), null]]))).rejects.toThrow(
      /nor a development key as its sudo key/,
    )
    expect(await locked.runBlock(block(1), [transfer(BOB, 1)])).toMatchObject({ kind: "unable" })
    await locked.close()
    await other.stop()
  })
})

describe("a make-believe node that makes its blocks by itself", () => {
  it("is waited for", async () => {
    const { engine_createBlock: seal, ...methods } = new FakeChain(coding, metadata, genesis(ALICE)).methods()
    /** A block is made when it is looked for in vain. */
    const chain_getBlockHash = async (...asked: readonly Json[]) => {
      const found = (await methods.chain_getBlockHash?.(...asked)) ?? null
      if (found === null) await seal?.(true, false, null)
      return found
    }
    const own = await FakeServer.start({ ...methods, chain_getBlockHash, rpc_methods: () => ({ methods: [] }) })
    const waited = await openNode(own.url, TIMEOUT)
    expect(await waited.runBlock(block(3), [transfer(ALICE, 20)])).toMatchObject({ steps: [{ result: "ok" }] })
    await waited.close()
    await own.stop()
  })

  it("is given up when no block comes", async () => {
    const { engine_createBlock: _, ...methods } = new FakeChain(coding, metadata, genesis(ALICE)).methods()
    const own = await FakeServer.start({ ...methods, rpc_methods: () => ({ methods: [] }) })
    const waited = await openNode(own.url, 300)
    await expect(waited.runBlock(block(1), ["initialize"])).rejects.toThrow(/made no block within 0.3 s/)
    await waited.close()
    await own.stop()
  })
})

describe("make-believe chopsticks with Sudo", () => {
  let rewinding: ChainAccess
  let own: FakeServer

  beforeEach(async () => {
    own = await FakeServer.start(new FakeChain(coding, metadata, genesis(ALICE)).methodsOfChopsticks())
    rewinding = await openNode(own.url, TIMEOUT)
    await rewinding.write(
      new Map<Hex, Hex | null>([
        [coding.storage.required("Sudo.Key").prefix, null],
        [balances.keyOf(ALICE), null],
        [balances.keyOf(STRANGER), balances.record(50n)],
        [balances.issuanceKey, balances.issuance(50n)],
      ]),
    )
  })

  afterEach(async () => {
    await rewinding.close()
    await own.stop()
  })

  it("carries calls by a sudo key that the state does not have, and leaves no trace of it", async () => {
    const outcome = await rewinding.runBlock(block(9), ["initialize", transfer(STRANGER, 20), transfer(STRANGER, 31)])
    expect(outcome).toMatchObject({
      kind: "ran",
      steps: [
        { result: "ok", changes: expect.any(Map) },
        {
          result: "ok",
          changes: new Map([
            [balances.keyOf(STRANGER), balances.record(30n)],
            [balances.keyOf(BOB), balances.record(20n)],
          ]),
        },
        { result: { error: "Token.NoFunds" }, changes: new Map() },
      ],
    })
    expect(await rewinding.keysUnder(balances.accounts)).toEqual([balances.keyOf(STRANGER), balances.keyOf(BOB)].sort())
    expect(await rewinding.read([coding.storage.required("Sudo.Key").prefix])).toEqual([undefined])
  })

  it("shows what the beginning of a block changes", async () => {
    const outcome = await rewinding.runBlock(block(9), ["initialize"])
    const clock = coding.storage.required("Timestamp.Now")
    const changes = new Map([
      [clock.prefix, clock.encodeValue("9", "")],
      [balances.issuanceKey, balances.issuance(51n)],
    ])
    expect(outcome).toMatchObject({ kind: "ran", steps: [{ result: "ok", changes }] })
  })

  it("undoes what the beginning of a block changes where calls are to meet the state before it", async () => {
    const outcome = await rewinding.runBlock(block(9), [transfer(STRANGER, 20)])
    const changes = new Map([
      [balances.keyOf(STRANGER), balances.record(30n)],
      [balances.keyOf(BOB), balances.record(20n)],
    ])
    expect(outcome).toMatchObject({ kind: "ran", steps: [{ result: "ok", changes }] })
    expect(await rewinding.read([balances.issuanceKey])).toEqual([balances.issuance(50n)])
  })
})
