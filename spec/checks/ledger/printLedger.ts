import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { readChapters } from "../../../harness/clauses/readClauses.js"
import { packageFolder } from "../../../harness/packageFolder.js"
import { loadVectors } from "../../../harness/runner/loadVectors.js"
import { ruleFunctions } from "../clauseProblems.js"
import { ledgerFile, ledgerProblems, measureLedger, readUnshownRoundings } from "./ledger.js"
import { watchModel } from "./runModel.js"

// Finds, for every rounding row of every clause, the vector that shows it; writes spec/ledger.json; prints what is missing.
const { vectors } = await loadVectors({ path: join(packageFolder, "vectors") })
const model = await watchModel()
process.on("exit", model.remove)
const ledger = measureLedger(ruleFunctions(), model, vectors)
writeFileSync(ledgerFile, `${JSON.stringify(ledger, null, 2)}\n`)

const problems = ledgerProblems(readChapters(), ledger, readUnshownRoundings())
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.stdout.write(`${ledger.length} rows are shown by vectors; ${problems.length} problems\n`)
process.exitCode = problems.length === 0 ? 0 : 1
