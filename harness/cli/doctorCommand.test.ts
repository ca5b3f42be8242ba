import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import { toHex } from "../../reference/state/scaleTypes.js"
import { assetHub, specificationText } from "../substrate/runtime/fixtures/assetHub.js"
import { runProgram } from "./program.js"

const folder = mkdtempSync(join(tmpdir(), "subtensor-spec-doctor-"))
const file = (name: string) => join(folder, name)

let out = ""
let err = ""

beforeAll(async () => {
  const metadata = await assetHub().metadata()
  writeFileSync(file("raw.scale"), metadata)
  writeFileSync(file("hex.txt"), `${toHex(metadata)}\n`)
  writeFileSync(file("hex.gz"), gzipSync(toHex(metadata).slice(2)))
  writeFileSync(file("chain.json"), specificationText)
  writeFileSync(file("cut.scale"), metadata.subarray(0, 1_000))
  writeFileSync(file("prose.txt"), "no metadata at all")
})

afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(() => {
  out = ""
  err = ""
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += String(text)
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

describe("subtensor-spec doctor", () => {
  it.each([
    "metadata:raw.scale",
    "metadata:hex.txt",
    "metadata:hex.gz",
    "runtime:chain.json",
  ])("finds the drift of a chain that is none of Subtensor's in %s", async (target) => {
    const [form = "", name = ""] = target.split(":")
    await runProgram(["doctor", `${form}:${file(name)}`])
    expect(process.exitCode).toBe(1)
    expect(out).toContain("statemine 900, compared with the model's declarations of fork balancer")
    expect(out).toContain("  SubtensorModule is not in the runtime")
    expect(out).toMatch(/System\n {4}Account: value data\.free is u128, declared as u64/)
    expect(out).toMatch(/Balances\n(.*\n)*? {4}TotalIssuance: value is u128, declared as u64/)
    expect(out).toMatch(/\d+ differences: \d+ of pallets, \d+ of storage, .* of constants\.\n$/)
  })

  it("prints the differences as JSON", async () => {
    await runProgram(["doctor", `metadata:${file("raw.scale")}`, "--json", "--fork", "balancer"])
    const diagnosis = JSON.parse(out)
    expect(diagnosis).toMatchObject({ fork: "balancer", runtime: { specName: "statemine", specVersion: 900 } })
    expect(diagnosis.drift).toContainEqual({
      group: "constants",
      pallet: "Balances",
      name: "ExistentialDeposit",
      kind: "changed",
      aspect: "value",
      declared: "500",
      found: "3333333",
    })
  })

  it.each<[string, readonly string[], RegExp]>([
    ["a target without metadata", ["reference"], /the target "reference" has no metadata; write substrate:ws:/],
    ["a file that is not there", ["metadata:/nowhere"], /there is no readable file \/nowhere/],
    ["text that is no metadata", [`metadata:${file("prose.txt")}`], /neither SCALE metadata nor its hexadecimal text/],
    ["metadata that is cut off", [`metadata:${file("cut.scale")}`], /is not metadata of version 14 or later/],
    ["a file that is no runtime", [`runtime:${file("prose.txt")}`], /is no runtime/],
    ["an address that is none", ["substrate:nowhere"], /"nowhere" is not the address of a WebSocket; write ws:/],
    ["a fork that there is not", [`metadata:${file("raw.scale")}`, "--fork", "x"], /declares nothing of the fork "x"/],
    [
      "a time limit that is none",
      [`metadata:${file("raw.scale")}`, "--timeout", "0"],
      /--timeout takes a number above 0/,
    ],
  ])("refuses %s in one line, without a report", async (_, words, message) => {
    await runProgram(["doctor", ...words])
    expect(process.exitCode).toBe(2)
    expect(out).toBe("")
    expect(err).toMatch(message)
    expect(err.trim().split("\n")).toHaveLength(1)
  })

  it("says in one line that a node cannot be reached", async () => {
    await runProgram(["doctor", "substrate:ws://127.0.0.1:9", "--timeout", "1"])
    expect(process.exitCode).toBe(2)
    expect(err).toMatch(/^subtensor-spec: ws:\/\/127\.0\.0\.1:9 cannot be reached: .*\n$/)
  })
})
