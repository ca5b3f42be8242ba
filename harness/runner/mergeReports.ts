import { countsOf } from "./counts.js"
import { exitStatusOf } from "./exitStatus.js"
import type { ImplementationResult, InputProblem, RunReport, Shard } from "./result.js"
import { joinShards } from "./shard.js"
import { wasGreeted } from "./wasGreeted.js"

/** The report of a run with the file that holds it. */
export interface ReportFile {
  readonly file: string
  readonly report: RunReport
}

/** Reports that are not parts of one run. The message says which, and why. */
export class MergeError extends Error {
  constructor(message: string) {
    super(message)
    this.name = "MergeError"
  }
}

/** What one report says of one implementation. */
interface Part {
  readonly file: string
  readonly shard: Shard
  readonly result: ImplementationResult
}

const WHOLE: Shard = { number: 1, of: 1 }

/** What must be the same in reports of one run, in words and as text. */
const SAME: readonly (readonly [what: string, text: (report: RunReport) => string])[] = [
  ["version of subtensor-spec", ({ tool }) => tool.version],
  ["forks", ({ selection }) => selection.forks.join(", ")],
  ["chapters", ({ selection }) => selection.chapters.join(", ")],
  ["filter", ({ selection }) => selection.filter ?? ""],
  ["vectors", ({ vectorsHash = "" }) => vectorsHash],
]

function checkSame(first: ReportFile, other: ReportFile): void {
  for (const [what, textOf] of SAME) {
    const [text, otherText] = [textOf(first.report), textOf(other.report)]
    if (text === otherText) continue
    const shown = (value: string) => (value === "" ? "none" : value)
    throw new MergeError(
      `${other.file} is of another run than ${first.file}: other ${what}, ${shown(otherText)} instead of ${shown(text)}`,
    )
  }
}

function checkOverlap(parts: readonly Part[], target: string): void {
  const byNumber = new Map<number, Part>()
  for (const part of parts) {
    const { number, of } = part.shard
    const same = byNumber.get(number)
    if (same !== undefined) {
      throw new MergeError(
        `${same.file} and ${part.file} both have ${of === 1 ? "" : `shard ${number}/${of} of `}${target}`,
      )
    }
    byNumber.set(number, part)
  }
}

function checkSharding(parts: readonly Part[], target: string): void {
  const [first] = parts
  const other = parts.find(({ shard }) => shard.of !== first?.shard.of)
  if (first === undefined || other === undefined) return
  const text = ({ shard: { number, of } }: Part) => (of === 1 ? "whole" : `as shard ${number}/${of}`)
  throw new MergeError(
    `${first.file} has ${target} ${text(first)}, ${other.file} ${text(other)}: they were cut differently`,
  )
}

function checkComplete(parts: readonly Part[], target: string): void {
  const of = parts[0]?.shard.of ?? 1
  const present = new Set(parts.map(({ shard }) => shard.number))
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !present.has(number))
  if (missing.length === 0) return
  const names = missing.map((number) => `${number}/${of}`).join(", ")
  throw new MergeError(`of ${target} there is no report of shard ${names}`)
}

function checkVersions(parts: readonly Part[], target: string): void {
  const [first, ...others] = parts.filter(({ result }) => wasGreeted(result))
  const titleOf = ({ result: { name, version } }: Part) => `${name} ${version}`
  const other = others.find((part) => first !== undefined && titleOf(part) !== titleOf(first))
  if (first === undefined || other === undefined) return
  throw new MergeError(`${target} was ${titleOf(first)} in ${first.file} and ${titleOf(other)} in ${other.file}`)
}

function mergeParts(target: string, unordered: readonly Part[]): ImplementationResult {
  checkSharding(unordered, target)
  checkOverlap(unordered, target)
  checkComplete(unordered, target)
  checkVersions(unordered, target)
  const parts = [...unordered].sort((a, b) => a.shard.number - b.shard.number)
  const results = joinShards(parts.map(({ result }) => result.results))
  if (results === undefined) throw new MergeError(`the reports of ${target} do not have the vectors of their shards`)
  const { name, version } = (parts.find(({ result }) => wasGreeted(result)) ?? parts[0])?.result ?? {
    name: target,
    version: "unknown",
  }
  const problem = parts.find(({ result }) => result.problem !== undefined)?.result.problem
  return {
    target,
    name,
    version,
    ...(problem === undefined ? {} : { problem }),
    counts: countsOf(results),
    results,
  }
}

function partsByTarget(files: readonly ReportFile[]): ReadonlyMap<string, readonly Part[]> {
  const byTarget = new Map<string, Part[]>()
  for (const { file, report } of files) {
    for (const result of report.implementations) {
      const part: Part = { file, shard: report.selection.shard ?? WHOLE, result }
      byTarget.set(result.target, [...(byTarget.get(result.target) ?? []), part])
    }
  }
  return byTarget
}

function mergedProblems(files: readonly ReportFile[]): readonly InputProblem[] {
  const byText = new Map<string, InputProblem>()
  for (const { report } of files) {
    for (const problem of report.problems) byText.set(JSON.stringify(problem), problem)
  }
  return [...byText.values()]
}

/**
 * One report out of those of the shards of a run, and of runs of other implementations over the same vectors. Its
 * implementations are in the order in which the reports have them. Its time is that of all runs together.
 * @throws MergeError when a shard is missing or there twice, or the reports are of different runs
 */
export function mergeReports(files: readonly ReportFile[]): RunReport {
  const [first, ...others] = files
  if (first === undefined) throw new MergeError("there is nothing to merge")
  for (const other of others) checkSame(first, other)
  const implementations = [...partsByTarget(files)].map(([target, parts]) => mergeParts(target, parts))
  const problems = mergedProblems(files)
  const { comparison: _, ...head } = first.report
  const { shard: __, ...selection } = head.selection
  return {
    ...head,
    selection,
    started: files.map(({ report }) => report.started).reduce((a, b) => (a < b ? a : b)),
    seconds: files.reduce((sum, { report }) => sum + report.seconds, 0),
    vectors: Math.max(0, ...implementations.map(({ results }) => results.length)),
    problems,
    implementations,
    exitStatus: exitStatusOf(implementations, problems),
  }
}
