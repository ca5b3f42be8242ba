import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { storageJson } from "../../../reference/interface/stateJson.js"
import { declaredStorage } from "../../../reference/state/declarations.js"
import type { EventDeclaration } from "../../../reference/state/event.js"
import { events } from "../../../reference/state/events.js"
import { runtimeCall } from "../../../reference/state/runtimeCall.js"
import { fromHex, type Hex } from "../../../reference/state/scaleTypes.js"
import "../../../reference/state/calls.js"
import { readRuntimeMetadata } from "../../metadata/runtimeMetadata.js"
import { packageFolder } from "../../packageFolder.js"
import { readRecording } from "../../replay/readRecording.js"
import type { Recording } from "../../replay/recording.js"
import { changesJson } from "../chainState.js"
import { ChainCoding } from "./chainCoding.js"

const FOLDER = join(packageFolder, "vectors", "captured", "balancer-425")
const METADATA = join(packageFolder, "..", "shared", "captures", "metadata-425.hex.gz")
const found = existsSync(METADATA) ? new ChainCoding(readRuntimeMetadata(METADATA)) : undefined

function theCoding(): ChainCoding {
  if (found === undefined) throw new Error("the metadata is absent")
  return found
}
const FILES = ["mixed-01", "batch-01", "identity-01", "lease-01", "timelock-01", "admin-01"]
const recordings = FILES.map((name): Recording => readRecording(join(FOLDER, `${name}.jsonl.gz`)))
const isDeclared = (key: string) => declaredStorage.has(key.slice(0, 66))

function callsOf({ blocks }: Recording): readonly Hex[] {
  return blocks.flatMap(({ steps }) => steps.map(({ call }) => call))
}

function eventsOf({ blocks }: Recording): readonly Hex[] {
  return blocks.flatMap(({ initialize, steps }) =>
    [initialize, ...steps].flatMap((phase) => phase?.events?.map(({ bytes }) => bytes) ?? []),
  )
}

describe.skipIf(found === undefined)("coding by the chain's own metadata (skipped where it is absent)", () => {
  it.each(
    recordings.map((recording) => [recording.header.name, recording] as const),
  )("gives the state of the recording %s the JSON form that vectors have, and the same bytes back", (_name, {
    state,
  }) => {
    const coding = theCoding()
    const entries = Object.entries<Hex>(state).filter(([key]) => isDeclared(key))
    const items = new Set([...declaredStorage.values()].map(({ pallet, name }) => `${pallet}.${name}`))
    const json = changesJson(
      coding.storage,
      items,
      new Map(entries.map(([key, value]) => [`0x${key.slice(2)}`, value])),
    )
    expect(json).toEqual(storageJson(declaredStorage, entries))
    for (const [key, value] of entries) {
      const item = coding.storage.itemOfKey(key)
      expect(item?.rawKeyOfText(item.keyText(`0x${key.slice(2)}`), "key")).toBe(key)
      expect(item?.encodeValue(item.decodeValue(value), "value")).toBe(value)
    }
  })

  it("gives calls the JSON form that vectors have, and the same bytes back", () => {
    const coding = theCoding()
    for (const call of recordings.flatMap(callsOf)) {
      const json = coding.decodeCall(call)
      expect(json).toEqual(runtimeCall.toJson(runtimeCall.decode(fromHex(call))))
      expect(coding.encodeCall(json, "call")).toBe(call)
    }
  })

  it("reads the events that a block keeps, one by one", () => {
    const coding = theCoding()
    const deposited = recordings.flatMap(eventsOf).slice(0, 500)
    const records = deposited.map(
      (event, index) => `00${index.toString(16).padStart(2, "0").slice(-2)}000000${event.slice(2)}00`,
    )
    const stored = fromHex(`0x${lengthDigits(deposited.length)}${records.join("")}`)
    expect(coding.decodeEvents(stored).map(({ bytes }) => bytes)).toEqual(deposited)
  })

  it("gives events the JSON form that vectors have", () => {
    const coding = theCoding()
    const declared = new Map<string, EventDeclaration<unknown>>(
      Object.values<Readonly<Record<string, EventDeclaration<unknown>>>>(events)
        .flatMap((pallet) => Object.values(pallet))
        .map((event) => [`${event.palletIndex}/${event.index}`, event]),
    )
    for (const bytes of new Set(recordings.flatMap(eventsOf))) {
      const [pallet, index, ...fields] = fromHex(bytes)
      const event = declared.get(`${pallet}/${index}`)
      const expected = event?.fields.toJson(event.fields.decode(Uint8Array.from(fields)))
      expect(coding.decodeEvent(bytes)).toEqual({ [`${event?.pallet}.${event?.name}`]: expected })
    }
  })

  it("names errors as the chain does", () => {
    const coding = theCoding()
    expect(coding.errorName({ Module: { index: "7", error: "0x09000000" } })).toMatch(/^SubtensorModule\./)
    expect(coding.errorName({ Token: "FundsUnavailable" })).toBe("Token.FundsUnavailable")
    expect(coding.errorName("BadOrigin")).toBe("BadOrigin")
  })
})

/** A compact length from 64 to 16,383, as digits. */
function lengthDigits(length: number): string {
  const value = length * 4 + 1
  return [value & 0xff, value >> 8].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
