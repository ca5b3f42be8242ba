import { BrokenCopies } from "./brokenCopies.js"
import { findMistake } from "./findMistake.js"
import { type Mistake, mistakes } from "./mistakes.js"
import { sizeOf } from "./sizeOf.js"

// Prints which mistakes fuzzing finds: after how many cases, in what minimal case, and under which clauses.
const RUNS = 5_000
const SEED = 1
const LONGEST = 200

async function row(copies: BrokenCopies, mistake: Mistake): Promise<string> {
  const started = performance.now()
  const finding = await findMistake(mistake, await copies.target(mistake), { runs: RUNS, seed: SEED })
  if (finding === undefined) return `${mistake.name}: not found in ${RUNS} cases`
  const { vector, verdict, run, trials } = finding
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const input = JSON.stringify(vector.input)
  const shown = input.length > LONGEST ? `${input.slice(0, LONGEST)}… (${sizeOf(vector)} values)` : input
  return [
    mistake.name,
    `  found in case ${run}, made simpler in ${trials} trials, ${seconds} s`,
    `  ${verdict.failure?.subject ?? verdict.reason} ${shown}`,
    `  ${verdict.failure?.checkpoint ?? ""} ${verdict.failure?.differences[0]?.path}: ${JSON.stringify(verdict.failure?.differences[0]?.expected)} is right, not ${JSON.stringify(verdict.failure?.differences[0]?.got)}`,
    `  ${vector.clauses.join(", ")} (broken: ${mistake.clause})`,
  ].join("\n")
}

const copies = new BrokenCopies()
const only = process.argv[2]
try {
  for (const mistake of mistakes) {
    if (only !== undefined && !mistake.name.includes(only)) continue
    process.stdout.write(`${await row(copies, mistake)}\n`)
  }
} finally {
  copies.close()
}
