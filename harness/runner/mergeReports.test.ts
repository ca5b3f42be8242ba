import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { implementationOf, reportOf } from "./fixtures/reports.js"
import { mergeReports, type ReportFile } from "./mergeReports.js"
import type { ImplementationResult, RunReport, Shard, Status } from "./result.js"
import { joinShards, parseShard, shardOf } from "./shard.js"

const STATUSES = ["passed", "failed", "skipped", "errored", "expected", "unexpected"] as const satisfies Status[]

/** The results of one implementation: as many as statuses are given. */
function ran(name: string, statuses: readonly Status[]): ImplementationResult {
  return implementationOf(
    name,
    statuses.map((status, index) => ({
      id: `balancer/pool/file/${index}`,
      kind: "function" as const,
      fork: "balancer",
      chapter: index % 2 === 0 ? "pool" : "numbers",
      clauses: ["pool-07"],
      status,
      milliseconds: index,
    })),
  )
}

/** The report that one shard of the run would have given. */
function cut(whole: RunReport, shard: Shard): ReportFile {
  const implementations = whole.implementations.map(({ name, results }) =>
    implementationOf(name, shardOf(results, shard)),
  )
  return { file: `${shard.number}.json`, report: reportOf(implementations, shard) }
}

function cuts(whole: RunReport, of: number): readonly ReportFile[] {
  return Array.from({ length: of }, (_, index) => cut(whole, { number: index + 1, of }))
}

const whole = reportOf([ran("mine", ["passed", "failed", "skipped", "passed", "errored"])])
const [first, second, third] = cuts(whole, 3)
if (first === undefined || second === undefined || third === undefined) throw new Error("three shards are three")

const statusLists = fc.array(fc.constantFrom(...STATUSES), { minLength: 0, maxLength: 40 })

describe("shards", () => {
  it("have every vector once, whatever their number", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 12 }), (list, of) => {
        const shards = Array.from({ length: of }, (_, index) => shardOf(list, { number: index + 1, of }))
        const lengths = shards.map(({ length }) => length)
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1)
        expect(joinShards(shards)).toEqual(list)
      }),
    )
  })

  it.each([
    ["1/1", { number: 1, of: 1 }],
    ["3/8", { number: 3, of: 8 }],
    ["0/8", undefined],
    ["9/8", undefined],
    ["1/0", undefined],
    ["-1/8", undefined],
    ["1.5/8", undefined],
    ["01/8", undefined],
    ["8", undefined],
    ["a/b", undefined],
    ["1/8/8", undefined],
    ["", undefined],
  ])("%j is read as %j", (text, shard) => {
    expect(parseShard(text)).toEqual(shard)
  })
})

describe("merging the shards of a run", () => {
  it("gives what one run gives, whatever the sharding and the order of the reports", () => {
    fc.assert(
      fc.property(statusLists, statusLists, fc.integer({ min: 1, max: 9 }), fc.nat(), (one, other, of, turn) => {
        const size = Math.min(one.length, other.length)
        const run = reportOf([ran("mine", one.slice(0, size)), ran("yours", other.slice(0, size))])
        const files = cuts(run, of)
        const turned = [...files.slice(turn % of), ...files.slice(0, turn % of)]
        expect(mergeReports(turned)).toEqual({ ...run, seconds: of })
      }),
    )
  })

  it("joins runs of other implementations over the same vectors", () => {
    const yours = {
      file: "yours.json",
      report: reportOf([ran("yours", ["passed", "passed", "passed", "passed", "failed"])]),
    }
    const merged = mergeReports([third, yours, first, second])
    expect(merged.implementations.map(({ name, counts }) => [name, counts.passed])).toEqual([
      ["mine", 2],
      ["yours", 4],
    ])
    expect(merged.vectors).toBe(5)
  })

  it("has the problems of all, each once, and the exit status that follows", () => {
    const problem = { file: "x.json", problem: "it is not JSON" }
    const files = [first, second, third].map(({ file, report }) => ({
      file,
      report: { ...report, problems: [problem] },
    }))
    expect(mergeReports(files)).toMatchObject({ problems: [problem], exitStatus: 2 })
  })

  it("knows the name of an implementation that died before the handshake of one shard", () => {
    const lost = second.report.implementations.map((one) => ({
      ...one,
      name: one.target,
      version: "unknown",
      problem: "it died",
    }))
    const merged = mergeReports([first, { ...second, report: { ...second.report, implementations: lost } }, third])
    expect(merged.implementations[0]).toMatchObject({ name: "mine", version: "1", problem: "it died" })
  })
})

describe("reports that are not parts of one run are refused, and the message says which", () => {
  const changed = (part: Partial<RunReport>): ReportFile => ({ file: "2.json", report: { ...second.report, ...part } })
  const otherVersion = second.report.implementations.map((one) => ({ ...one, version: "2" }))
  const fewer = second.report.implementations.map((one) => ({ ...one, results: [] }))
  it.each<[string, readonly ReportFile[], RegExp]>([
    ["a shard is missing", [first, third], /^of stdio:mine there is no report of shard 2\/3$/],
    ["several are missing", [third], /^of stdio:mine there is no report of shard 1\/3, 2\/3$/],
    [
      "a shard is there twice",
      [first, second, { ...first, file: "again.json" }, third],
      /^1.json and again.json both have shard 1\/3 of stdio:mine$/,
    ],
    [
      "a whole run is there twice",
      [
        { file: "a", report: whole },
        { file: "b", report: whole },
      ],
      /^a and b both have stdio:mine$/,
    ],
    [
      "they were cut differently",
      [first, cut(whole, { number: 2, of: 2 })],
      /1.json has stdio:mine as shard 1\/3, 2.json as shard 2\/2/,
    ],
    [
      "the vectors differ",
      [first, changed({ vectorsHash: "cd".repeat(32) }), third],
      /^2.json is of another run than 1.json: other vectors, cdcd/,
    ],
    [
      "the selection differs",
      [first, changed({ selection: { ...second.report.selection, chapters: ["pool"] } })],
      /other chapters, pool instead of none/,
    ],
    [
      "the program differs",
      [first, changed({ tool: { name: "subtensor-spec", version: "0.2.0" } })],
      /other version of subtensor-spec, 0.2.0 instead of 0.1.0/,
    ],
    [
      "the implementation differs",
      [first, changed({ implementations: otherVersion }), third],
      /^stdio:mine was mine 1 in 1.json and mine 2 in 2.json$/,
    ],
    [
      "results are missing",
      [first, changed({ implementations: fewer }), third],
      /do not have the vectors of their shards/,
    ],
    ["there is none", [], /nothing to merge/],
  ])("%s", (_, files, message) => {
    expect(() => mergeReports(files)).toThrow(message)
  })
})
