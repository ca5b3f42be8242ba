import { branchesOf } from "./branches.js"
import { type ChapterCoverage, coverageByChapter, percent } from "./chapterCoverage.js"
import { measureCoverage } from "./measureCoverage.js"
import { readUncovered, uncoveredProblems } from "./uncovered.js"

// Prints how much of the model the generated vectors run, by chapter, and what of it has neither a vector nor a reason.
const ENOUGH = 95
/** Folders that hold no rules of the chain: how values read, and tables of what serves which fork. */
const MACHINERY = new Set(["interface", "forks"])

function lineOf({ chapter, lines, branches }: ChapterCoverage): string {
  const of = (counts: { readonly total: number; readonly covered: number }) =>
    `${percent(counts).toFixed(1).padStart(6)}% ${`${counts.covered}/${counts.total}`.padStart(11)}`
  return `${chapter.padEnd(16)} ${of(lines)}  ${of(branches)}`
}

const files = measureCoverage()
const chapters = coverageByChapter(files)
process.stdout.write(`${"chapter".padEnd(16)} ${"lines".padStart(7)} ${" ".repeat(11)}  ${"branches".padStart(7)}\n`)
for (const chapter of chapters) process.stdout.write(`${lineOf(chapter)}\n`)

const wanted = process.argv.slice(2)
const isWanted = (text: string) => wanted.length === 0 || wanted.some((word) => text.includes(`reference/${word}/`))
const branches = files.flatMap(branchesOf).filter(({ file }) => !MACHINERY.has(file.split("/")[1] ?? ""))
const problems = [
  ...uncoveredProblems(branches, readUncovered()).filter(isWanted),
  ...chapters
    .filter(({ chapter, branches: counts }) => !MACHINERY.has(chapter) && percent(counts) < ENOUGH)
    .map(({ chapter, branches: counts }) => `${chapter}: ${percent(counts)}% of its branches are below ${ENOUGH}%`),
]
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.stdout.write(`${problems.length} problems\n`)
process.exitCode = problems.length === 0 ? 0 : 1
