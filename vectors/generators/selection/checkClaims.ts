import { join } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import { loadVectors } from "../../../harness/runner/loadVectors.js"
import { branchProblems } from "./branchClaims.js"

// Measures whether the vectors that are kept for a branch are the only ones of their function to reach it. It runs in
// a process of its own, because V8's coverage has one reader at a time.
const { vectors } = await loadVectors({ path: join(packageFolder, "vectors") })
const problems = branchProblems(vectors)
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.stdout.write(`${problems.length} claims of a branch are wrong\n`)
process.exitCode = problems.length === 0 ? 0 : 1
