import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { describe, expect, it, vi } from "vitest"
import { addition, fileOf, halving } from "./fixtures/vectors.js"
import { loadVectors } from "./loadVectors.js"

vi.mock("../../reference/interface/functionTable.js", async () => import("./fixtures/functionTable.js"))

const good = addition("good", "1", "2", "3")

/** A folder of vectors with one file of the fork balancer and the chapter numbers. */
function folderWith(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), "subtensor-spec-vectors-"))
  mkdirSync(join(folder, "balancer", "numbers"), { recursive: true })
  writeFileSync(join(folder, "balancer", "numbers", "add.json"), content)
  return folder
}

async function loadFile(vectors: readonly object[], fork = "balancer", chapter = "numbers") {
  return loadVectors({ path: folderWith(JSON.stringify(fileOf(fork, chapter, vectors))) })
}

describe("vectors are read from <fork>/<chapter>/*.json", () => {
  it("all of them", async () => {
    const { vectors, problems } = await loadFile([good, addition("other", "2", "2", "4")])
    expect(problems).toEqual([])
    expect(vectors.map(({ id }) => id)).toEqual([good.id, "balancer/numbers/add/other"])
  })

  it("those of a fork and a chapter", async () => {
    const path = folderWith(JSON.stringify(fileOf("balancer", "numbers", [good])))
    expect((await loadVectors({ path, forks: ["rao"] })).vectors).toEqual([])
    expect((await loadVectors({ path, chapters: ["pool"] })).vectors).toEqual([])
    expect((await loadVectors({ path, forks: ["balancer"], chapters: ["numbers"] })).vectors).toHaveLength(1)
  })

  it("a single file", async () => {
    const path = join(folderWith(JSON.stringify(fileOf("balancer", "numbers", [good]))), "balancer/numbers/add.json")
    expect((await loadVectors({ path })).vectors).toHaveLength(1)
  })

  it("packed with gzip, like any other", async () => {
    const path = join(folderWith("{}"), "balancer/numbers/add.json.gz")
    writeFileSync(path, gzipSync(JSON.stringify(fileOf("balancer", "numbers", [good]))))
    expect(await loadVectors({ path })).toMatchObject({ vectors: [{ id: good.id }], problems: [] })
  })

  it("but not recordings nor generators", async () => {
    const path = folderWith(JSON.stringify(fileOf("balancer", "numbers", [good])))
    mkdirSync(join(path, "captured", "balancer-425"), { recursive: true })
    writeFileSync(join(path, "captured", "balancer-425", "x.json"), "not a vector")
    expect((await loadVectors({ path })).problems).toEqual([])
  })
})

describe("a malformed file is a problem that names the file", () => {
  it.each([
    ["not JSON", "{", /it is not JSON/],
    ["no list of vectors", "{}", /it has no list "vectors"/],
    ["a list", "[]", /it is not a file of vectors/],
    ["another format", '{"format":2,"vectors":[]}', /its format is 2; this version reads 1/],
    ["nested too deeply", `{"vectors":${"[".repeat(100)}${"]".repeat(100)}}`, /nested more than 64 levels/],
  ])("%s", async (_, content, problem) => {
    const { vectors, problems } = await loadVectors({ path: folderWith(content) })
    expect(vectors).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.file).toMatch(/add\.json$/)
    expect(problems[0]?.problem).toMatch(problem)
  })
})

it("a packed file that is no gzip is a problem that names the file", async () => {
  const path = join(folderWith("{}"), "balancer/numbers/add.json.gz")
  writeFileSync(path, "{}")
  const { problems } = await loadVectors({ path })
  expect(problems).toHaveLength(1)
  expect(problems[0]?.file).toMatch(/add\.json\.gz$/)
  expect(problems[0]?.problem).toBe("it cannot be unpacked with gzip: incorrect header check")
})

describe("a malformed vector is a problem that names it, and leaves the others usable", () => {
  const { input: _, ...withoutInput } = good
  it.each([
    ["no input", withoutInput, /required property 'input'/],
    ["an unknown kind", { ...good, kind: "miracle" }, /kind|tag/],
    ["an unknown field", { ...good, id: "balancer/numbers/x", extra: 1 }, /"extra" is not a field/],
    ["no clauses", { ...good, clauses: [] }, /clauses must NOT have fewer than 1 items/],
    ["a malformed id", { ...good, id: "no spaces please" }, /id must match pattern/],
    ["an id elsewhere", { ...good, id: "rao/numbers/add/x" }, /its id does not begin with balancer\/numbers\//],
    ["another fork than its file", { ...good, fork: "rao" }, /its fork is rao, its file's is "balancer"/],
    [
      "an unknown function",
      { ...good, function: "numbers.subtract" },
      /numbers.subtract, which the model does not have/,
    ],
    [
      "an integer beyond its type",
      addition("x", "18446744073709551616", "0", "0"),
      /input\.a: .* is above the largest u64/,
    ],
    ["a negative number", addition("x", "-1", "0", "0"), /input\.a: -1 is below the least u64/],
    [
      "a number in place of a decimal string",
      { ...good, input: { a: 1, b: "2" } },
      /input\.a: an integer is written as/,
    ],
    ["NaN", addition("x", "NaN", "0", "0"), /input\.a: "NaN" is not a decimal integer/],
    ["a missing parameter", { ...good, input: { a: "1" } }, /input: "b" is missing/],
    ["an expectation beyond its type", addition("x", "1", "0", "-5"), /expect\.ok: -5 is below/],
    ["nothing but null", null, /must be object/],
  ])("%s", async (_name, vector, problem) => {
    const { vectors, problems } = await loadFile([vector ?? [], addition("usable", "1", "1", "2")])
    expect(vectors.map(({ id }) => id)).toEqual(["balancer/numbers/add/usable"])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.problem).toMatch(problem)
  })

  it("the same id twice", async () => {
    const { vectors, problems } = await loadFile([good, good])
    expect(vectors).toHaveLength(1)
    expect(problems[0]?.problem).toBe(`${good.id}: another vector has the same id`)
  })

  it("another chapter than its file", async () => {
    const { problems } = await loadFile([halving("x")])
    expect(problems[0]?.problem).toMatch(/its chapter is consensus, its file's is "numbers"/)
  })

  it("a trace that expects more blocks than it has", async () => {
    const block = {
      blockNumber: "1",
      parentHash: `0x${"00".repeat(32)}`,
      blockAuthor: null,
      steps: [{ initialize: true }],
    }
    const { function: _function, ...head } = good
    const trace = { ...head, kind: "trace", input: { state: {}, blocks: [block] }, expect: { blocks: [] } }
    const { problems } = await loadFile([trace])
    expect(problems[0]?.problem).toMatch(/it expects 0 blocks of 1/)
  })
})
