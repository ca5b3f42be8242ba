import { join } from "node:path"
import { Command, Option } from "commander"
import { functionTable } from "../../reference/interface/functionTable.js"
import { readChapters } from "../clauses/readClauses.js"
import { findingText, skippedLines } from "../fuzz/findingReport.js"
import { type Finding, type FuzzOutcome, fuzz } from "../fuzz/fuzz.js"
import { type CaseSource, caseSource, type FuzzSelection } from "../fuzz/fuzzedCases.js"
import { checkSavePath, saveVector } from "../fuzz/saveFinding.js"
import { packageFolder } from "../packageFolder.js"
import type { Handshake } from "../protocol/messages.js"
import { ExitStatus } from "../runner/exitStatus.js"
import { forksOf, loadVectors } from "../runner/loadVectors.js"
import { greet } from "../runner/runImplementation.js"
import { quoted } from "../transports/commandLine.js"
import type { Implementation } from "../transports/implementation.js"
import type { Target } from "../transports/target.js"
import { progressFor } from "./progress.js"
import { positive, targetAsked } from "./runOptions.js"
import { UsageError } from "./usageError.js"

interface FuzzCommandOptions {
  readonly impl: string
  readonly fork: string
  readonly chapter?: string
  readonly function?: string
  readonly only?: "functions" | "blocks"
  readonly runs: string
  readonly seed?: string
  readonly timeout: string
  readonly save?: string
}

const OWN_VECTORS = join(packageFolder, "vectors")
const LARGEST_SEED = 2 ** 31 - 1

/** What is to be done, once everything on the command line has been understood. */
interface Plan {
  readonly target: Target
  readonly selection: FuzzSelection
  readonly runs: number
  readonly seed: number
  readonly timeout: number
  readonly save: string | undefined
}

function seedOf(text: string | undefined): number {
  if (text === undefined) return Math.floor(Math.random() * LARGEST_SEED)
  const seed = Number(text)
  if (/^\d+$/.test(text) && seed <= LARGEST_SEED) return seed
  throw new UsageError(`--seed takes a whole number from 0 to ${LARGEST_SEED}, not "${text}"`)
}

function checkFunction({ fork, function: name, chapter, only }: FuzzCommandOptions): void {
  if (name === undefined) return
  const declared = functionTable.get(name)
  const last = name.slice(name.lastIndexOf(".") + 1)
  const similar = [...functionTable.keys()].filter((known) => known.endsWith(`.${last}`)).slice(0, 5)
  if (declared === undefined) {
    const hint = similar.length === 0 ? "the vectors' files are named after them" : `there is ${similar.join(", ")}`
    throw new UsageError(`there is no function ${name}; ${hint}`)
  }
  if (!declared.forks.includes(fork)) {
    throw new UsageError(`${name} is not a rule of the fork ${fork} but of ${declared.forks.join(", ")}`)
  }
  if (chapter !== undefined && chapter !== declared.chapter) {
    throw new UsageError(`${name} is of the chapter ${declared.chapter}, not ${chapter}`)
  }
  if (only === "blocks") throw new UsageError(`${name} is a function, and --only blocks leaves functions out`)
}

async function planOf(options: FuzzCommandOptions): Promise<Plan> {
  const { impl, fork, chapter, function: functionName, only, save } = options
  const forks = await forksOf(OWN_VECTORS)
  if (!forks.includes(fork)) throw new UsageError(`there is no fork "${fork}"; there are ${forks.join(", ")}`)
  const chapters = readChapters().map((known) => known.chapter)
  if (chapter !== undefined && !chapters.includes(chapter)) {
    throw new UsageError(`there is no chapter "${chapter}"; there are ${chapters.join(", ")}`)
  }
  checkFunction(options)
  checkSavePath(save)
  return {
    target: targetAsked(impl),
    selection: { fork, chapter, functionName, only },
    runs: Math.ceil(positive("--runs", options.runs)),
    seed: seedOf(options.seed),
    timeout: 1000 * positive("--timeout", options.timeout),
    save,
  }
}

async function sourceOf({ selection }: Plan, handshake: Handshake): Promise<CaseSource> {
  const { fork, functionName } = selection
  const chapter = functionName === undefined ? selection.chapter : functionTable.get(functionName)?.chapter
  const chapters = chapter === undefined ? undefined : [chapter]
  const { vectors } = await loadVectors({ path: OWN_VECTORS, forks: [fork], chapters })
  return caseSource(selection, handshake, vectors)
}

async function withProgress(plan: Plan, implementation: Implementation, handshake: Handshake, source: CaseSource) {
  const { target, runs, seed, selection } = plan
  const none: FuzzOutcome = { judged: 0, skipped: new Map() }
  if (source.cases === undefined) return none
  const progress = progressFor(process.stderr)
  progress.begin(target.text, runs, "cases")
  const outcome = await fuzz(implementation, { target: target.text, handshake, options: [] }, source.cases, {
    fork: selection.fork,
    runs,
    seed,
    onCase: () => progress.advance(),
    onFinding: () => progress.note("found something; making it simpler"),
  })
  progress.end(`${target.text}: ${outcome.judged} cases compared, seed ${seed}`)
  return outcome
}

/** The line that shows the finding again: on its vector if that was saved, or else by finding it anew. */
function reproducing({ target, selection, runs, seed, save }: Plan, { vector }: Finding): string {
  const { fork, chapter, functionName, only } = selection
  const saved = ["run", "--impl", target.text, "--vectors", save ?? "", "--fork", fork, "--filter", vector.id]
  const again = [
    ...["fuzz", "--impl", target.text, "--fork", fork],
    ...(chapter === undefined ? [] : ["--chapter", chapter]),
    ...(functionName === undefined ? [] : ["--function", functionName]),
    ...(only === undefined ? [] : ["--only", only]),
    ...["--runs", String(runs), "--seed", String(seed)],
  ]
  return `npx subtensor-spec ${(save === undefined ? again : saved).map(quoted).join(" ")}`
}

function statusOf({ judged, finding }: FuzzOutcome): number {
  if (finding !== undefined) return finding.verdict.status === "failed" ? ExitStatus.fails : ExitStatus.errored
  return judged === 0 ? ExitStatus.nothingJudged : ExitStatus.conforms
}

async function report(plan: Plan, source: CaseSource, outcome: FuzzOutcome): Promise<void> {
  const { finding, judged } = outcome
  const lines: string[] = []
  if (finding !== undefined) lines.push(findingText(finding, reproducing(plan, finding)))
  else if (judged === 0) lines.push("nothing was compared")
  else lines.push(`no difference in ${judged} cases of ${source.about}, seed ${plan.seed}`)
  lines.push(...skippedLines(outcome, source.leftOut))
  if (finding !== undefined && plan.save !== undefined) {
    lines.push(`saved in ${await saveVector(plan.save, finding.vector)}`)
  }
  process.stdout.write(`${lines.join("\n")}\n`)
}

async function fuzzTarget(options: FuzzCommandOptions): Promise<void> {
  const plan = await planOf(options)
  const implementation = plan.target.create(plan.timeout)
  try {
    const greeting = await greet(implementation)
    if ("problem" in greeting) {
      process.stderr.write(`subtensor-spec: ${plan.target.text}: ${greeting.problem}\n`)
      process.exitCode = ExitStatus.errored
      return
    }
    const source = await sourceOf(plan, greeting.handshake)
    const outcome = await withProgress(plan, implementation, greeting.handshake, source)
    await report(plan, source, outcome)
    process.exitCode = statusOf(outcome)
  } finally {
    await implementation.close()
  }
}

/** `subtensor-spec fuzz` */
export function fuzzCommand(): Command {
  return new Command("fuzz")
    .summary("look for inputs on which an implementation differs from the model")
    .description(
      "Draws random inputs of functions, states and blocks, asks the model and an implementation about each, and stops at " +
        "the first difference. That one is made as simple as it can be, asking the implementation on the way, and " +
        "explained. The same seed draws the same cases.",
    )
    .requiredOption("--impl <target>", "the implementation, as for run")
    .option("--fork <name>", "the fork whose rules it follows", "balancer")
    .option("--chapter <name>", "only functions, and states and blocks of vectors, of this chapter")
    .option("--function <name>", "only this function")
    .addOption(new Option("--only <kind>", "only functions, or only blocks").choices(["functions", "blocks"]))
    .option("--runs <number>", "how many cases", "1000")
    .option("--seed <number>", "what the cases are drawn from; another one every time when left out")
    .option("--timeout <seconds>", "how long the implementation may take for one answer", "30")
    .option("--save <path>", "save the simplest case as a vector: in a new file *.json, or in a folder")
    .addHelpText(
      "after",
      "\nExit status: 0 no difference; 1 a difference was found; 2 the command line is unusable;\n" +
        "3 the implementation died, hung or made no sense; 4 nothing was compared; 70 this program itself broke.",
    )
    .action(fuzzTarget)
}
