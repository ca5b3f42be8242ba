import { branchesOf } from "./branches.js"
import { type ChapterCoverage, coverageByChapter, isRule, percent } from "./chapterCoverage.js"
import { measureCoverage } from "./measureCoverage.js"
import { readUncovered, uncoveredProblems } from "./uncovered.js"

// Prints how much of the model the generated vectors run, by chapter, and what of it has neither a vector nor a reason.
const ENOUGH = 95
function lineOf({ chapter, lines, branches, rules }: ChapterCoverage): string {
  const of = (counts: { readonly total: number; readonly covered: number }) =>
    `${percent(counts).toFixed(1).padStart(6)}% ${`${counts.covered}/${counts.total}`.padStart(11)}`
  return `${chapter.padEnd(16)} ${of(lines)}  ${of(branches)}  ${rules.total === 0 ? "" : of(rules)}`
}

const files = measureCoverage()
const chapters = coverageByChapter(files)
const heads = ["lines", "branches", "of rules"].map((title) => title.padEnd(19)).join("  ")
process.stdout.write(`${"chapter".padEnd(17)} ${heads}\n`)
for (const chapter of chapters) process.stdout.write(`${lineOf(chapter)}\n`)

const wanted = process.argv.slice(2)
const isWanted = (text: string) => wanted.length === 0 || wanted.some((word) => text.includes(`reference/${word}/`))
const branches = files.flatMap(branchesOf).filter(({ file }) => isRule(file))
const problems = [
  ...uncoveredProblems(branches, readUncovered()).filter(isWanted),
  ...chapters
    .filter(({ rules }) => percent(rules) < ENOUGH)
    .map(({ chapter, rules }) => `${chapter}: ${percent(rules)}% of the branches of its rules are below ${ENOUGH}%`),
]
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.stdout.write(`${problems.length} problems\n`)
process.exitCode = problems.length === 0 ? 0 : 1
