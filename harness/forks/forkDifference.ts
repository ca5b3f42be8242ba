import type { Fork } from "../../reference/forks/fork.js"
import type { CallDeclaration } from "../../reference/state/call.js"
import type { Encoding } from "../../reference/state/encoding.js"
import type { EventDeclaration } from "../../reference/state/event.js"
import type { StorageItem } from "../../reference/state/storageItem.js"
import type { Chapter, Clause } from "../clauses/readClauses.js"

/** One thing that two forks do not have alike. `older` and `newer` say how each has it. */
export interface Difference {
  readonly name: string
  readonly older: string
  readonly newer: string
}

/** The things of one kind, told apart by which fork has them. */
export interface Differences {
  readonly onlyOlder: readonly string[]
  readonly onlyNewer: readonly string[]
  readonly changed: readonly Difference[]
  /** How many both have alike. */
  readonly alike: number
}

/** The rules of a chapter in two forks. */
export interface ChapterDifference extends Differences {
  readonly chapter: string
  readonly title: string
}

/** What is different between two forks. */
export interface ForkDifference {
  readonly older: string
  readonly newer: string
  readonly chapters: readonly ChapterDifference[]
  readonly storage: Differences
  readonly calls: Differences
  readonly events: Differences
  readonly errors: Differences
  readonly constants: Differences
}

/** Tells two tables apart. `how` says in words how a fork has a thing; alike is what reads alike. */
function differences<Older, Newer>(
  older: ReadonlyMap<string, Older>,
  newer: ReadonlyMap<string, Newer>,
  how: (older: Older, newer: Newer) => readonly [older: string, newer: string],
): Differences {
  const both = [...older].flatMap(([name, before]) => {
    const after = newer.get(name)
    if (after === undefined) return []
    const [was, is] = how(before, after)
    return [{ name, older: was, newer: is }]
  })
  const changed = both.filter((one) => one.older !== one.newer)
  return {
    onlyOlder: [...older.keys()].filter((name) => !newer.has(name)),
    onlyNewer: [...newer.keys()].filter((name) => !older.has(name)),
    changed,
    alike: both.length - changed.length,
  }
}

/** A type in few words. */
function typeText(encoding: Encoding): string {
  switch (encoding.kind) {
    case "primitive":
      return encoding.name
    case "compact":
      return `compact ${typeText(encoding.of)}`
    case "vector":
      return `list of ${typeText(encoding.of)}`
    case "array":
      return `${encoding.length} × ${typeText(encoding.of)}`
    case "option":
      return `optional ${typeText(encoding.of)}`
    case "tuple":
      return `(${encoding.of.map(typeText).join(", ")})`
    case "struct":
      return `{${encoding.fields.map(({ name, encoding: of }) => `${name}: ${typeText(of)}`).join(", ")}}`
    case "enumeration":
      return encoding.variants.map(({ name }) => name).join(" | ")
  }
}

function itemText({ keyParts, type }: StorageItem<unknown>, fallback: string | undefined): string {
  const keys = keyParts.map(({ hasher, type: key }) => `${hasher} ${typeText(key.encoding)}`)
  return `${keys.length === 0 ? "" : `${keys.join(", ")} → `}${typeText(type.encoding)}, default ${fallback ?? "none"}`
}

function byName<Declared extends { readonly pallet: string; readonly name: string }>(
  declared: Iterable<Declared>,
): ReadonlyMap<string, Declared> {
  return new Map([...declared].map((one) => [`${one.pallet}.${one.name}`, one]))
}

function storageDifferences(older: Fork, newer: Fork): Differences {
  const items = ({ runtime }: Fork) => byName(runtime.storage.items.values())
  return differences(items(older), items(newer), (before, after) => [
    itemText(before, before.defaultBytesIn(older.name)),
    itemText(after, after.defaultBytesIn(newer.name)),
  ])
}

/** A call differs by its arguments, or by the rule that serves it. */
function callDifferences(older: Fork, newer: Fork): Differences {
  const text = (declaration: CallDeclaration<unknown>) => typeText(declaration.arguments.encoding)
  return differences(byName(older.runtime.calls), byName(newer.runtime.calls), (before, after) => {
    const name = `${before.pallet}.${before.name}`
    const isSameRule = older.calls.get(name) === newer.calls.get(name)
    const [was, is] = [text(before), text(after)]
    return isSameRule || was !== is
      ? [was, is]
      : [`${was} by a rule of ${older.name}`, `${is} by a rule of ${newer.name}`]
  })
}

function eventDifferences(older: Fork, newer: Fork): Differences {
  const text = ({ fields }: EventDeclaration<unknown>) => typeText(fields.encoding)
  return differences(older.runtime.events, newer.runtime.events, (before, after) => [text(before), text(after)])
}

function errorNames({ runtime }: Fork): ReadonlyMap<string, string> {
  return new Map(
    [...runtime.errors].flatMap(([pallet, { errors }]) => Object.keys(errors).map((name) => [`${pallet}.${name}`, ""])),
  )
}

/** Every number among the constants by the path to it. */
function constantsIn(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, inner]) => constantsIn(inner, path === "" ? name : `${path}.${name}`))
}

function constantDifferences(older: Fork, newer: Fork): Differences {
  const table = ({ constants }: Fork) => new Map(constantsIn(constants))
  return differences(table(older), table(newer), (before, after) => [before, after])
}

/** A clause of one fork whose counterpart has another text counts as changed. */
function chapterDifference({ chapter, title, clauses }: Chapter, older: string, newer: string): ChapterDifference {
  const has = (fork: string) => (clause: Clause) => clause.forks.includes(fork)
  const [before, after] = [clauses.filter(has(older)), clauses.filter(has(newer))]
  const text = ({ id, title: of }: Clause) => `${id} ${of}`
  const pairs = clauses.flatMap((clause) => {
    const [fork, other] = has(older)(clause) ? [older, newer] : [newer, older]
    const counterpart = clauses.find(({ id }) => id === clause.elsewhere?.[other])
    if (counterpart === undefined || !has(fork)(clause)) return []
    const [was, is] = fork === older ? [clause, counterpart] : [counterpart, clause]
    return [{ name: is.title, older: was.id, newer: is.id }]
  })
  const paired = new Set(pairs.flatMap((pair) => [pair.older, pair.newer]))
  const isAlone = (fork: string) => (clause: Clause) => !has(fork)(clause) && !paired.has(clause.id)
  return {
    chapter,
    title,
    onlyOlder: before.filter(isAlone(newer)).map(text),
    onlyNewer: after.filter(isAlone(older)).map(text),
    changed: pairs,
    alike: before.filter(has(newer)).length,
  }
}

/** What is different between an older fork and a newer one: rules by chapter, and what their runtimes declare. */
export function forkDifference(older: Fork, newer: Fork, chapters: readonly Chapter[]): ForkDifference {
  return {
    older: older.name,
    newer: newer.name,
    chapters: chapters.map((chapter) => chapterDifference(chapter, older.name, newer.name)),
    storage: storageDifferences(older, newer),
    calls: callDifferences(older, newer),
    events: eventDifferences(older, newer),
    errors: differences(errorNames(older), errorNames(newer), (before, after) => [before, after]),
    constants: constantDifferences(older, newer),
  }
}
