import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Json } from "../../reference/interface/valueType.js"
import { packageFolder } from "../packageFolder.js"
import { loadVectors, type VectorSource } from "../runner/loadVectors.js"
import type { ImplementationResult } from "../runner/result.js"
import { runImplementation } from "../runner/runImplementation.js"
import { parseTarget } from "../transports/target.js"

const folder = mkdtempSync(join(tmpdir(), "subtensor-spec-assemblyscript-"))
const file = join(folder, "subtensor.wasm")
const compiler = join(packageFolder, "node_modules", "assemblyscript", "bin", "asc.js")
const sources = join(packageFolder, "harness", "samples", "assemblyscript")

beforeAll(() => {
  const parameters = [join(sources, "index.ts"), "--config", join(sources, "asconfig.json"), "-o", file]
  const { status, stderr } = spawnSync(process.execPath, [compiler, ...parameters], { encoding: "utf8" })
  if (status !== 0) throw new Error(`the sample does not compile:\n${stderr}`)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true }))

async function run(source: Omit<VectorSource, "path">): Promise<ImplementationResult> {
  const { vectors } = await loadVectors({ path: join(packageFolder, "vectors"), ...source })
  return runImplementation(parseTarget(`wasm:${file}`), vectors, { jobs: 1, timeout: 60_000, reproduceWith: [] })
}

/** What went wrong, by vector; empty when all is well. */
function problemsOf({ results }: ImplementationResult): readonly string[] {
  return results
    .filter(({ status }) => status === "failed" || status === "errored")
    .map(({ id, status, reason, failure }) => `${id} ${status}: ${reason ?? JSON.stringify(failure?.differences)}`)
}

interface SampleExports {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly alloc: (length: number) => number
  readonly handle: (address: number, length: number) => bigint
}

function hasSampleExports(exports: object): exports is SampleExports {
  return "memory" in exports && "alloc" in exports && "handle" in exports
}

/** An instance without the harness around it. */
function instance() {
  const abort = () => {
    throw new Error("the sample aborted")
  }
  const module = new WebAssembly.Module(readFileSync(file))
  const { exports } = new WebAssembly.Instance(module, { env: { abort } })
  if (!hasSampleExports(exports)) throw new Error("the sample lacks an export")
  const { memory, alloc, handle } = exports
  const ask = (text: string): Json => {
    const request = new TextEncoder().encode(text)
    const address = alloc(request.length)
    new Uint8Array(memory.buffer).set(request, address)
    const answer = handle(address, request.length)
    const bytes = new Uint8Array(memory.buffer, Number(answer >> 32n), Number(BigInt.asUintN(32, answer)))
    return JSON.parse(new TextDecoder().decode(bytes))
  }
  return { ask, size: () => memory.buffer.byteLength }
}

function callOf(name: string, input: object): string {
  return JSON.stringify({ jsonrpc: "2.0", id: 5, method: "call", params: { fork: "balancer", function: name, input } })
}

const POWER = {
  baseNumerator: "340282366920938463463374607431768211297",
  baseDenominator: "340282366920938463463374607431768211456",
  exponentNumerator: "255",
  exponentDenominator: "256",
  precision: "256",
  scale: "1000000000000000000",
}

describe("the AssemblyScript sample, written from the clauses alone", () => {
  it("gives every bit of every vector of chapter numbers", async () => {
    const result = await run({ chapters: ["numbers"] })
    expect(problemsOf(result)).toEqual([])
    expect(result.counts.skipped).toBe(0)
    expect(result.counts.passed).toBeGreaterThan(6_000)
  })

  it("gives every bit of every vector of the pools of both forks and of emission that needs no storage", async () => {
    const result = await run({ chapters: ["pool", "emission"] })
    expect(problemsOf(result)).toEqual([])
    const { vectors } = await loadVectors({ path: join(packageFolder, "vectors") })
    const onStorage = new Set(vectors.filter(({ input }) => "state" in input).map(({ id }) => id))
    // The moving price belongs to the block step, which it does not claim.
    const isMovingPrice = (id: string) => id.startsWith("rao/pool/rao.nextMovingPrice/")
    const functions = result.results.filter(
      ({ kind, id }) => kind === "function" && !onStorage.has(id) && !isMovingPrice(id),
    )
    expect(functions.filter(({ status }) => status !== "passed")).toEqual([])
    expect(new Set(functions.map(({ fork }) => fork))).toEqual(new Set(["balancer", "rao"]))
    expect(functions.length).toBeGreaterThan(500)
  })

  it("gives the weighted median and skips the rest of consensus, with the reason", async () => {
    const result = await run({ chapters: ["consensus"] })
    expect(problemsOf(result)).toEqual([])
    expect(result.counts.passed).toBeGreaterThan(40)
    const skipped = result.results.filter(({ status }) => status === "skipped")
    const { reason } = skipped.find(({ id }) => id.startsWith("balancer/consensus/clamp/")) ?? {}
    expect(reason).toBe("it does not have consensus.clamp")
    expect(skipped.every((vector) => vector.reason !== undefined)).toBe(true)
  })

  it("skips chapters that it does not cover, with the reason", async () => {
    const result = await run({ chapters: ["staking", "registration"] })
    expect(problemsOf(result)).toEqual([])
    expect(result.counts.passed).toBe(0)
    expect(result.results.filter(({ reason }) => reason === undefined)).toEqual([])
  })

  it("says that it does not cover a function, a fork or a method", () => {
    const { ask } = instance()
    const call = callOf("numbers.u64.saturatingShift", { a: "1", b: "2" })
    const reason = "numbers.u64.saturatingShift of fork balancer is not covered"
    const unsupported = { code: -32001, message: "unsupported", data: { reason } }
    expect(ask(call)).toEqual({ jsonrpc: "2.0", id: 5, error: unsupported })
    expect(ask(call.replace('"balancer"', '"nakamoto"'))).toMatchObject({ error: { code: -32001 } })
    expect(ask(call.replace('"call"', '"apply"'))).toMatchObject({ error: { code: -32001 } })
  })

  it("refuses malformed requests and goes on", () => {
    const { ask } = instance()
    expect(ask('{"jsonrpc": "2.0", "id": [')).toMatchObject({ id: null, error: { code: -32700 } })
    const message = "invalid params: input.b: it is outside its type"
    const tooLarge = { a: "1", b: "18446744073709551616" }
    expect(ask(callOf("numbers.u64.saturatingAdd", tooLarge))).toMatchObject({ error: { code: -32602, message } })
    expect(ask(callOf("numbers.u64.saturatingAdd", { a: "1" }))).toMatchObject({ error: { code: -32602 } })
    expect(ask(callOf("numbers.u64.saturatingAdd", { a: "1", b: 2 }))).toMatchObject({ error: { code: -32602 } })
    expect(ask(callOf("numbers.u64.saturatingAdd", { a: "1", b: "2" }))).toMatchObject({ result: { ok: "3" } })
  })

  it("needs no more memory for the hundredth message than for the tenth", () => {
    const { ask, size } = instance()
    const sizes = Array.from({ length: 100 }, () => {
      expect(ask(callOf("numbers.powRatioScaled", POWER))).toHaveProperty("result.ok")
      return size()
    })
    expect(sizes.at(-1)).toBe(sizes[9])
  })
})
