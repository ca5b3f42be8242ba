import { Command } from "commander"
import { ClauseIndex, readChapters } from "../clauses/readClauses.js"
import { progressFor } from "../cli/progress.js"
import { UsageError } from "../cli/usageError.js"
import { problemOf } from "../transports/connection.js"
import type { Implementation } from "../transports/implementation.js"
import { parseTarget } from "../transports/target.js"
import { differenceLine } from "./describeDifference.js"
import { findRecordings } from "./findRecordings.js"
import { replayFile } from "./replayFiles.js"
import { replayFileOn } from "./replayOnImplementation.js"
import { allMatched, type Divergence, emptyReport, type ReplayReport, summaryTable } from "./replayReport.js"

interface Options {
  readonly resync?: boolean
  readonly summary?: boolean
  readonly json?: boolean
  readonly emit?: string
  readonly impl?: string
  readonly timeout: string
}

const SHOWN_DIVERGENCES = 50
const SHOWN_DIFFERENCES = 12
const DIFFERS = 1
const UNUSABLE = 2

function divergenceText({ file, block, phase, call, clauses, differences }: Divergence): string {
  const place = `${file} block ${block} ${phase}${call === undefined ? "" : ` ${call}`}`
  const speaking = clauses.length === 0 ? "" : `  [${clauses.slice(0, 6).join(", ")}]`
  const shown = differences.slice(0, SHOWN_DIFFERENCES).map((difference) => `    ${differenceLine(difference)}`)
  const more = differences.length - shown.length
  return [`${place}${speaking}`, ...shown, ...(more > 0 ? [`    and ${more} more`] : [])].join("\n")
}

function print(report: ReplayReport, options: Options): void {
  if (options.json) return void process.stdout.write(`${JSON.stringify(report)}\n`)
  const lines: string[] = []
  if (!options.summary) {
    lines.push(...report.divergences.slice(0, SHOWN_DIVERGENCES).map(divergenceText))
    const more = report.divergences.length - SHOWN_DIVERGENCES
    if (more > 0) lines.push(`and ${more} more diverged phases; --json lists them all`)
    lines.push(
      ...Object.entries(report.unsupported).map(([reason, phases]) => `unsupported, ${phases} phases: ${reason}`),
    )
  }
  process.stdout.write(`${[...lines, summaryTable(report)].join("\n")}\n`)
}

/** Replays one file, on the model or on an implementation. */
type ReplayOne = (path: string) => Promise<void>

function onModel(options: Options, clauses: ClauseIndex, report: ReplayReport): ReplayOne {
  const tell = (line: string) => void process.stderr.write(`${line}\n`)
  return async (path) =>
    replayFile(path, { resync: options.resync === true, emit: options.emit, tell }, clauses, report)
}

function implementationOf({ impl, emit, timeout }: Options): Implementation | undefined {
  if (impl === undefined) return undefined
  if (emit !== undefined) throw new UsageError("--emit writes what the model would have recorded; leave out --impl")
  const seconds = Number(timeout)
  if (!(seconds > 0)) throw new UsageError(`--timeout takes a number above 0, not "${timeout}"`)
  try {
    return parseTarget(impl).create(1000 * seconds)
  } catch (thrown) {
    throw new UsageError(problemOf(thrown))
  }
}

async function replay(paths: readonly string[], options: Options): Promise<void> {
  const report = emptyReport()
  const implementation = implementationOf(options)
  try {
    const files = findRecordings(paths)
    const clauses = new ClauseIndex(readChapters())
    const progress = progressFor(process.stderr)
    const replayOne =
      implementation === undefined
        ? onModel(options, clauses, report)
        : (path: string) => replayFileOn(implementation, path, options.resync === true, clauses, report)
    if (!options.json) progress.begin("replay", files.length, "recordings")
    for (const file of files) {
      await replayOne(file)
      if (!options.json) progress.advance()
    }
    if (!options.json) progress.end(`${files.length} recordings replayed`)
  } catch (thrown) {
    if (options.json) print(report, options)
    throw thrown
  } finally {
    await implementation?.close()
  }
  print(report, options)
  for (const problem of report.problems) process.stderr.write(`subtensor-spec: ${problem}\n`)
  if (report.problems.length > 0) process.exitCode = UNUSABLE
  else if (!allMatched(report)) process.exitCode = DIFFERS
}

/** `subtensor-spec replay` */
export function replayCommand(): Command {
  return new Command("replay")
    .summary("replay recordings of the real chain on the model")
    .description(
      "Replays recordings of the real chain on the model and compares storage, results and events of every phase. " +
        "With --impl they are replayed on any other implementation. The exit status is 0 only if every phase matched, 1 if one did not, 2 if a recording could not be used.",
    )
    .argument("<path...>", "recordings (*.jsonl.gz), or folders of them")
    .option(
      "--resync",
      "reset the state after each phase (with --impl: each block) that diverged to the recorded one, so that one " +
        "divergence does not hide the rest",
    )
    .option("--impl <target>", "replay on this implementation instead of the model, in process")
    .option("--timeout <seconds>", "how long the implementation may take for one answer", "30")
    .option("--summary", "print only the table of counts")
    .option("--json", "print one JSON object and nothing else on standard output")
    .option("--emit <dir>", "write the recordings that the model would have made")
    .action(replay)
}
