import { join } from "node:path"
import { functionTable } from "../../../reference/interface/functionTable.js"
import { packageFolder } from "../../packageFolder.js"
import { loadVectors } from "../../runner/loadVectors.js"
import { greet } from "../../runner/runImplementation.js"
import { parseTarget } from "../../transports/target.js"
import { type Finding, fuzz } from "../fuzz.js"
import { caseSource } from "../fuzzedCases.js"
import type { Mistake } from "./mistakes.js"

const TIMEOUT = 60_000

/** Fuzzes a copy with a mistake in it. Undefined when nothing is found in so many runs. */
export async function findMistake(
  { selection }: Pick<Mistake, "selection">,
  target: string,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<Finding | undefined> {
  const implementation = parseTarget(target).create(TIMEOUT)
  try {
    const greeting = await greet(implementation)
    if ("problem" in greeting) throw new Error(greeting.problem)
    const { fork, functionName = "" } = selection
    const chapter = selection.chapter ?? functionTable.get(functionName)?.chapter
    const path = join(packageFolder, "vectors")
    const { vectors } = await loadVectors({
      path,
      forks: [fork],
      chapters: chapter === undefined ? undefined : [chapter],
    })
    const { cases } = caseSource(selection, greeting.handshake, vectors)
    if (cases === undefined) throw new Error("the copy covers nothing that is fuzzed")
    const subject = { target, handshake: greeting.handshake, options: [] }
    return (await fuzz(implementation, subject, cases, { fork, runs, seed })).finding
  } finally {
    await implementation.close()
  }
}
