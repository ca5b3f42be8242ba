import { existsSync } from "node:fs"
import { join } from "node:path"
import { compact } from "scale-ts"
import { describe, expect, it } from "vitest"
import { eventBytes } from "../../../reference/state/event.js"
import { UtilityEvents } from "../../../reference/state/events.js"
import { fromHex, type Hex, toHex } from "../../../reference/state/scaleTypes.js"
import { readRuntimeMetadata } from "../../metadata/runtimeMetadata.js"
import { packageFolder } from "../../packageFolder.js"
import { assetHub } from "../runtime/fixtures/assetHub.js"
import { ChainCoding } from "./chainCoding.js"
import { disclose, enclose, NotCarriedOut } from "./enclosedCall.js"

const METADATA = join(packageFolder, "..", "shared", "captures", "metadata-425.hex.gz")
const ALICE: Hex = `0x${"11".repeat(32)}`
const REMARK = { "System.remark": { remark: "0x" } }

const withSudo = existsSync(METADATA) ? new ChainCoding(readRuntimeMetadata(METADATA)) : undefined
const withoutSudo = ChainCoding.of(await assetHub().metadata())

function json(coding: ChainCoding, enclosed: ReturnType<typeof enclose>) {
  if (typeof enclosed === "string") throw new Error(enclosed)
  return { call: coding.decodeCall(toHex(enclosed.bytes)), signer: enclosed.signer }
}

describe.skipIf(withSudo === undefined)("on a chain with Sudo (skipped where Subtensor's metadata is absent)", () => {
  const coding = withSudo ?? withoutSudo
  const remark = (text: Hex) => fromHex(coding.encodeCall({ "System.remark": { remark: text } }, "call"))

  it("a call of an account is made by the sudo key, as the second item of a batch", () => {
    expect(json(coding, enclose(coding, { signed: ALICE }, remark("0x0102")))).toEqual({
      call: {
        "Sudo.sudo_as": {
          who: { Id: ALICE },
          call: { "Utility.force_batch": { calls: [REMARK, { "System.remark": { remark: "0x0102" } }] } },
        },
      },
      signer: "sudo",
    })
  })

  it("a call of root is one too", () => {
    const { call } = json(coding, enclose(coding, "root", remark("0x0102")))
    expect(call).toEqual({
      "Sudo.sudo": { call: { "Utility.force_batch": { calls: [REMARK, { "System.remark": { remark: "0x0102" } }] } } },
    })
  })

  it("the call's own events lie between those of the two items, and its error is the last item's", () => {
    const done = eventBytes({ declaration: UtilityEvents.ItemCompleted, fields: undefined })
    const ended = eventBytes({ declaration: UtilityEvents.BatchCompletedWithErrors, fields: undefined })
    const failed = toHex(
      Uint8Array.from([...fromHex(done).subarray(0, 1), UtilityEvents.ItemFailed.index, 3, 7, 0, 0, 0, 0]),
    )
    const own = eventBytes({ declaration: UtilityEvents.BatchCompleted, fields: undefined })
    const deposited = [done, own, failed, ended].map((bytes) => ({ bytes, extrinsic: 0 }))
    const { result, events, fees } = disclose(coding, deposited)
    expect(result).toEqual({ error: coding.errorName({ Module: { index: "7", error: "0x00000000" } }) })
    expect(events).toEqual([own])
    expect(fees).toEqual([])
  })
})

describe("on a chain without Sudo", () => {
  const remark = withoutSudo.callOfBytes("System.remark", compact.enc(0))

  it("an account signs the batch itself", () => {
    expect(json(withoutSudo, enclose(withoutSudo, { signed: ALICE }, remark))).toEqual({
      call: { "Utility.batch": { calls: [REMARK, REMARK] } },
      signer: { account: ALICE },
    })
  })

  it("nobody makes calls as root, and calls of nobody have no way", () => {
    expect(enclose(withoutSudo, "root", remark)).toMatch(/no Sudo pallet/)
    expect(enclose(withoutSudo, "none", remark)).toMatch(/nobody signed/)
  })

  it("an enclosure that left no marks was not carried out", () => {
    expect(() => disclose(withoutSudo, [])).toThrow(NotCarriedOut)
  })
})
