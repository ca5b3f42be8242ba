import { differenceText } from "../../../reports/differenceText.js"
import type { Finding } from "../fuzz.js"
import { BrokenCopies } from "./brokenCopies.js"
import { findMistake } from "./findMistake.js"
import { type Mistake, mistakes, RUNS, SEED } from "./mistakes.js"
import { sizeOf } from "./sizeOf.js"

// Prints which mistakes fuzzing finds: after how many cases, in what minimal case, and under which clauses. With a word
// as argument only those mistakes are made whose names contain it.
const LONGEST_INPUT = 300

function caseText({ vector, verdict }: Finding): string {
  const input = JSON.stringify(vector.input)
  const rest = input.length > LONGEST_INPUT ? `${input.slice(0, LONGEST_INPUT)}…` : input
  return `${verdict.failure?.checkpoint ?? verdict.failure?.subject ?? vector.id} ${rest}`
}

function foundText(finding: Finding, seconds: number): string {
  const { vector, verdict, run, trials } = finding
  const [difference] = verdict.failure?.differences ?? []
  return [
    `  found in case ${run}, made simpler in ${trials} trials to ${sizeOf(vector)} values, in ${seconds.toFixed(1)} s`,
    `  ${caseText(finding)}`,
    `  ${difference === undefined ? verdict.reason : differenceText(difference)}`,
    `  clauses: ${vector.clauses.join(", ")}`,
  ].join("\n")
}

async function print(copies: BrokenCopies, mistake: Mistake): Promise<boolean> {
  const target = await copies.target(mistake)
  const started = performance.now()
  const finding = await findMistake(mistake, target, { runs: RUNS, seed: SEED })
  const seconds = (performance.now() - started) / 1000
  const text = finding === undefined ? `  not found in ${RUNS} cases` : foundText(finding, seconds)
  process.stdout.write(`${mistake.name} (${mistake.copyOf}, ${mistake.file})\n${text}\n`)
  return finding !== undefined
}

const copies = new BrokenCopies()
const [word = ""] = process.argv.slice(2)
const wanted = mistakes.filter(({ name }) => name.includes(word))
try {
  let found = 0
  for (const mistake of wanted) if (await print(copies, mistake)) found++
  process.stdout.write(`${found} of ${wanted.length} mistakes found\n`)
  if (found < wanted.length) process.exitCode = 1
} finally {
  copies.close()
}
