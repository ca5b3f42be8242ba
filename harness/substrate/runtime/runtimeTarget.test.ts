import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { parseTarget } from "../../transports/target.js"
import { blob, genesis, specificationText } from "./fixtures/assetHub.js"
import { assembled } from "./fixtures/driverRuntime.js"
import { openRuntimeFile } from "./runtimeFile.js"

const folder = mkdtempSync(join(tmpdir(), "subtensor-spec-runtime-"))

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** A runtime whose `Core_version` does as the body says. */
function runtimeThat(body: string, imports = ""): Promise<Uint8Array> {
  return assembled(`(module ${imports} (memory (export "memory") 2) (global (export "__heap_base") i32 (i32.const 1024))
    (func (export "Core_version") (param i32 i32) (result i64) ${body}))`)
}

async function greeting(path: string, timeout = 60_000) {
  const implementation = parseTarget(`runtime:${path}`).create(timeout)
  try {
    return await implementation.request("handshake", { protocol: 1 })
  } finally {
    await implementation.close()
  }
}

describe("the target runtime:FILE", () => {
  it("answers from a thread of its own", async () => {
    const result = expect.objectContaining({ name: "statemine", version: "900", forks: ["statemine-900"] })
    expect(await greeting(fileOf("chain.json", specificationText))).toEqual({ kind: "answered", result })
  })

  it("ends a runtime that loops for ever, when its time is up", async () => {
    const path = fileOf("loop.wasm", await runtimeThat("(loop $for_ever (br $for_ever)) (i64.const 0)"))
    expect(await greeting(path, 4_000)).toMatchObject({ kind: "broken", problem: "no answer within 4 s", lost: true })
  })

  it("is refused without a file", () => {
    expect(() => parseTarget("runtime:")).toThrow("names no file; write runtime:FILE")
  })
})

describe("opening a runtime", () => {
  it("takes a compressed blob, and a chain specification whose raw genesis holds one", async () => {
    const version = { specName: "statemine", specVersion: 900 }
    const alone = openRuntimeFile(fileOf("blob.compact.compressed.wasm", blob))
    expect(await alone.runtimeVersion()).toMatchObject(version)
    expect(await alone.keysUnder("0x")).toHaveLength(2)
    const chain = openRuntimeFile(fileOf("specification.json", specificationText))
    expect(await chain.runtimeVersion()).toMatchObject(version)
    expect(await chain.keysUnder("0x")).toHaveLength(genesis.size)
  })

  it.each([
    ["no file", () => join(folder, "absent.wasm"), "there is no readable file of that name"],
    ["text", () => fileOf("text.wasm", "a text"), "it is neither a WebAssembly module nor one compressed with zstd"],
    ["damaged zstd", () => fileOf("damaged.wasm", blob.slice(0, 1_000)), "its zstd data is damaged"],
    ["JSON without a genesis", () => fileOf("empty.json", "{}"), "the chain specification has no raw genesis"],
    ["half JSON", () => fileOf("half.json", "{"), "it begins like a chain specification and is not JSON"],
  ])("says what is wrong with %s, and where", (_, path, problem) => {
    expect(() => openRuntimeFile(path())).toThrow(`${path()} is no runtime: ${problem}`)
  })

  it("names the host function that a runtime calls and that nobody knows", async () => {
    const imports = '(import "env" "ext_novelty_invent_version_1" (func $invent))'
    const path = fileOf("novelty.wasm", await runtimeThat("(call $invent) (i64.const 0)", imports))
    expect(() => openRuntimeFile(path)).toThrow(
      "Core_version: the runtime called the host function ext_novelty_invent_version_1, which does not exist here",
    )
  })

  it("names the host function that could not do what it was asked", async () => {
    const imports = '(import "env" "ext_allocator_malloc_version_1" (func $allocate (param i32) (result i32)))'
    const body = "(i64.extend_i32_u (call $allocate (i32.const 0x7fffffff)))"
    const path = fileOf("greedy.wasm", await runtimeThat(body, imports))
    expect(() => openRuntimeFile(path)).toThrow(
      "ext_allocator_malloc_version_1: 2147483647 bytes at once are more than a runtime may ask for",
    )
  })

  it.each([
    ["traps", "unreachable", "Core_version: the runtime trapped: unreachable"],
    ["recurses without end", "(call 0 (i32.const 0) (i32.const 0))", "the runtime trapped: stack overflow"],
    ["answers with an address beyond its memory", "(i64.const 0x7fffffff_7fffffff)", "lie beyond the memory"],
  ])("says that a runtime %s", async (name, body, problem) => {
    const path = fileOf(`${name}.wasm`, await runtimeThat(body))
    expect(() => openRuntimeFile(path)).toThrow(problem)
  })
})
