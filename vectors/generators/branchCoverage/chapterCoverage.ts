import { relative } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import { branchesOf, linesOf } from "./branches.js"
import type { FileCoverage } from "./measureCoverage.js"

/** How much of a chapter's code the vectors run. */
export interface ChapterCoverage {
  readonly chapter: string
  readonly lines: { readonly total: number; readonly covered: number }
  readonly branches: { readonly total: number; readonly covered: number }
}

function chapterOf(path: string): string {
  return relative(packageFolder, path).split("/")[1] ?? ""
}

function sum(counts: readonly { readonly total: number; readonly covered: number }[]) {
  return {
    total: counts.reduce((all, { total }) => all + total, 0),
    covered: counts.reduce((all, { covered }) => all + covered, 0),
  }
}

/** The coverage of every folder of the model, by name. */
export function coverageByChapter(files: readonly FileCoverage[]): readonly ChapterCoverage[] {
  const chapters = [...new Set(files.map(({ path }) => chapterOf(path)))].sort()
  return chapters.map((chapter) => {
    const own = files.filter(({ path }) => chapterOf(path) === chapter)
    const branches = own.map((file) => {
      const all = branchesOf(file)
      return { total: all.length, covered: all.filter(({ isCovered }) => isCovered).length }
    })
    return { chapter, lines: sum(own.map(linesOf)), branches: sum(branches) }
  })
}

/** A percentage, rounded down so that 100 means all. */
export function percent({ total, covered }: { readonly total: number; readonly covered: number }): number {
  return total === 0 ? 100 : Math.floor((1_000 * covered) / total) / 10
}
