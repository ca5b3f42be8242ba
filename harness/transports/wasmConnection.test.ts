import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it, vi } from "vitest"
import wabt from "wabt"
import { addition } from "../runner/fixtures/vectors.js"
import { runImplementation } from "../runner/runImplementation.js"
import { parseTarget } from "./target.js"

vi.mock("../../reference/interface/functionTable.js", async () => import("../runner/fixtures/functionTable.js"))

const ID_IN_REQUEST = '{"jsonrpc":"2.0","id":'.length
const HANDSHAKE = '{"jsonrpc":"2.0","id":0,"result":{"name":"wat","version":"1","protocol":1,"forks":["balancer"]}}'
const SUM = '{"jsonrpc":"2.0","id":0,"result":{"ok":"3"}}'
const SUM_AT = 512
const vectors = [1, 2, 3].map((n) => addition(`n${n}`, "1", "2", "3"))

function data(at: number, text: string): string {
  return `(data (i32.const ${at}) "${text.replaceAll('"', '\\"')}")`
}

/** Answers the handshake, then does as `body` says; the id of a request is copied into the answers. */
function moduleThat(body: string): string {
  return `(module (memory (export "memory") 2) ${data(0, HANDSHAKE)} ${data(SUM_AT, SUM)}
    (func (export "alloc") (param i32) (result i32) (i32.const 1024))
    (func $sum (result i64) (i64.const ${(BigInt(SUM_AT) << 32n) | BigInt(SUM.length)}))
    (func $handle (export "handle") (param $at i32) (param $length i32) (result i64)
      (local $id i32)
      (local.set $id (i32.load8_u offset=${ID_IN_REQUEST} (local.get $at)))
      (i32.store8 (i32.const ${ID_IN_REQUEST}) (local.get $id))
      (i32.store8 (i32.const ${SUM_AT + ID_IN_REQUEST}) (local.get $id))
      (if (i32.eq (local.get $id) (i32.const 49)) (then (return (i64.const ${HANDSHAKE.length}))))
      ${body}))`
}

const folder = mkdtempSync(join(tmpdir(), "subtensor-spec-wasm-"))

async function fileOf(name: string, content: string): Promise<string> {
  const { parseWat } = await wabt()
  const file = join(folder, `${name}.wasm`)
  writeFileSync(file, parseWat(name, content).toBinary({}).buffer)
  return file
}

async function run(name: string, content: string, timeout = 30_000) {
  const target = parseTarget(`wasm:${await fileOf(name, content)}`)
  return runImplementation(target, vectors, { jobs: 1, timeout, reproduceWith: [] })
}

describe("a WebAssembly module", () => {
  it("answers the same messages as any other implementation", async () => {
    const { counts, name } = await run("well", moduleThat("(call $sum)"))
    expect(name).toBe("wat")
    expect(counts.passed).toBe(3)
  })

  it("that traps is errored, and a fresh one serves the next vector", async () => {
    const trapsAtSecond = moduleThat("(if (i32.eq (local.get $id) (i32.const 51)) (then unreachable)) (call $sum)")
    const { results } = await run("traps", trapsAtSecond)
    expect(results.map(({ status }) => status)).toEqual(["passed", "errored", "passed"])
    expect(results[1]?.reason).toBe("the module trapped: unreachable")
  })

  it("that loops is ended after the time it has", async () => {
    const loopsAtSecond = moduleThat(
      "(if (i32.eq (local.get $id) (i32.const 51)) (then (loop $for_ever (br $for_ever)))) (call $sum)",
    )
    const { results } = await run("loops", loopsAtSecond, 2_500)
    expect(results.map(({ status }) => status)).toEqual(["passed", "errored", "passed"])
    expect(results[1]?.reason).toBe("no answer within 2.5 s")
  })

  it("that aborts the way AssemblyScript does is errored with its reason", async () => {
    const reason = [..."no luck"].map((letter) => `${letter}\\00`).join("")
    const content = moduleThat("(call $abort (i32.const 804) (i32.const 0) (i32.const 7) (i32.const 9)) unreachable")
      .replace("(module ", '(module (import "env" "abort" (func $abort (param i32 i32 i32 i32))) ')
      .replace("(data ", `(data (i32.const 800) "\\0e\\00\\00\\00${reason}") (data `)
    const { results } = await run("aborts", content)
    expect(results[0]?.reason).toBe("the module aborted at line 7, column 9: no luck")
  })

  it("that recurses without end is errored", async () => {
    const { results } = await run("recurses", moduleThat("(call $handle (local.get $at) (local.get $length))"))
    expect(results[0]?.reason).toBe("the module trapped: stack overflow")
  })

  it("that answers from beyond its memory is errored", async () => {
    const { results } = await run("beyond", moduleThat(`(i64.const ${(0xfffffff0n << 32n) | 64n})`))
    expect(results[0]?.reason).toBe("the answer lies beyond the end of the memory")
  })

  it("that claims too long an answer is errored", async () => {
    const { results } = await run("long", moduleThat("(i64.const 4294967295)"))
    expect(results[0]?.reason).toMatch(/longer than 67108864 bytes/)
  })

  it("that answers with bytes that are not text is errored", async () => {
    const { results } = await run(
      "bytes",
      moduleThat("(i32.store8 (i32.const 600) (i32.const 255)) (i64.const 2576980377601)"),
    )
    expect(results[0]?.reason).toMatch(/not valid|invalid/i)
  })

  it.each([
    ["no memory", "(module)", 'the module does not export its memory as "memory"'],
    ["no alloc", '(module (memory (export "memory") 1))', 'the module does not export the function "alloc"'],
    [
      "no handle",
      '(module (memory (export "memory") 1) (func (export "alloc") (param i32) (result i32) (i32.const 0)))',
      'the module does not export the function "handle"',
    ],
    [
      "an import that nobody has",
      '(module (import "wasi_snapshot_preview1" "fd_write" (func (param i32))) (memory (export "memory") 1))',
      'the module wants the import "wasi_snapshot_preview1.fd_write"; only "env.abort" is there',
    ],
  ])("with %s is refused with a message that says so", async (name, content, problem) => {
    const result = await run(name, content)
    expect(result.problem).toBe(`the handshake failed: ${problem}`)
    expect(result.counts.errored).toBe(3)
  })

  it("that is not WebAssembly at all is refused", async () => {
    const file = join(folder, "text.wasm")
    writeFileSync(file, "hello")
    const result = await runImplementation(parseTarget(`wasm:${file}`), vectors, {
      jobs: 1,
      timeout: 30_000,
      reproduceWith: [],
    })
    expect(result.problem).toMatch(/it is not a WebAssembly module/)
  })
})
