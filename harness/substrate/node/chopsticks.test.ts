import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chainSpec } from "@substrate/connect-known-chains/rococo_v2_2_asset_hub"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Json } from "../../../reference/interface/valueType.js"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import { decodeMetadata } from "../../metadata/runtimeMetadata.js"
import type { BlockOutcome, ChainAccess, ChainOrigin, ChainStep, StorageChanges } from "../chainAccess.js"
import { ChainCoding } from "../coding/chainCoding.js"
import { diagnose } from "../doctor/diagnosis.js"
import { openRuntimeFile } from "../runtime/runtimeFile.js"
import { developmentKeys } from "./developmentKeys.js"
import { type ChopsticksProcess, startChopsticks } from "./fixtures/startChopsticks.js"
import { openNode } from "./openNode.js"

const TIMEOUT = 60_000
const PARENT: Hex = `0x${"11".repeat(32)}`
const UNIT = 1_000_000_000_000n

const [ALICE = PARENT, BOB = PARENT] = [...developmentKeys.values()].map(({ account }) => account)
/** An account whose key nobody knows. */
const STRANGER: Hex = `0x${"77".repeat(32)}`

let server: ChopsticksProcess
let node: ChainAccess
let coding: ChainCoding

beforeAll(async () => {
  server = await startChopsticks()
  node = await openNode(server.url, TIMEOUT)
  coding = ChainCoding.of(await node.metadata())
}, TIMEOUT)

afterAll(async () => {
  await node.close()
  await server.stop()
})

function accountKey(account: Hex): Hex {
  return coding.storage.required("System.Account").rawKey([account], "account")
}

function balance(free: bigint): Hex {
  const data = { free: String(free), reserved: "0", misc_frozen: "0", fee_frozen: "0" }
  const record = { nonce: "0", consumers: "0", providers: "1", sufficients: "0", data }
  return coding.storage.required("System.Account").encodeValue(record, "account")
}

const issuanceKey = () => coding.storage.required("Balances.TotalIssuance").prefix
const issuance = (amount: bigint) => coding.storage.required("Balances.TotalIssuance").encodeValue(String(amount), "")

function step(origin: ChainOrigin, call: Json): ChainStep {
  return { origin, call: coding.encodeCall(call, "call") }
}

function transfer(from: Hex, to: Hex, value: bigint): ChainStep {
  return step({ signed: from }, { "Balances.transfer": { dest: { Id: to }, value: String(value) } })
}

/** Alice and the stranger have something, nobody else has anything. */
async function begin(chain: ChainAccess): Promise<void> {
  await chain.restart?.()
  const { prefix } = coding.storage.required("System.Account")
  const gone = (await chain.keysUnder(prefix)).map((key): [Hex, null] => [key, null])
  const given: [Hex, Hex][] = [
    [accountKey(ALICE), balance(1_000n * UNIT)],
    [accountKey(STRANGER), balance(50n * UNIT)],
    [issuanceKey(), issuance(1_050n * UNIT)],
  ]
  await chain.write(new Map<Hex, Hex | null>([...gone, ...given]))
}

/** What came of the steps, with their changes to balances and nothing of the time and place of the block. */
function summary(outcome: BlockOutcome) {
  if (outcome.kind === "unable") return outcome
  return outcome.steps.map(({ result, events, changes }) => ({
    result,
    events: events.map((event) => coding.decodeEvent(event)),
    changes: ofBalances(changes),
  }))
}

function ofBalances(changes: StorageChanges): Record<string, string | null> {
  const { prefix } = coding.storage.required("System.Account")
  return Object.fromEntries([...changes].filter(([key]) => key.startsWith(prefix) || key === issuanceKey()))
}

const block = (number: number) => ({ number, parentHash: PARENT, author: undefined })

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
    const key = accountKey(BOB)
    await node.write(new Map([[key, balance(5n)]]))
    expect(await node.read([key, accountKey(`0x${"88".repeat(32)}`)])).toEqual([balance(5n), undefined])
    expect(await node.keysUnder(coding.storage.required("System.Account").prefix)).toContain(key)
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
      const remark = step({ signed: ALICE }, { "System.remark": { remark: "0x1234" } })
      const outcome = await node.runBlock(block(7), [
        transfer(ALICE, BOB, 7n * UNIT),
        remark,
        transfer(BOB, ALICE, 100n * UNIT),
      ])
      expect(summary(outcome)).toMatchObject([
        {
          result: "ok",
          changes: { [accountKey(ALICE)]: balance(993n * UNIT), [accountKey(BOB)]: balance(7n * UNIT) },
        },
        { result: "ok", events: [], changes: {} },
        { result: { error: "Balances.InsufficientBalance" }, events: [], changes: {} },
      ])
      expect(await node.read([accountKey(ALICE), accountKey(BOB), issuanceKey()])).toEqual([
        balance(993n * UNIT),
        balance(7n * UNIT),
        issuance(1_050n * UNIT),
      ])
    },
    TIMEOUT,
  )

  it(
    "goes on from the state that a block left, and begins blocks",
    async () => {
      await begin(node)
      await node.runBlock(block(11), [transfer(ALICE, BOB, 7n * UNIT)])
      const outcome = await node.runBlock(block(12), ["initialize", transfer(BOB, ALICE, 2n * UNIT)])
      expect(summary(outcome)).toMatchObject([
        { result: "ok", changes: {} },
        { result: "ok", changes: { [accountKey(ALICE)]: balance(995n * UNIT), [accountKey(BOB)]: balance(5n * UNIT) } },
      ])
    },
    TIMEOUT,
  )

  it(
    "lets accounts sign whose keys nobody knows",
    async () => {
      await begin(node)
      const outcome = await node.runBlock(block(5), [transfer(STRANGER, BOB, UNIT)])
      expect(summary(outcome)).toMatchObject([{ result: "ok", changes: { [accountKey(BOB)]: balance(UNIT) } }])
    },
    TIMEOUT,
  )

  it.each<[string, number, () => ChainStep[], RegExp]>([
    ["the end of a block alone", 5, () => ["initialize", "finalize"], /begins and ends a block in one/],
    ["calls as root without Sudo", 5, () => [step("root", { "System.remark": { remark: "0x" } })], /no Sudo pallet/],
    [
      "a caller who cannot pay",
      5,
      () => [transfer(`0x${"99".repeat(32)}`, BOB, 1n)],
      /turned .* away: Invalid\.Payment/,
    ],
    ["a block that is past", 1, () => [transfer(ALICE, BOB, 1n)], /began at block 1; it cannot make .* number 1$/],
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
      const folder = mkdtempSync(join(tmpdir(), "runtime-"))
      writeFileSync(join(folder, "chain.json"), chainSpec)
      const runtime = openRuntimeFile(join(folder, "chain.json"))
      rmSync(folder, { recursive: true })
      const steps = () => [
        transfer(ALICE, BOB, 7n * UNIT),
        transfer(ALICE, BOB, 7_000n * UNIT),
        step({ signed: ALICE }, { "System.remark_with_event": { remark: "0x1234" } }),
        step(
          { signed: ALICE },
          { "Balances.force_transfer": { source: { Id: BOB }, dest: { Id: ALICE }, value: "1" } },
        ),
      ]
      await begin(node)
      await begin(runtime)
      const [live, inProcess] = [await node.runBlock(block(9), steps()), await runtime.runBlock(block(9), steps())]
      expect(summary(live)).toEqual(summary(inProcess))
      expect(summary(live)).toMatchObject([{}, {}, {}, { result: { error: "BadOrigin" } }])
      await runtime.close()
    },
    TIMEOUT,
  )
})

describe("a node with manual seal, which chopsticks poses as", () => {
  let sealing: ChopsticksProcess
  let sealed: ChainAccess

  beforeAll(async () => {
    sealing = await startChopsticks("manual-seal")
    sealed = await openNode(sealing.url, TIMEOUT)
  }, TIMEOUT)

  afterAll(async () => {
    await sealed.close()
    await sealing.stop()
  })

  it(
    "carries one call in the block of its number",
    async () => {
      const outcome = await sealed.runBlock(block(4), [transfer(ALICE, BOB, 7n * UNIT)])
      expect(summary(outcome)).toMatchObject([
        {
          result: "ok",
          changes: { [accountKey(ALICE)]: balance(993n * UNIT), [accountKey(BOB)]: balance(7n * UNIT) },
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
    ["a caller whose key is not known", 7, () => [transfer(STRANGER, BOB, 1n)], /is not a development key/],
    ["several calls", 8, () => [transfer(ALICE, BOB, 1n), transfer(ALICE, BOB, 1n)], /only what a whole block did/],
  ])(
    "says why it cannot be asked for %s",
    async (_, number, steps, reason) => {
      const outcome = await sealed.runBlock(block(number), steps())
      expect(outcome).toEqual({ kind: "unable", reason: expect.stringMatching(reason) })
    },
    TIMEOUT,
  )

  it("cannot be written to without Sudo", async () => {
    await expect(sealed.write(new Map([[accountKey(BOB), null]]))).rejects.toThrow(/neither dev_setStorage nor/)
  })
})
