import { describe, expect, it } from "vitest"
import type { Branch } from "./branches.js"
import { percent } from "./chapterCoverage.js"
import { uncoveredProblems } from "./uncovered.js"

const file = "reference/pool/swap.ts"

function branch(name: string, isCovered: boolean): Branch {
  return { file, branch: name, line: 1, isCovered }
}

describe("a branch that no vector reaches", () => {
  const branches = [branch("then", true), branch("else", false)]

  it("needs a reason", () => {
    expect(uncoveredProblems(branches, [])).toEqual([`${file}:1: no vector reaches "else"`])
    expect(uncoveredProblems(branches, [{ file, branch: "else", reason: "because" }])).toEqual([])
  })

  it("needs one of its own: a reason for another branch of the file is none", () => {
    const two = [...branches, branch("else (2)", false)]
    const listed = [{ file, branch: "else", reason: "because" }]
    expect(uncoveredProblems(two, listed)).toEqual([`${file}:1: no vector reaches "else (2)"`])
  })

  it("must not be listed once it is reached or gone", () => {
    const listed = [
      { file, branch: "else", reason: "because" },
      { file, branch: "then", reason: "once" },
      { file: "reference/pool/gone.ts", branch: "then", reason: "once" },
    ]
    expect(uncoveredProblems(branches, listed)).toHaveLength(2)
  })
})

describe("a percentage", () => {
  it("is a hundred only when all is covered", () => {
    expect(percent({ total: 10_000, covered: 9_999 })).toBe(99.9)
    expect(percent({ total: 3, covered: 3 })).toBe(100)
    expect(percent({ total: 0, covered: 0 })).toBe(100)
  })
})
