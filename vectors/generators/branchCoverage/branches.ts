import { readFileSync } from "node:fs"
import { relative } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import type { Extent, FileCoverage } from "./measureCoverage.js"

const LONGEST_TEXT = 100

/** One way that the model can go. */
export interface Branch {
  /** From the package's folder. */
  readonly file: string
  /** What stands in the source, which stays the same when lines are put in above it. */
  readonly branch: string
  readonly line: number
  readonly isCovered: boolean
}

/** The source between two places, on one line and not too long. */
function textOf(lines: readonly string[], { start, end }: Extent): string {
  const [first, last] = [start.line ?? 0, end.line ?? 0]
  const text = lines.slice(first - 1, last).map((line, index, all) => {
    const to = index === all.length - 1 ? (end.column ?? line.length) : line.length
    return line.slice(index === 0 ? (start.column ?? 0) : 0, to)
  })
  const joined = text.join(" ").replace(/\s+/g, " ").trim()
  // The range of an arm runs up to the next one: what stands between them is no part of it.
  return joined.replace(/(?:\s|[:,(]|\?\?|\|\||&&)+$/, "").slice(0, LONGEST_TEXT)
}

function nameOf(lines: readonly string[], type: string, whole: Extent, arm: Extent, index: number): string {
  const line = (lines[(whole.start.line ?? 1) - 1] ?? "").trim().slice(0, LONGEST_TEXT)
  if (type === "if") return index === 0 ? `then of: ${line}` : `else of: ${line}`
  return `${textOf(lines, arm)} of: ${line}`
}

/** Gives equal names of one file a number, in the order of the source. */
function numbered(branches: readonly Branch[]): readonly Branch[] {
  const seen = new Map<string, number>()
  return branches.map((branch) => {
    const count = (seen.get(branch.branch) ?? 0) + 1
    seen.set(branch.branch, count)
    return count === 1 ? branch : { ...branch, branch: `${branch.branch} (${count})` }
  })
}

/** The branches of a file, in the order of the source. */
export function branchesOf({ path, branchMap, b }: FileCoverage): readonly Branch[] {
  const lines = readFileSync(path, "utf8").split("\n")
  const file = relative(packageFolder, path)
  const branches = Object.entries(branchMap).flatMap(([id, { type, loc, locations }]) =>
    locations.map((arm, index) => ({
      file,
      branch: nameOf(lines, type, loc, arm, index),
      line: arm.start.line ?? loc.start.line ?? 0,
      isCovered: (b[id]?.[index] ?? 0) > 0,
    })),
  )
  return numbered(branches.sort((a, c) => a.line - c.line))
}

/** How many lines with code a file has, and how many of them ran. */
export function linesOf({ statementMap, s }: FileCoverage): { readonly total: number; readonly covered: number } {
  const ran = new Map<number, boolean>()
  for (const [id, { start }] of Object.entries(statementMap)) {
    const line = start.line ?? 0
    ran.set(line, (ran.get(line) ?? false) || (s[id] ?? 0) > 0)
  }
  return { total: ran.size, covered: [...ran.values()].filter(Boolean).length }
}
