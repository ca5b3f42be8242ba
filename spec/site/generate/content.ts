import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { type Chapter, type Clause, readChapters } from "../../../harness/clauses/readClauses.js"
import { packageFolder } from "../../../harness/packageFolder.js"
import type { RunReport } from "../../../harness/runner/result.js"
import { readVectorFiles, type ShowingFile, type VectorFile, vectorsByClause } from "./vectorShelf.js"

/** A fork as `spec/forks.yaml` has it. */
export interface ForkRow {
  readonly name: string
  readonly specVersions: { readonly first: number; readonly last: number }
  readonly upstream: { readonly tag?: string; readonly commit?: string; readonly specVersion: number }
  readonly title: string
  readonly changes: string
  readonly modelled: readonly string[]
}

/** A group of chapters in the order in which they are best read. */
export interface Part {
  readonly title: string
  readonly chapters: readonly Chapter[]
}

/** Everything that pages are made of. */
export interface Content {
  readonly parts: readonly Part[]
  readonly chapters: readonly Chapter[]
  readonly clauses: ReadonlyMap<string, Clause>
  readonly forks: readonly ForkRow[]
  readonly vectorFiles: readonly VectorFile[]
  readonly vectorsByClause: ReadonlyMap<string, readonly ShowingFile[]>
  /** The last run that was reported; undefined where there was none. */
  readonly report: RunReport | undefined
}

const PARTS: readonly { readonly title: string; readonly names: readonly string[] }[] = [
  { title: "Foundations", names: ["numbers", "state"] },
  { title: "Money", names: ["emission", "pool", "coinbase"] },
  { title: "Consensus", names: ["consensus", "weights", "children", "root"] },
  { title: "Stake and keys", names: ["staking", "locks", "keys", "leases"] },
  { title: "Subnets", names: ["subnets", "registration", "hyperparameters"] },
]

function partsOf(chapters: readonly Chapter[]): readonly Part[] {
  const named = new Set(PARTS.flatMap(({ names }) => names))
  const parts = PARTS.map(({ title, names }) => ({
    title,
    chapters: names.flatMap((name) => chapters.filter(({ chapter }) => chapter === name)),
  }))
  const others = chapters.filter(({ chapter }) => !named.has(chapter))
  return others.length === 0 ? parts : [...parts, { title: "Further chapters", chapters: others }]
}

function readForks(): readonly ForkRow[] {
  const { forks }: { forks: readonly ForkRow[] } = parse(
    readFileSync(join(packageFolder, "spec", "forks.yaml"), "utf8"),
  )
  return forks
}

function readReport(): RunReport | undefined {
  const path = join(packageFolder, "reports", "rendered", "report.json")
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined
}

/** Reads the specification, the vectors and the last report. */
export function readContent(): Content {
  // Beside the chapters the folder has other lists, which have no clauses.
  const parts = partsOf(readChapters().filter(({ clauses }) => clauses !== undefined))
  const chapters = parts.flatMap((part) => part.chapters)
  const vectorFiles = readVectorFiles()
  return {
    parts,
    chapters,
    clauses: new Map(chapters.flatMap(({ clauses }) => clauses.map((clause): [string, Clause] => [clause.id, clause]))),
    forks: readForks(),
    vectorFiles,
    vectorsByClause: vectorsByClause(vectorFiles),
    report: readReport(),
  }
}

/** The address of a clause. */
export function clauseAddress(id: string): string {
  return `~/rules/${id.slice(0, id.lastIndexOf("-"))}.html#${id}`
}
