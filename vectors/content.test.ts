import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { callChecks } from "../harness/clauses/callChecks.js"
import { readChapters } from "../harness/clauses/readClauses.js"
import { notShown, readUnshown, refusalCoverage } from "../harness/clauses/refusalCoverage.js"
import { shownRefusals } from "../harness/clauses/shownRefusals.js"
import { packageFolder } from "../harness/packageFolder.js"
import { loadVectors } from "../harness/runner/loadVectors.js"
import { forkTable } from "../reference/forks/forkTable.js"
import { clausesWithoutVectors, unknownClauses } from "./generators/lint/clauseProblems.js"
import {
  checkpointProblems,
  keptProblems,
  partitionProblems,
  repetitionProblems,
} from "./generators/lint/keptProblems.js"
import { refusalProblems } from "./generators/lint/refusalProblems.js"

const { vectors } = await loadVectors({ path: join(packageFolder, "vectors") })
const hasTransitions = vectors.some(({ kind }) => kind === "transition")

describe("every vector", () => {
  it("is kept for something that no other vector of its function or file has", () => {
    expect(keptProblems(vectors)).toEqual([])
  })

  it("has an input of its own", () => {
    expect(repetitionProblems(vectors)).toEqual([])
  })

  it("lies in the part of its types that it is kept for", () => {
    expect(partitionProblems(vectors)).toEqual([])
  })

  it("shows a checkpoint of its own, if that is what it is kept for", () => {
    expect(checkpointProblems(vectors)).toEqual([])
  })

  it("breaks exactly one rule if it is a refusal, and exactly those that it names if it shows their precedence", () => {
    expect(refusalProblems(vectors)).toEqual([])
  })

  it("names clauses of the specification", () => {
    expect(unknownClauses(vectors)).toEqual([])
  })
})

describe("every call", () => {
  it.each([
    ...forkTable.values(),
  ])("of fork $name has a refusal for each of its errors, and a precedence for each two checks that follow each other, or a reason", ({
    name,
    calls,
  }) => {
    const unshown = readUnshown(name)
    const checks = callChecks(readChapters(), name).filter(({ call }) => calls.has(call))
    const coverage = refusalCoverage(checks, shownRefusals(join(packageFolder, "vectors"), name), unshown)
    expect(notShown(coverage, unshown)).toEqual([])
  })
})

describe("every clause of the specification", () => {
  it.runIf(hasTransitions)("has vectors", () => {
    expect(clausesWithoutVectors(vectors)).toEqual([])
  })
})
