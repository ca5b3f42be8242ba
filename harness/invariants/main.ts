import { join } from "node:path"
import { Command } from "commander"
import { progressFor } from "../cli/progress.js"
import { packageFolder } from "../packageFolder.js"
import { loadVectors } from "../runner/loadVectors.js"
import { acceptanceTable, totalOf } from "./acceptance.js"
import { checkRuns, type RunOptions } from "./checkRuns.js"
import { problemOfVector } from "./checkVectors.js"
import { invariantTable } from "./invariantTable.js"

// Checks the chain's invariants after every step of the vectors with blocks, and of random runs.

const program = new Command("invariants")
  .option("--runs <number>", "how many random runs to make", wholeNumber, 200)
  .option("--seed <number>", "what the runs are drawn from; the same seed gives the same runs", wholeNumber, 1)
  .option("--no-vectors", "leave out the vectors")
  .parse()

function wholeNumber(text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value
  process.stderr.write(`${text} is not a whole number; write --runs 200 or --seed 1\n`)
  process.exit(2)
}

const progress = progressFor(process.stderr)

async function brokenByVectors(): Promise<readonly string[]> {
  const { vectors } = await loadVectors({ path: join(packageFolder, "vectors"), forks: ["balancer"] })
  const withBlocks = vectors.filter(({ kind }) => kind !== "function")
  progress.begin("vectors", withBlocks.length)
  const problems = withBlocks.flatMap((vector) => {
    const problem = problemOfVector(vector)
    progress.advance()
    return problem === undefined ? [] : [problem]
  })
  progress.end(`${withBlocks.length} vectors with blocks, ${problems.length} break an invariant`)
  return problems
}

function brokenByRuns({ runs, seed }: RunOptions): readonly string[] {
  progress.begin("runs", runs, "runs")
  const { counts, failure } = checkRuns({ runs, seed, onRun: () => progress.advance() })
  const { made, accepted } = totalOf(counts.calls)
  const share = made === 0 ? 0 : Math.round((accepted * 100) / made)
  progress.end(
    `${failure?.run ?? runs} runs of seed ${seed}: ${counts.blocks} blocks, ${made} calls, ${accepted} of them accepted (${share} %)`,
  )
  for (const line of acceptanceTable(counts.calls)) process.stdout.write(`${line}\n`)
  if (failure === undefined) return []
  const steps = failure.happenings.map((happening) => `  ${JSON.stringify(happening)}`)
  const again = `npm run invariants -- --seed ${seed} --runs ${failure.run} --no-vectors`
  return [`run ${failure.run}: ${failure.problem}`, "the shortest such run:", ...steps, `again: ${again}`]
}

const { vectors, ...options } = program.opts<RunOptions & { readonly vectors: boolean }>()
const problems = [...(vectors ? await brokenByVectors() : []), ...brokenByRuns(options)]
for (const line of problems) process.stdout.write(`${line}\n`)
if (problems.length === 0) process.stdout.write(`${invariantTable.length} invariants hold\n`)
process.exitCode = problems.length === 0 ? 0 : 1
