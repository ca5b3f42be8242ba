import { relative } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import { type Branch, branchesOf, linesOf } from "./branches.js"
import type { FileCoverage } from "./measureCoverage.js"

/** How much of a chapter's code the vectors run. */
export interface ChapterCoverage {
  readonly chapter: string
  readonly lines: { readonly total: number; readonly covered: number }
  readonly branches: { readonly total: number; readonly covered: number }
  /** The branches of the files that hold rules of the chain. */
  readonly rules: { readonly total: number; readonly covered: number }
}

/** What carries no rule: how state is kept, how values read, what serves which fork, and the doors to functions. */
const MACHINERY = [
  /^reference\/(?:interface|forks)\//,
  /^reference\/state\/(?!account|balances|batch|blockStart|call(?:As|Filter)|dispatch|palletAccount|preimages|prox|pureProx|sudo|systemCalls|rao\/(?:callFilter|scheduler))/,
  /\/publicFunctions\//,
]

/** Whether a file holds rules of the chain. */
export function isRule(file: string): boolean {
  return !MACHINERY.some((pattern) => pattern.test(file))
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
    const branches = own.flatMap(branchesOf)
    return {
      chapter,
      lines: sum(own.map(linesOf)),
      branches: count(branches),
      rules: count(branches.filter(({ file }) => isRule(file))),
    }
  })
}

function count(branches: readonly Branch[]) {
  return { total: branches.length, covered: branches.filter(({ isCovered }) => isCovered).length }
}

/** A percentage, rounded down so that 100 means all. */
export function percent({ total, covered }: { readonly total: number; readonly covered: number }): number {
  return total === 0 ? 100 : Math.floor((1_000 * covered) / total) / 10
}
