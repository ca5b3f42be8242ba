import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { packageFolder } from "../packageFolder.js"

/** A use of an operation that rounds, truncates, saturates or wraps. */
export interface Rounding {
  readonly operation: string
  readonly direction: string
  readonly bound?: string
}

/** Something odd that the chain does. */
export interface Quirk {
  readonly what: string
  readonly why: string
  /** Where the chain's code has it, or where it is talked about. */
  readonly upstream?: string
  /** The ids of the vectors that show it. */
  readonly vectors: readonly string[]
}

/** A numbered rule of the specification. */
export interface Clause {
  readonly id: string
  readonly title: string
  readonly forks: readonly string[]
  /** By fork, the clause that says what this one says there. */
  readonly elsewhere?: Readonly<Record<string, string>>
  readonly statement: string
  /** The call, or the calls, that the clause is the rule of. */
  readonly call?: string | readonly string[]
  readonly inputs?: readonly {
    readonly name: string
    readonly type: string
    readonly unit?: string
    readonly meaning?: string
  }[]
  readonly output?: { readonly type: string; readonly unit?: string; readonly meaning?: string }
  readonly rounding?: readonly Rounding[]
  /** In order: the error of a check, or the clause all of whose checks are made there. */
  readonly preconditions?: readonly { readonly check: string; readonly error?: string; readonly of?: string }[]
  /** Where the calls of the clause check different things: the errors of each in the order of its checks. */
  readonly errorsByCall?: { readonly [call: string]: readonly string[] }
  readonly effects?: readonly { readonly item: string; readonly change: string }[]
  readonly events?: readonly string[]
  readonly errors?: readonly string[]
  readonly functions: readonly string[]
  readonly source: readonly string[]
  readonly quirk?: Quirk
}

/** A chapter of the specification. */
export interface Chapter {
  readonly chapter: string
  readonly title: string
  readonly introduction: string
  readonly clauses: readonly Clause[]
}

/** The newest fork. */
export const NEWEST = "balancer"

/** Files of the spec folder that are no chapters. */
const NO_CHAPTERS = new Set([
  "forks.yaml",
  "outOfScope.yaml",
  "unusedErrors.yaml",
  "unshownRoundings.yaml",
  "claims.yaml",
])

/** Every chapter of the specification, by file name. They are taken at their word; the clause check looks closer. */
export function readChapters(): readonly Chapter[] {
  const folder = join(packageFolder, "spec")
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml") && !NO_CHAPTERS.has(name))
  return files.sort().map((file): Chapter => parse(readFileSync(join(folder, file), "utf8")))
}

/** The calls that a clause is the rule of. */
export function callsOf({ call }: Clause): readonly string[] {
  if (call === undefined) return []
  return typeof call === "string" ? [call] : call
}

/** Finds the clauses that speak of a storage item or of a call. */
export class ClauseIndex {
  readonly #byItem = new Map<string, string[]>()
  readonly #byCall = new Map<string, string[]>()

  constructor(chapters: readonly Chapter[]) {
    for (const clause of chapters.flatMap(({ clauses }) => clauses)) {
      for (const { item } of clause.effects ?? []) add(this.#byItem, item, clause.id)
      for (const call of callsOf(clause)) add(this.#byCall, call, clause.id)
    }
  }

  ofItem(item: string): readonly string[] {
    return this.#byItem.get(item) ?? []
  }

  ofCall(call: string): readonly string[] {
    return this.#byCall.get(call) ?? []
  }
}

function add(index: Map<string, string[]>, key: string, id: string): void {
  const ids = index.get(key)
  if (ids === undefined) index.set(key, [id])
  else if (!ids.includes(id)) ids.push(id)
}

/** Whether a fork's vectors show a clause: those of the newest on which it holds do. Forks that share a rule share them. */
export function isShownBy(fork: string, { forks }: Clause): boolean {
  return fork === (forks.includes(NEWEST) ? NEWEST : forks.at(-1))
}

/** The chapters with only those of their clauses that hold on a fork. */
export function chaptersOfFork(chapters: readonly Chapter[], fork: string): readonly Chapter[] {
  return chapters.map((chapter) => ({
    ...chapter,
    clauses: chapter.clauses.filter(({ forks }) => forks.includes(fork)),
  }))
}
