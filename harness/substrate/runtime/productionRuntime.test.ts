import { compact } from "scale-ts"
import { describe, expect, it } from "vitest"
import { type Hex, toHex } from "../../../reference/state/scaleTypes.js"
import type { BlockOutcome, ChainStep, ChainStepOutcome } from "../chainAccess.js"
import { ChainCoding } from "../coding/chainCoding.js"
import { ExtrinsicCoding } from "../coding/extrinsicCoding.js"
import { accountRecord, assetHub, blob, genesis } from "./fixtures/assetHub.js"
import { callElsewhere, rootElsewhere } from "./fixtures/otherExecutor.js"
import { RuntimeChain } from "./runtimeChain.js"

const ALICE: Hex = `0x${"11".repeat(32)}`
const BOB: Hex = `0x${"22".repeat(32)}`
const PARENT: Hex = `0x${"45".repeat(32)}`
const NO_INPUT = new Uint8Array(0)

const chain = assetHub()
const coding = ChainCoding.of(await chain.metadata())
const account = coding.storage.required("System.Account")
const transfer = (value: string): ChainStep => ({
  origin: { signed: ALICE },
  call: coding.encodeCall({ "Balances.transfer": { dest: { Id: BOB }, value } }, "call"),
})

/** The chain with two accounts of 10^12 each. */
async function withAccounts(): Promise<RuntimeChain> {
  const fresh = assetHub()
  const record = account.encodeValue(accountRecord("1000000000000"), "record")
  await fresh.write(new Map([ALICE, BOB].map((who) => [account.rawKey([who], "account"), record])))
  return fresh
}

function ran(outcome: BlockOutcome): readonly ChainStepOutcome[] {
  if (outcome.kind === "unable") throw new Error(outcome.reason)
  return outcome.steps
}

function eventsOf(outcome: ChainStepOutcome | undefined) {
  return outcome?.events.map((event) => coding.decodeEvent(event))
}

async function freeOf(fresh: RuntimeChain, who: Hex): Promise<unknown> {
  const [bytes] = await fresh.read([account.rawKey([who], "account")])
  return bytes === undefined ? undefined : account.decodeValue(bytes)
}

async function allOf(fresh: RuntimeChain): Promise<Map<Hex, Hex>> {
  const keys = await fresh.keysUnder("0x")
  const values = await fresh.read(keys)
  return new Map(keys.map((key, index) => [key, values[index] ?? "0x"]))
}

describe("a production runtime, zstd-compressed, in process", () => {
  it("says its version, the same as on another executor", async () => {
    expect(await chain.runtimeVersion()).toMatchObject({ specName: "statemine", specVersion: 900 })
    const elsewhere = await callElsewhere(blob, genesis, "Core_version", NO_INPUT)
    expect(toHex(await chain.call("Core_version", NO_INPUT))).toBe(elsewhere.result)
  })

  it("gives its metadata, the same as on another executor", async () => {
    const elsewhere = await callElsewhere(blob, genesis, "Metadata_metadata", NO_INPUT)
    expect(toHex(await chain.call("Metadata_metadata", NO_INPUT))).toBe(elsewhere.result)
    expect(coding.metadata.pallets.length).toBeGreaterThan(15)
  })

  it("reads its genesis through the metadata", async () => {
    const item = coding.storage.required("ParachainInfo.ParachainId")
    const [id] = await chain.read([item.rawKey([], "id")])
    expect(item.decodeValue(id ?? "0x")).toBe("1000")
    const keys = await chain.keysUnder(account.prefix)
    expect(keys.map((key) => account.keyText(key))).toHaveLength(4)
  })

  it.each([0, 1] as const)("has the state root of version %d that another executor computes", async (version) => {
    expect(chain.stateRoot(version)).toBe(await rootElsewhere(genesis, version))
  })

  it("answers runtime APIs as on another executor", async () => {
    for (const name of ["AuraApi_slot_duration", "AuraApi_authorities"]) {
      const elsewhere = await callElsewhere(blob, genesis, name, NO_INPUT)
      expect(toHex(await chain.call(name, NO_INPUT))).toBe(elsewhere.result)
    }
  })

  it("dry-runs extrinsics with the very changes of another executor, and keeps none of them", async () => {
    const fresh = await withAccounts()
    const storage = await allOf(fresh)
    const call = coding.callOfBytes("System.remark", compact.enc(0))
    const extrinsic = new ExtrinsicCoding(coding).signed(call, ALICE, 0)
    const elsewhere = await callElsewhere(blob, storage, "BlockBuilder_apply_extrinsic", extrinsic)
    expect(elsewhere.result).toBe("0x0000")
    expect(toHex(await fresh.call("BlockBuilder_apply_extrinsic", extrinsic))).toBe(elsewhere.result)
    expect(await allOf(fresh)).toEqual(storage)
    expect(elsewhere.changes.size).toBeGreaterThan(3)
  })

  it("carries a call out and leaves no trace of the fee, the nonce and the extrinsic", async () => {
    const fresh = await withAccounts()
    const before = await allOf(fresh)
    const [outcome] = ran(
      await fresh.runBlock({ number: 1, parentHash: PARENT, author: undefined }, [transfer("123456789")]),
    )
    expect(outcome?.result).toBe("ok")
    expect(eventsOf(outcome)).toEqual([{ "Balances.Transfer": { from: ALICE, to: BOB, amount: "123456789" } }])
    expect(await freeOf(fresh, ALICE)).toEqual(accountRecord("999876543211"))
    expect(await freeOf(fresh, BOB)).toEqual(accountRecord("1000123456789"))
    const changed = [...(await allOf(fresh))].filter(([key, value]) => before.get(key) !== value).map(([key]) => key)
    expect(changed.sort()).toEqual([...(outcome?.changes.keys() ?? [])].sort())
  })

  it("finds the funds of the account that signs as they were, to the last unit", async () => {
    const fresh = await withAccounts()
    const [over, all] = ran(
      await fresh.runBlock({ number: 1, parentHash: PARENT, author: undefined }, [
        transfer("1000000000001"),
        transfer("1000000000000"),
      ]),
    )
    expect(over).toMatchObject({ result: { error: "Balances.InsufficientBalance" }, events: [] })
    expect(over?.changes.size).toBe(0)
    expect(all?.result).toBe("ok")
    expect(await freeOf(fresh, ALICE)).toBe(undefined)
    expect(await freeOf(fresh, BOB)).toEqual(accountRecord("2000000000000"))
  })

  it("builds blocks: each begins in the next slot, carries its calls and ends with the root of its state", async () => {
    const fresh = await withAccounts()
    const now = coding.storage.required("Timestamp.Now").rawKey([], "now")
    for (const number of [1, 2, 3]) {
      const steps = ran(
        await fresh.runBlock({ number, parentHash: PARENT, author: undefined }, [
          "initialize",
          transfer("5"),
          "finalize",
        ]),
      )
      expect(steps.map(({ result }) => result)).toEqual(["ok", "ok", "ok"])
      expect(steps[0]?.changes.has(now)).toBe(true)
      expect(steps[2]?.note).toMatch(/^state root 0x[0-9a-f]{64}$/)
    }
    expect(await fresh.read([now])).toEqual([toHex(Uint8Array.of(0xa0, 0x8c, 0, 0, 0, 0, 0, 0))])
    expect(fresh.stateRoot(0)).toBe(await rootElsewhere(await allOf(fresh), 0))
  })

  it("names the panic that ends a call, and goes on with the next", async () => {
    const fresh = assetHub()
    await expect(fresh.call("BlockBuilder_finalize_block", NO_INPUT)).rejects.toThrow(
      /panicked at 'set_validation_data inherent needs to be present in every block!'/,
    )
    await expect(fresh.call("No_such_function", NO_INPUT)).rejects.toThrow(
      "No_such_function: the runtime has no such function",
    )
    expect(toHex(await fresh.call("Core_version", NO_INPUT))).toContain("73746174656d696e65")
  })

  it("carries calls out without any genesis: a blob and the accounts that a state names are enough", async () => {
    const bare = new RuntimeChain("runtime:blob", blob, new Map())
    const record = account.encodeValue(accountRecord("1000000000000"), "record")
    await bare.write(new Map([ALICE, BOB].map((who) => [account.rawKey([who], "account"), record])))
    const before = await allOf(bare)
    const [sent] = ran(await bare.runBlock({ number: 1, parentHash: PARENT, author: undefined }, [transfer("7")]))
    expect(eventsOf(sent)).toEqual([{ "Balances.Transfer": { from: ALICE, to: BOB, amount: "7" } }])
    expect([...(await allOf(bare)).keys()]).toEqual([...before.keys()])
  })

  it("says why a call cannot be carried out, and changes nothing", async () => {
    const fresh = assetHub()
    const before = await allOf(fresh)
    const inputs = { number: 1, parentHash: PARENT, author: undefined }
    const remark = coding.encodeCall({ "System.remark": { remark: "0x" } }, "call")
    expect(await fresh.runBlock(inputs, [transfer("5")])).toEqual({
      kind: "unable",
      reason: "the runtime turned the extrinsic that carries the call away: Invalid.Payment",
    })
    expect(await fresh.runBlock(inputs, ["initialize", { origin: "root", call: remark }])).toEqual({
      kind: "unable",
      reason: "the chain has no Sudo pallet, so that nobody makes calls as root",
    })
    expect(await allOf(fresh)).toEqual(before)
  })

  it("turns a bad signature away where signatures are checked", async () => {
    const fresh = assetHub("checked")
    const record = account.encodeValue(accountRecord("1000000000000"), "record")
    await fresh.write(new Map([[account.rawKey([ALICE], "account"), record]]))
    const call = coding.callOfBytes("System.remark", compact.enc(0))
    const answer = await fresh.call("BlockBuilder_apply_extrinsic", new ExtrinsicCoding(coding).signed(call, ALICE, 0))
    expect(toHex(answer)).toBe("0x010004")
  })
})

describe("a chain that is restarted", () => {
  it("is at its genesis again", async () => {
    const fresh = await withAccounts()
    await fresh.runBlock({ number: 1, parentHash: PARENT, author: undefined }, [
      "initialize",
      transfer("5"),
      "finalize",
    ])
    await fresh.restart()
    expect(fresh.stateRoot(1)).toBe(chain.stateRoot(1))
  })
})
