import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { packageFolder } from "../../../harness/packageFolder.js"
import type { Branch } from "./branches.js"

/** A branch that no vector reaches, and why not. */
export interface Uncovered {
  readonly file: string
  readonly branch: string
  readonly reason: string
}

/** The branches that no vector need reach: vectors/uncovered.yaml. */
export function readUncovered(): readonly Uncovered[] {
  return parse(readFileSync(join(packageFolder, "vectors", "uncovered.yaml"), "utf8")) ?? []
}

function speaksOf({ file, branch }: Uncovered, of: Branch): boolean {
  return file === of.file && branch === of.branch
}

/** Uncovered branches without a reason, and reasons for branches that are covered or don't exist. */
export function uncoveredProblems(branches: readonly Branch[], listed: readonly Uncovered[]): readonly string[] {
  const uncovered = branches.filter(({ isCovered }) => !isCovered)
  const unexplained = uncovered.filter((branch) => !listed.some((entry) => speaksOf(entry, branch)))
  const idle = listed.filter((entry) => !uncovered.some((branch) => speaksOf(entry, branch)))
  return [
    ...unexplained.map(({ file, line, branch }) => `${file}:${line}: no vector reaches "${branch}"`),
    ...idle.map(({ file, branch }) => `${file}: "${branch}" is listed as uncovered, and is covered or gone`),
  ]
}
