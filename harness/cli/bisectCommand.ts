import { join } from "node:path"
import { Command } from "commander"
import { type Bisection, bisect, type Manner } from "../bisect/bisect.js"
import { findTrace } from "../bisect/findTrace.js"
import { ModelTrace } from "../bisect/modelTrace.js"
import { partingText } from "../bisect/partingReport.js"
import { partingVector } from "../bisect/partingVector.js"
import type { Trace } from "../bisect/trace.js"
import { checkSavePath, saveVector } from "../fuzz/saveFinding.js"
import { packageFolder } from "../packageFolder.js"
import type { Handshake } from "../protocol/messages.js"
import { ExitStatus } from "../runner/exitStatus.js"
import { greet } from "../runner/runImplementation.js"
import { reasonToSkip } from "../runner/select.js"
import { quoted } from "../transports/commandLine.js"
import { progressFor } from "./progress.js"
import { positive, targetAsked } from "./runOptions.js"

interface BisectOptions {
  readonly impl: string
  readonly vectors?: string
  readonly timeout: string
  readonly save?: string
}

const OWN_VECTORS = join(packageFolder, "vectors")

/** How the implementation takes blocks, or why it takes none. */
function mannerOf({ fork, chapter }: Trace, handshake: Handshake): Manner | { readonly reason: string } {
  const reason = reasonToSkip({ kind: "trace", fork, chapter }, handshake)
  if (reason === undefined) return "trace"
  return reasonToSkip({ kind: "transition", fork, chapter }, handshake) === undefined ? "apply" : { reason }
}

function complain(text: string, status: number): void {
  process.stderr.write(`subtensor-spec: ${text}\n`)
  process.exitCode = status
}

function commandLine(words: readonly string[]): string {
  return `npx subtensor-spec ${words.map(quoted).join(" ")}`
}

async function reproducing(text: string, trace: Trace, model: ModelTrace, options: BisectOptions, found: Bisection) {
  const { impl, vectors, save } = options
  const again = ["bisect", text, "--impl", impl, ...(vectors === undefined ? [] : ["--vectors", vectors])]
  if (save === undefined || found.kind !== "parts") return { line: commandLine(again), saved: [] }
  const vector = partingVector(trace, model, found.parting)
  const file = await saveVector(save, vector)
  const line = commandLine(["run", "--impl", impl, "--vectors", save, "--fork", trace.fork, "--filter", vector.id])
  return { line, saved: [`saved in ${file}`] }
}

async function report(text: string, trace: Trace, model: ModelTrace, options: BisectOptions, found: Bisection) {
  if (found.kind === "stopped") {
    const { outcome, block } = found
    const where = `in block ${trace.blocks[block]?.blockNumber}`
    if (outcome.kind === "broken") return complain(`it broke ${where}: ${outcome.problem}`, ExitStatus.errored)
    return complain(`nothing was compared ${where}: ${outcome.reason}`, ExitStatus.nothingJudged)
  }
  if (found.kind === "agree") {
    process.stdout.write(`${trace.name}: no difference in ${trace.blocks.length} blocks\n`)
    return
  }
  const { line, saved } = await reproducing(text, trace, model, options, found)
  process.stdout.write(`${[partingText(trace, found.parting, line), ...saved].join("\n")}\n`)
  process.exitCode = ExitStatus.fails
}

async function bisectTrace(text: string, options: BisectOptions): Promise<void> {
  const target = targetAsked(options.impl)
  const timeout = 1000 * positive("--timeout", options.timeout)
  checkSavePath(options.save)
  const trace = await findTrace(text, options.vectors ?? OWN_VECTORS)
  const implementation = target.create(timeout)
  try {
    const greeting = await greet(implementation)
    if ("problem" in greeting) return complain(`${target.text}: ${greeting.problem}`, ExitStatus.errored)
    const manner = mannerOf(trace, greeting.handshake)
    if (typeof manner === "object") return complain(`${target.text}: ${manner.reason}`, ExitStatus.nothingJudged)
    const model = ModelTrace.run(trace)
    const progress = progressFor(process.stderr)
    progress.begin(target.text, trace.blocks.length, "blocks")
    const found = await bisect(implementation, trace, model, manner, () => progress.advance())
    progress.end(`${target.text}: done`)
    await report(text, trace, model, options, found)
  } finally {
    await implementation.close()
  }
}

/** `subtensor-spec bisect` */
export function bisectCommand(): Command {
  return new Command("bisect")
    .summary("find where an implementation parts from the model in a trace of blocks")
    .description(
      "Runs a trace of blocks on the model and on an implementation and finds the first block, step and item in which " +
        "they differ; then, beginning with the model's state before ever later blocks, the block that is to blame.",
    )
    .argument("<trace>", "the id of a trace vector, or a recording (*.jsonl.gz)")
    .requiredOption("--impl <target>", "the implementation, as for run")
    .option("--vectors <path>", "a folder or file of vectors instead of the specification's own")
    .option("--timeout <seconds>", "how long the implementation may take for one answer", "30")
    .option("--save <path>", "save what it takes to see it as a vector: in a new file *.json, or in a folder")
    .addHelpText(
      "after",
      "\nExit status: 0 no difference; 1 they part; 2 the command line or the trace is unusable;\n" +
        "3 the implementation died, hung or made no sense; 4 nothing was compared; 70 this program itself broke.",
    )
    .action(bisectTrace)
}
