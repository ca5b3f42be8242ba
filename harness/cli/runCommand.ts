import { availableParallelism } from "node:os"
import { join } from "node:path"
import { Command } from "commander"
import { packageFolder, packageVersion } from "../packageFolder.js"
import { type ExpectedFile, staleEntries } from "../runner/applyExpected.js"
import { exitStatusOf } from "../runner/exitStatus.js"
import type { ImplementationResult, InputProblem, RunReport } from "../runner/result.js"
import { runImplementation } from "../runner/runImplementation.js"
import type { Vector } from "../runner/vector.js"
import { TARGET_FORMS, type Target } from "../transports/target.js"
import { readComparable, withComparison } from "./earlierReport.js"
import { checkWriteExpected, judgedBy, readExpectedFiles, unusedFiles, writeExpected } from "./expectedFiles.js"
import { awaitInterruption, type Interruption } from "./interruption.js"
import { type Progress, progressFor } from "./progress.js"
import { publishReport } from "./publishReport.js"
import { checkReportFolder } from "./reportFolder.js"
import { positive, type RunCommandOptions, shardAsked, targetsAsked } from "./runOptions.js"
import { type SelectedVectors, type Selection, selectVectors } from "./selectVectors.js"

const OWN_VECTORS = join(packageFolder, "vectors")

/** What is to be run, once everything on the command line has been understood. */
interface Plan {
  readonly targets: readonly Target[]
  readonly selection: Selection
  readonly expected: readonly ExpectedFile[]
  readonly earlier: RunReport | undefined
  readonly interruption: Interruption
}

async function planOf(options: RunCommandOptions): Promise<Plan> {
  const { fork, chapter, filter, vectors = OWN_VECTORS, report, writeExpected: file } = options
  checkReportFolder(report)
  const targets = targetsAsked(options)
  checkWriteExpected(file, targets.length)
  positive("--jobs", options.jobs)
  positive("--timeout", options.timeout)
  const shard = shardAsked(options)
  return {
    targets,
    selection: { path: vectors, forks: fork, chapters: chapter, filter, shard },
    expected: await readExpectedFiles(options.expected ?? []),
    earlier: options.compareTo === undefined ? undefined : await readComparable(options.compareTo),
    interruption: awaitInterruption(),
  }
}

function summaryOf({ target, counts, problem }: ImplementationResult): string {
  const { passed, failed, skipped, errored, expected = 0, unexpected = 0 } = counts
  const parts = [
    `${passed} passed`,
    `${failed} failed`,
    `${skipped} skipped`,
    ...(expected === 0 ? [] : [`${expected} expected`]),
    ...(unexpected === 0 ? [] : [`${unexpected} unexpectedly passed`]),
    ...(errored === 0 ? [] : [`${errored} errored${problem === undefined ? "" : ` (${problem})`}`]),
  ]
  return `${target}: ${parts.join(", ")}`
}

async function runTarget(
  target: Target,
  vectors: readonly Vector[],
  { expected, interruption }: Plan,
  options: RunCommandOptions,
  progress: Progress,
): Promise<ImplementationResult> {
  progress.begin(target.text, vectors.length)
  const result = await runImplementation(target, vectors, {
    jobs: Math.ceil(positive("--jobs", options.jobs)),
    timeout: 1000 * positive("--timeout", options.timeout),
    reproduceWith: options.vectors === undefined ? [] : ["--vectors", options.vectors],
    onResult: ({ notRun }) => {
      if (notRun !== true) progress.advance()
    },
    signal: interruption.signal,
  })
  const judged = judgedBy(expected, result)
  progress.end(summaryOf(judged))
  return judged
}

function problemsOf(
  { expected, selection }: Plan,
  { ids, problems }: SelectedVectors,
  implementations: readonly ImplementationResult[],
): readonly InputProblem[] {
  const stale = expected.flatMap((file) => staleEntries(file, ids, selection))
  return [...problems, ...unusedFiles(expected, implementations), ...stale]
}

/** Runs every target over the selected vectors, one target after the other. */
async function runAll(plan: Plan, options: RunCommandOptions): Promise<RunReport> {
  const { forks = [], chapters = [], filter = null, shard } = plan.selection
  const started = new Date()
  const selected = await selectVectors(plan.selection)
  const progress = progressFor(process.stderr)
  const implementations: ImplementationResult[] = []
  for (const target of plan.targets) {
    implementations.push(await runTarget(target, selected.vectors, plan, options, progress))
  }
  const problems = problemsOf(plan, selected, implementations)
  for (const { file, problem } of problems) process.stderr.write(`subtensor-spec: ${file}: ${problem}\n`)
  const report: RunReport = {
    format: 1,
    tool: { name: "subtensor-spec", version: packageVersion() },
    started: started.toISOString(),
    seconds: (Date.now() - started.getTime()) / 1000,
    selection: { forks, chapters, filter, ...(shard === undefined ? {} : { shard }) },
    vectors: selected.vectors.length,
    vectorsHash: selected.hash,
    problems,
    implementations,
    exitStatus: plan.interruption.exitStatus() ?? exitStatusOf(implementations, problems, shard),
  }
  return withComparison(report, plan.earlier)
}

async function writeExpectedAfter(
  file: string | undefined,
  { implementations }: RunReport,
  { expected }: Plan,
): Promise<void> {
  const [only] = implementations
  if (file === undefined || only === undefined) return
  process.stderr.write(`${await writeExpected(file, only, expected)}\n`)
}

async function run(options: RunCommandOptions): Promise<void> {
  const plan = await planOf(options)
  const report = await runAll(plan, options)
  await publishReport(report, { folder: options.report, json: options.json })
  await writeExpectedAfter(options.writeExpected, report, plan)
  plan.interruption.stop()
}

/** `subtensor-spec run` */
export function runCommand(): Command {
  return new Command("run")
    .summary("run vectors against implementations")
    .description(
      "Runs golden vectors against one or more implementations and says where they differ from the specification.\n\n" +
        `A TARGET is ${TARGET_FORMS}.`,
    )
    .option("--impl <target...>", "the implementations to run")
    .option("--samples", "run the bundled sample implementations too")
    .option("--fork <name...>", "only the vectors of these forks")
    .option("--chapter <name...>", "only the vectors of these chapters")
    .option("--filter <pattern>", "only vectors whose id is this, contains it, or matches it where it has a *")
    .option("--vectors <path>", "a folder or file of vectors instead of the specification's own")
    .option("--shard <number/of>", "only this part of the vectors, such as 2/8; merge makes one report of all parts")
    .option("--jobs <number>", "how many instances of an implementation run at a time", String(availableParallelism()))
    .option("--timeout <seconds>", "how long an implementation may take for one answer", "30")
    .option("--expected <file...>", "files of expected failures, one for each implementation that has some")
    .option("--write-expected <file>", "write what failed there, as a file of expected failures")
    .option("--compare-to <report.json>", "say what changed since this earlier run")
    .option("--report <folder>", "write reports there: JSON, JUnit, Markdown, an HTML page and a badge")
    .option("--json", "print the JSON report on standard output, and nothing else")
    .addHelpText(
      "after",
      "\nExpected failures do not fail the run; one that passes does. With both --expected and\n" +
        "--write-expected, issues and reasons are kept, what passes is dropped and what is new is added.\n" +
        "\nExit status: 0 conforms; 1 a vector failed, or passed although its failure is expected;\n" +
        "2 the command line, a vector or an expected failure is unusable;\n" +
        "3 none failed, but an implementation died, hung or made no sense;\n" +
        "4 nothing was judged (of a shard: 0); 70 this program itself broke; 74 a file could not be written;\n" +
        "130 interrupted by Ctrl-C, 143 by SIGTERM, 129 by SIGHUP: the report says what was not run. A second\n" +
        "signal ends the program at once, without a report.",
    )
    .action(run)
}
