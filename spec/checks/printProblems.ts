import { readChapters } from "../../harness/clauses/readClauses.js"
import {
  counterpartProblems,
  idProblems,
  linkProblems,
  quirkProblems,
  roundingProblems,
  ruleFunctions,
  schemaProblems,
  vectorIds,
} from "./clauseProblems.js"
import { declaredErrors, errorProblems, readUnusedErrors } from "./errorProblems.js"

// Prints what is wrong with the clauses, of all chapters or of the one that is named.
const [wanted] = process.argv.slice(2)
const chapters = readChapters()
const functions = ruleFunctions()
const problems = [
  ...schemaProblems(chapters),
  ...idProblems(chapters),
  ...counterpartProblems(chapters),
  ...linkProblems(chapters, functions),
  ...roundingProblems(chapters, functions),
  ...quirkProblems(chapters, vectorIds()),
  ...errorProblems(chapters, declaredErrors(), readUnusedErrors()),
].filter((problem) => wanted === undefined || problem.includes(wanted))
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.stdout.write(`${problems.length} problems\n`)
process.exitCode = problems.length === 0 ? 0 : 1
