import { isJsonObject, type Json } from "../../reference/interface/valueType.js"
import { type Clause, callsOf, readChapters } from "../clauses/readClauses.js"
import type { Verdict } from "../runner/judge.js"
import type { Difference } from "../runner/result.js"
import { nameOfStep, type Vector } from "../runner/vector.js"
import { CLAUSE_OF_BLOCK_STEPS, CLAUSE_OF_CALLS } from "./caseVector.js"

const PLACE = /^(?:blocks\[(\d+)\]\.)?steps\[(\d+)\]\./
const ITEM = /\.changes\["([^"]+)"\]/
const EVENT = /\.events\[\d+\](?:\["([^"]+)"\])?/
const ERROR = /\.result(?:\.error)?$/
const MOST_CLAUSES = 8

/** What differs in a step: the names of storage items, of events and of errors. */
export interface StepDifferences {
  readonly items: ReadonlySet<string>
  readonly events: ReadonlySet<string>
  readonly errors: ReadonlySet<string>
}

let clauses: readonly Clause[] | undefined

function allClauses(): readonly Clause[] {
  clauses ??= readChapters().flatMap((chapter) => chapter.clauses)
  return clauses
}

function among(names: ReadonlySet<string>, listed: readonly string[] | undefined): number {
  return new Set(listed?.filter((name) => names.has(name))).size
}

/** How much a clause speaks of what differs in a step; the rules of its call come first. */
function relevance(clause: Clause, call: string, { items, events, errors }: StepDifferences): number {
  const ofCall = callsOf(clause).includes(call) ? 100 : 0
  const touched = clause.effects?.map(({ item }) => item)
  return ofCall + among(items, touched) + among(events, clause.events) + among(errors, clause.errors)
}

/** The clauses that speak of what differs in a step, those that speak most of it first. */
export function clausesOfStep(step: string, differences: StepDifferences): readonly string[] {
  const ranked = allClauses()
    .map((clause) => ({ id: clause.id, relevance: relevance(clause, step, differences) }))
    .filter((one) => one.relevance > 0)
    .sort((a, b) => b.relevance - a.relevance)
  const found = ranked.slice(0, MOST_CLAUSES).map(({ id }) => id)
  if (!step.includes(".")) return [...new Set([CLAUSE_OF_BLOCK_STEPS, ...found])]
  return found.length > 0 ? found : [CLAUSE_OF_CALLS]
}

function namesIn(values: readonly (Json | undefined)[], named: (json: Json) => readonly string[]): readonly string[] {
  return values.flatMap((value) => (value === undefined ? [] : named(value)))
}

function keysOf(json: Json): readonly string[] {
  return isJsonObject(json) ? Object.keys(json) : []
}

function errorsOf(json: Json): readonly string[] {
  if (typeof json === "string") return [json]
  return isJsonObject(json) && typeof json.error === "string" ? [json.error] : []
}

/** The names of what differs. */
export function differencesOf(differences: readonly Difference[]): StepDifferences {
  const items = differences.flatMap(({ path }) => ITEM.exec(path)?.[1] ?? [])
  const whole = differences.filter(({ path }) => path.endsWith(".changes"))
  const events = differences.filter(({ path }) => EVENT.test(path))
  const errors = differences.filter(({ path }) => ERROR.test(path))
  const both = (those: readonly Difference[]) => those.flatMap(({ expected, got }) => [expected, got])
  return {
    items: new Set([...items, ...namesIn(both(whole), keysOf)]),
    events: new Set([...events.flatMap(({ path }) => EVENT.exec(path)?.[1] ?? []), ...namesIn(both(events), keysOf)]),
    errors: new Set(namesIn(both(errors), errorsOf)),
  }
}

/** The clauses that the implementation may have broken, going by the first step that differs. */
export function clausesOf(vector: Vector, { failure }: Verdict): readonly string[] {
  if (vector.kind === "function" || failure === undefined) return vector.clauses
  const [, block = "0", step = "0"] = PLACE.exec(failure.differences[0]?.path ?? "") ?? []
  const blocks = vector.kind === "trace" ? vector.input.blocks : [vector.input]
  const asked = blocks[Number(block)]?.steps[Number(step)]
  const ofStep = failure.differences.filter(({ path }) => PLACE.exec(path)?.[2] === step)
  return clausesOfStep(nameOfStep(asked), differencesOf(ofStep))
}
