import { statSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { dirname } from "node:path"
import { applyExpected, type ExpectedFile } from "../runner/applyExpected.js"
import { parseExpectedFailures, renderExpectedFailures } from "../runner/expectedFailures.js"
import type { ImplementationResult, InputProblem } from "../runner/result.js"
import { updateExpected } from "../runner/updateExpected.js"
import { wasGreeted } from "../runner/wasGreeted.js"
import { problemOf } from "../transports/connection.js"
import { writeWhole } from "../writeWhole.js"
import { UsageError } from "./usageError.js"

async function readExpectedFile(file: string): Promise<ExpectedFile> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new UsageError(`there is no readable file ${file}`)
  })
  try {
    return { file, expected: parseExpectedFailures(text) }
  } catch (thrown) {
    throw new UsageError(`${file} is not a file of expected failures: ${problemOf(thrown)}`)
  }
}

/** Reads files of expected failures, one for each implementation. Throws a UsageError for one that cannot be used. */
export async function readExpectedFiles(files: readonly string[]): Promise<readonly ExpectedFile[]> {
  const byImplementation = new Map<string, ExpectedFile>()
  for (const file of files) {
    const read = await readExpectedFile(file)
    const { implementation } = read.expected
    const other = byImplementation.get(implementation)
    if (other !== undefined) throw new UsageError(`${other.file} and ${file} are both about ${implementation}`)
    byImplementation.set(implementation, read)
  }
  return [...byImplementation.values()]
}

/** The file that is about an implementation. */
export function expectedOf(
  { name, target }: ImplementationResult,
  files: readonly ExpectedFile[],
): ExpectedFile | undefined {
  return files.find(({ expected: { implementation } }) => implementation === name || implementation === target)
}

/** The result with expected failures told apart, if a file lists some. */
export function judgedBy(files: readonly ExpectedFile[], result: ImplementationResult): ImplementationResult {
  const file = expectedOf(result, files)
  return file === undefined ? result : applyExpected(result, file)
}

/** Files that are about none of the implementations that were run. None, where one of these did not get to say its name. */
export function unusedFiles(
  files: readonly ExpectedFile[],
  results: readonly ImplementationResult[],
): readonly InputProblem[] {
  if (!results.every(wasGreeted)) return []
  const used = new Set(results.map((result) => expectedOf(result, files)))
  const names = results.map(({ name }) => name).join(", ")
  return files
    .filter((file) => !used.has(file))
    .map(({ file, expected: { implementation } }) => ({
      file,
      problem: `it is about ${implementation}, which was not run; there was ${names}`,
    }))
}

/** Before a run: whether expected failures can be written of it. */
export function checkWriteExpected(file: string | undefined, targets: number): void {
  if (file === undefined) return
  if (targets !== 1) throw new UsageError("--write-expected takes one implementation at a time")
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--write-expected takes a file, and ${file} is a folder`)
  }
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--write-expected: there is no folder ${dirname(file)}`)
  }
}

/** Writes what is to be expected after a run, and says so. Nothing is written of a run that was broken off. */
export async function writeExpected(
  file: string,
  result: ImplementationResult,
  files: readonly ExpectedFile[],
): Promise<string> {
  if (result.problem !== undefined) return `${file} was not written: ${result.name} was not judged in full`
  const expected = updateExpected(result, expectedOf(result, files)?.expected)
  await writeWhole(file, renderExpectedFailures(expected))
  const count = expected.failures.reduce((sum, { vectors }) => sum + vectors.length, 0)
  return `${file} lists ${count} expected failure${count === 1 ? "" : "s"} of ${expected.implementation}`
}
