import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join, relative } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { ClauseIndex } from "../clauses/readClauses.js"
import { packageFolder } from "../packageFolder.js"
import { findRecordings } from "./findRecordings.js"
import type { RecordedBlock, RecordedEvent, RecordedStep } from "./recording.js"
import { replayFile } from "./replayFiles.js"
import { emptyReport, type ReplayReport } from "./replayReport.js"

const CAPTURED = join(packageFolder, "vectors", "captured")
const POOL = join(CAPTURED, "balancer-425", "pool-01.jsonl.gz")

function replay(paths: readonly string[], options: { resync?: boolean; emit?: string } = {}): ReplayReport {
  const report = emptyReport()
  for (const path of paths) {
    replayFile(
      path,
      { resync: options.resync ?? false, emit: options.emit, tell: () => undefined },
      new ClauseIndex([]),
      report,
    )
  }
  return report
}

function linesOf(path: string): readonly string[] {
  return gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n")
}

function write(folder: string, name: string, lines: readonly unknown[]): string {
  const path = join(folder, name)
  writeFileSync(path, gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join("")))
  return path
}

const folder = () => mkdtempSync(join(tmpdir(), "recordings-"))

const withoutViews = (events: readonly RecordedEvent[] | undefined) =>
  events?.map(({ pallet, name, bytes }) => ({ pallet, name, bytes }))

/** A block without what only serves readers. */
function plain(block: RecordedBlock): RecordedBlock {
  const { initialize, steps, ...rest } = block
  return {
    ...rest,
    initialize: { events: withoutViews(initialize?.events) ?? [], diff: initialize?.diff ?? {} },
    steps: steps.map(({ args: _, events, ...step }: RecordedStep) => ({ ...step, events: withoutViews(events) ?? [] })),
  }
}

/** A block without anything that the chain answered. */
function stripped({ block, parentHash, steps }: RecordedBlock): RecordedBlock {
  return {
    block,
    parentHash,
    steps: steps.map(({ origin, call, pallet, name }) => ({
      origin,
      call,
      ...(pallet && name ? { pallet, name } : {}),
    })),
  }
}

const recordings = findRecordings([CAPTURED])
const familyOf = (path: string) => relative(CAPTURED, path).replace(/-\d+\.jsonl\.gz$/, "")
const FAMILIES = [...new Set(recordings.map(familyOf))]

describe("the recordings of the chain", () => {
  it.each(FAMILIES)("of the family %s replay to the bit: storage, results and events of every phase", (family) => {
    const files = recordings.filter((path) => familyOf(path) === family)
    const { phases, divergences } = replay(files)
    expect(divergences.slice(0, 3)).toEqual([])
    expect(phases).toMatchObject({ diverged: 0, unsupported: 0 })
    expect(phases.matched).toBeGreaterThan(0)
  })

  it.each([
    "balancer-425/pool-01",
    "balancer-425/schedule-02",
    "balancer-425/yuma-03",
    "rao-261/pool-01",
    "rao-261/staking-02",
  ])("can be made by the model alone: %s without its answers is emitted as it was", (name) => {
    const original = join(CAPTURED, `${name}.jsonl.gz`)
    const [header, state, ...blocks] = linesOf(original).map((line) => JSON.parse(line))
    const [from, to] = [folder(), folder()]
    const question = write(from, basename(original), [header, state, ...blocks.map(stripped)])
    const { phases } = replay([question], { emit: to })
    expect(phases).toEqual({ matched: 0, diverged: 0, unsupported: 0 })
    const emitted = linesOf(join(to, basename(original))).map((line) => JSON.parse(line))
    expect(emitted).toEqual([header, state, ...blocks.map(plain)])
  })
})

describe("a replay", () => {
  const original = POOL
  const [header, state, ...blocks] = linesOf(original).map((line) => JSON.parse(line))

  const changed = (change: (block: RecordedBlock) => unknown) => {
    const [first, ...others] = blocks
    return write(folder(), "pool-01.jsonl.gz", [header, state, change(first), ...others])
  }

  it("names a value that differs, with its item, its keys and the distance", () => {
    const path = changed((block) => {
      const diff = { ...block.initialize?.diff }
      const key = Object.keys(diff).find((name) =>
        name.startsWith("0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac"),
      )
      return { ...block, initialize: { ...block.initialize, diff: { ...diff, [key ?? ""]: "0x63000000" } } }
    })
    const { divergences } = replay([path], { resync: true })
    const [first] = divergences
    expect(first).toMatchObject({ file: "pool-01.jsonl.gz", phase: "initialize" })
    expect(first?.differences).toEqual([
      { kind: "storage", item: "System.Number", at: [], expected: "99", got: "14", difference: "-85" },
    ])
  })

  it("counts keys that the recording misses and keys that nobody declared", () => {
    const path = changed((block) => ({
      ...block,
      initialize: { events: block.initialize?.events, diff: { ...block.initialize?.diff, "0x0123": "0x00" } },
    }))
    const { phases, divergences } = replay([path], { resync: true })
    expect(phases.diverged).toBe(1)
    expect(divergences[0]?.differences).toEqual([
      { kind: "storage", at: "0x0123", expected: "0x00", got: "(no change)" },
    ])
  })

  it("compares events by their bytes and in their order", () => {
    const path = changed((block) => ({
      ...block,
      initialize: { ...block.initialize, events: [...(block.initialize?.events ?? [])].reverse() },
    }))
    const { events, phases } = replay([path], { resync: true })
    expect(phases.diverged).toBe(1)
    expect(events).toBe(1)
  })

  it("takes a result of another name for a divergence", () => {
    const path = changed((block) => {
      const [first, ...others] = block.steps
      return { ...block, steps: [{ ...first, result: { error: "SubtensorModule.AmountTooLow" } }, ...others] }
    })
    expect(replay([path], { resync: true }).divergences[0]?.differences).toContainEqual({
      kind: "result",
      at: null,
      expected: "SubtensorModule.AmountTooLow",
      got: "ok",
    })
  })

  it("does not look at what the recording says came of a phase", () => {
    const lies = write(folder(), "pool-01.jsonl.gz", [
      header,
      state,
      ...blocks.map((block) => ({ ...block, initialize: { events: [], diff: {} } })),
    ])
    const [honest, lied] = [folder(), folder()]
    replay([original], { emit: honest })
    replay([lies], { emit: lied })
    expect(linesOf(join(lied, "pool-01.jsonl.gz"))).toEqual(linesOf(join(honest, "pool-01.jsonl.gz")))
  })

  it("calls a recording of an unknown fork unsupported, every phase of it", () => {
    const path = write(folder(), "pool-01.jsonl.gz", [{ ...header, fork: "atlantis" }, state, ...blocks])
    const { phases, unsupported } = replay([path])
    expect(phases.matched + phases.diverged).toBe(0)
    expect(phases.unsupported).toBe(blocks.reduce((sum, { steps }) => sum + 1 + steps.length, 0))
    expect(Object.keys(unsupported)).toEqual(["the model does not have fork atlantis, spec_version 425"])
  })

  it("calls the rest of a file unsupported after a call that the model does not have, unless it resyncs", () => {
    const path = changed((block) => ({
      ...block,
      steps: [{ origin: "root", call: "0xffff", result: "ok", events: [], diff: {} }, ...block.steps],
    }))
    const phases = blocks.reduce((sum, { steps }) => sum + 1 + steps.length, 1)
    expect(replay([path]).phases).toEqual({ matched: 1, diverged: 0, unsupported: phases - 1 })
    expect(replay([path], { resync: true }).phases).toEqual({ matched: phases - 1, diverged: 0, unsupported: 1 })
  })
})

describe("a recording that cannot be used", () => {
  const [header, state, ...blocks] = linesOf(POOL).map((line) => JSON.parse(line))
  const given = (lines: readonly unknown[]) => write(folder(), "x-01.jsonl.gz", lines)
  const raw = (bytes: string | Buffer) => {
    const path = join(folder(), "x-01.jsonl.gz")
    writeFileSync(path, bytes)
    return path
  }

  it.each([
    ["is missing", () => "/nowhere/x-01.jsonl.gz", /cannot be read/],
    ["is empty", () => raw(""), /a header and a starting state are missing/],
    ["is damaged", () => raw(gzipSync("hello").subarray(0, 12)), /gzip data is damaged/],
    ["is not JSON", () => raw(gzipSync('{"capture":1\n')), /line 1 is not JSON/],
    ["has no header", () => given([state, state]), /line 1: .*required property/],
    ["has a header of another format", () => given([{ ...header, capture: 2 }, state, ...blocks]), /line 1: \/capture/],
    ["has keys that are no hexadecimal", () => given([header, { state: { "0xzz": "0x00" } }, ...blocks]), /line 2/],
    [
      "has a negative block number",
      () => given([header, state, { ...blocks[0], block: -1 }]),
      /line 3: \/block must be >= 0/,
    ],
    [
      "has a call that is a number",
      () => given([header, state, { ...blocks[0], steps: [{ origin: "root", call: 7 }] }]),
      /line 3: \/steps\/0\/call/,
    ],
    [
      "has fewer blocks than its header says",
      () => given([header, state, ...blocks.slice(1)]),
      /promises 14 blocks, the file has 13/,
    ],
  ])("%s: one message says where and why", (_, make, message) => {
    expect(replay([make()]).problems).toEqual([expect.stringMatching(message)])
  })

  it("holds a value that its storage item cannot read: the message names the item", () => {
    const tooShort = {
      state: { ...state.state, "0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac": "0x01" },
    }
    expect(replay([given([header, tooShort, ...blocks])]).problems).toEqual([expect.stringMatching(/System\.Number/)])
  })

  it("does not keep the others from being replayed", () => {
    const { problems, files } = replay([raw("{}"), POOL], { resync: true })
    expect([problems.length, files]).toEqual([1, 1])
  })

  it("is a folder without recordings", () => {
    expect(() => findRecordings([folder()])).toThrow(/has no recordings/)
  })
})
