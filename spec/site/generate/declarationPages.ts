import { type Clause, callsOf } from "../../../harness/clauses/readClauses.js"
import { fromHex } from "../../../reference/state/scaleTypes.js"
import type { StorageItem } from "../../../reference/state/storageItem.js"
import { type Content, clauseAddress } from "./content.js"
import { type Declared, declarationPage } from "./declarationTable.js"
import { encodingText, fieldTexts } from "./encodingText.js"
import { badge, code, link, markup } from "./markup.js"
import type { Page } from "./page.js"
import { runtimes } from "./runtimes.js"

/** The clauses that speak of something, as links. */
function clauseLinks(ids: readonly string[] | undefined): string {
  return [...new Set(ids ?? [])].map((id) => link(clauseAddress(id), id)).join(" ")
}

function clausesBy(content: Content, namesOf: (clause: Clause) => readonly string[]): ReadonlyMap<string, string[]> {
  const index = new Map<string, string[]>()
  for (const clause of content.clauses.values()) {
    for (const name of namesOf(clause)) index.set(name, [...(index.get(name) ?? []), clause.id])
  }
  return index
}

const SHORT = 48

function defaultText(item: StorageItem<unknown>, fork: string): string {
  const { type } = item
  const defaultBytes = item.defaultBytesIn(fork)
  if (defaultBytes === undefined) return "none"
  const value = type.toJson(type.decode(fromHex(defaultBytes)))
  const json = typeof value === "string" ? value : JSON.stringify(value)
  return json.length <= SHORT
    ? code(json || "empty")
    : `<code title="${markup(json)}">${markup(json.slice(0, SHORT))}…</code>`
}

function keysText({ keyParts }: StorageItem<unknown>): string {
  return keyParts
    .map(({ hasher, type }) => `${code(encodingText(type.encoding))} <small>${hasher}</small>`)
    .join("<br>")
}

function storagePage(content: Content): Page {
  const clauses = clausesBy(content, ({ effects }) => (effects ?? []).map(({ item }) => item))
  const declared = runtimes.flatMap(({ fork, storage }) =>
    storage.map((item): Declared => {
      const { pallet, name, type, prefix } = item
      const cells = [
        keysText(item),
        code(encodingText(type.encoding)),
        defaultText(item, fork),
        `<code class="prefix">${prefix}</code>`,
        clauseLinks(clauses.get(`${pallet}.${name}`)),
      ]
      return { fork, pallet, name, cells }
    }),
  )
  const introduction = `Every storage item of the runtime: its keys with the hashers that make the raw key, the type of its values as SCALE lays
it out, what a missing value reads as, the prefix of its raw keys, and the clauses that write it.`
  return declarationPage(
    {
      path: "tables/storage.md",
      title: "Storage",
      description: "Storage items with keys, hashers, types and defaults",
    },
    introduction,
    ["keys", "value", "default", "prefix", "written by"],
    declared,
  )
}

function fieldsText(encoding: Parameters<typeof fieldTexts>[0]): string {
  return fieldTexts(encoding)
    .map(({ name, type }) => `${name === "" ? "" : `${markup(name)}: `}${code(type)}`)
    .join("<br>")
}

function callsPage(content: Content): Page {
  const clauses = clausesBy(content, callsOf)
  const declared = runtimes.flatMap(({ fork, calls, serves }) =>
    calls.map(({ pallet, name, palletIndex, index, arguments: type }): Declared => {
      const served = serves(`${pallet}.${name}`) ? "" : badge("not modelled", "soft")
      const cells = [
        `${palletIndex}.${index}`,
        fieldsText(type.encoding),
        clauseLinks(clauses.get(`${pallet}.${name}`)) || served,
      ]
      return { fork, pallet, name, cells }
    }),
  )
  const introduction = `Every call of the runtime with its number (the two bytes that begin its SCALE form), its arguments in order, and the clauses
that are its rules.`
  return declarationPage(
    { path: "tables/calls.md", title: "Calls", description: "Calls with their numbers, arguments and clauses" },
    introduction,
    ["number", "arguments", "rules"],
    declared,
  )
}

function eventName(text: string): readonly string[] {
  const [name] = /^[A-Z]\w*\.[A-Z]\w*/.exec(text) ?? []
  return name === undefined ? [] : [name]
}

function eventsPage(content: Content): Page {
  const clauses = clausesBy(content, ({ events }) => (events ?? []).flatMap(eventName))
  const declared = runtimes.flatMap(({ fork, events }) =>
    events.map(({ pallet, name, palletIndex, index, fields }): Declared => {
      const cells = [
        `${palletIndex}.${index}`,
        fieldsText(fields.encoding),
        clauseLinks(clauses.get(`${pallet}.${name}`)),
      ]
      return { fork, pallet, name, cells }
    }),
  )
  const introduction =
    "Every event of the runtime with its number, its fields in order, and the clauses that deposit it."
  return declarationPage(
    { path: "tables/events.md", title: "Events", description: "Events with their numbers, fields and clauses" },
    introduction,
    ["number", "fields", "deposited by"],
    declared,
  )
}

function errorsOf({ errors, preconditions, errorsByCall }: Clause): readonly string[] {
  const ofChecks = (preconditions ?? []).flatMap(({ error }) => (error === undefined ? [] : [error]))
  return [...ofChecks, ...(errors ?? []), ...Object.values(errorsByCall ?? {}).flat()]
}

function errorsPage(content: Content): Page {
  const clauses = clausesBy(content, errorsOf)
  const declared = runtimes.flatMap(({ fork, errors }) =>
    [...errors].flatMap(([pallet, { index, errors: numbers }]) =>
      Object.entries(numbers).map(([name, number]): Declared => {
        const cells = [`${index}.${number}`, clauseLinks(clauses.get(`${pallet}.${name}`))]
        return { fork, pallet, name, cells }
      }),
    ),
  )
  const introduction = `Every error of the runtime's pallets with its number, and the clauses that give it. Errors that are no pallet's, such as
\`BadOrigin\` or \`Token.FundsUnavailable\`, are named by the clauses alone.`
  return declarationPage(
    {
      path: "tables/errors.md",
      title: "Errors",
      description: "Errors with their numbers and the clauses that give them",
    },
    introduction,
    ["number", "given by"],
    declared,
  )
}

/** Storage, calls, events and errors, each a page. */
export function declarationPages(content: Content): readonly Page[] {
  return [storagePage(content), callsPage(content), eventsPage(content), errorsPage(content)]
}
