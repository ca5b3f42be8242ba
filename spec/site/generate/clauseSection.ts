import { type Clause, callsOf } from "../../../harness/clauses/readClauses.js"
import { type Content, clauseAddress } from "./content.js"
import { codeBox } from "./highlight.js"
import { badge, code, details, link, markup, oneLine, plural, table } from "./markup.js"
import { modelSource } from "./modelSource.js"
import { phrase, prose } from "./prose.js"
import { runtimes } from "./runtimes.js"
import { shownBy, vectorAddress } from "./vectorLink.js"
import type { ShowingFile } from "./vectorShelf.js"

/** The address of a call, an event, an error or a storage item in its table. */
export function declarationAddress(kind: "storage" | "calls" | "events" | "errors", name: string): string {
  return `~/tables/${kind}.html#${name.replace(".", "-")}`
}

function label(text: string): string {
  return `<p class="label">${text}</p>`
}

function heading(clause: Clause): string {
  const badges = clause.forks.map((fork) => badge(fork, "fork")).join("")
  const calls = callsOf(clause).map((call) => link(declarationAddress("calls", call), code(call)))
  const of = calls.length === 0 ? "" : `<span class="calls">${calls.join(" ")}</span>`
  const quirk = clause.quirk === undefined ? "" : badge("quirk", "odd")
  return `<p class="clause-line">${badges}${quirk}${of}</p>`
}

function valuesTable(content: Content, clause: Clause): string {
  const inputs = (clause.inputs ?? []).map(({ name, type, unit, meaning }) => [
    code(name),
    phrase(content, type),
    phrase(content, unit ?? ""),
    phrase(content, meaning ?? ""),
  ])
  const { output } = clause
  const result =
    output === undefined
      ? []
      : [
          [
            "<em>result</em>",
            phrase(content, output.type),
            phrase(content, output.unit ?? ""),
            phrase(content, output.meaning ?? ""),
          ],
        ]
  const rows = [...inputs, ...result]
  if (rows.length === 0) return ""
  return label("Values") + table(`Values of ${clause.id}`, ["name", "type", "unit", "meaning"], rows)
}

/** Errors that are no pallet's, such as those of tokens and of arithmetic, stand in no table. */
const PALLET_ERRORS: ReadonlySet<string> = new Set(
  runtimes.flatMap(({ errors }) =>
    [...errors].flatMap(([pallet, { errors: names }]) => Object.keys(names).map((name) => `${pallet}.${name}`)),
  ),
)

function errorLink(name: string): string {
  return PALLET_ERRORS.has(name) ? link(declarationAddress("errors", name), code(name)) : code(name)
}

function checksTable(content: Content, clause: Clause): string {
  const checks = clause.preconditions ?? []
  if (checks.length === 0) return ""
  const rows = checks.map(({ check, error, of }, index) => [
    String(index + 1),
    phrase(content, check),
    error === undefined ? (of === undefined ? "" : `as ${link(clauseAddress(of), of)}`) : errorLink(error),
  ])
  return (
    label("Checks, in this order") + table(`Checks of ${clause.id}`, ["", "what must hold", "else"], rows, "checks")
  )
}

function errorsByCall({ errorsByCall: byCall, id }: Clause): string {
  if (byCall === undefined) return ""
  const rows = Object.entries(byCall).map(([call, errors]) => [
    link(declarationAddress("calls", call), code(call)),
    errors.map(errorLink).join(", "),
  ])
  return label("Errors of each call, in the order of its checks") + table(`Errors of ${id}`, ["call", "errors"], rows)
}

function otherErrors({ errors, preconditions }: Clause): string {
  const said = new Set((preconditions ?? []).map(({ error }) => error))
  const others = (errors ?? []).filter((error) => !said.has(error))
  return others.length === 0 ? "" : `<p class="line"><b>Errors</b> ${others.map(errorLink).join(", ")}</p>`
}

function effectsTable(content: Content, { effects, id }: Clause): string {
  if (effects === undefined || effects.length === 0) return ""
  const rows = effects.map(({ item, change }) => [
    link(declarationAddress("storage", item), code(item)),
    phrase(content, change),
  ])
  return label("What it changes") + table(`Changes of ${id}`, ["storage item", "change"], rows)
}

function eventLink(content: Content, text: string): string {
  const [, name, rest = ""] = /^([A-Z]\w*\.[A-Z]\w*)(.*)$/s.exec(text) ?? []
  if (name === undefined) return phrase(content, text)
  return `${link(declarationAddress("events", name), code(name))}${phrase(content, rest)}`
}

function eventsLine(content: Content, { events }: Clause): string {
  if (events === undefined || events.length === 0) return ""
  return `<p class="line"><b>Events</b> ${events.map((event) => eventLink(content, event)).join(", ")}</p>`
}

function roundingTable(content: Content, { rounding, id }: Clause): string {
  if (rounding === undefined || rounding.length === 0) return ""
  const rows = rounding.map(({ operation, direction, bound }) => [
    code(operation),
    phrase(content, direction),
    phrase(content, bound ?? ""),
  ])
  return label("Rounding") + table(`Rounding of ${id}`, ["operation", "direction", "size"], rows)
}

function quirkBox(content: Content, { quirk }: Clause): string {
  if (quirk === undefined) return ""
  const upstream = quirk.upstream === undefined ? "" : `\n\n**Upstream** \`${quirk.upstream}\``
  const what = prose(content, quirk.what)
  const shown = shownBy(content, quirk.vectors)
  return `<div class="quirk">\n\n<p class="quirk-title">Quirk</p>\n\n${what}\n\n**Why** ${prose(content, quirk.why)}${upstream}\n\n${shown}\n\n</div>`
}

function sourceBoxes({ functions, source }: Clause): string {
  const boxes = functions.map((reference) => {
    const { file, name, text, firstLine, lastLine } = modelSource(reference)
    const place = `<span class="place">${markup(file)}:${firstLine}–${lastLine}</span>`
    return details(`${code(name)} ${place}`, codeBox(`Source of ${name}`, text), "model-source")
  })
  const upstream = source.map((place) => code(place)).join(" ")
  return `<div class="model-sources">${label("The model")}${boxes.join("")}<p class="upstream">Upstream ${upstream}</p></div>`
}

function exampleOf(showing: readonly ShowingFile[]): string {
  const vector = showing.flatMap(({ vectors }) => vectors).find(({ example }) => example !== undefined)
  if (vector?.example === undefined) return ""
  const { input, expect } = vector.example
  const box = (name: string, text: string) =>
    `<div><p class="label">${name}</p><pre class="json" tabindex="0" aria-label="${name}"><code>${oneLine(markup(text))}</code></pre></div>`
  return `<p class="line">For example <code>${markup(vector.id)}</code></p><div class="example">${box("input", input)}${box("expected", expect)}</div>`
}

function vectorsBox(showing: readonly ShowingFile[], id: string): string {
  const all = showing.flatMap(({ vectors }) => vectors)
  const byChain = all.filter((vector) => vector.byChain).length
  const rows = showing.map(({ file, vectors }) => [
    `<a href="${vectorAddress(file.path)}" target="_blank" rel="noopener">${markup(file.path)}</a>`,
    String(vectors.length),
    String(vectors.filter((vector) => vector.byChain).length || "–"),
    markup(vectors[0]?.comment ?? ""),
  ])
  const summary = `${plural(all.length, "vector")}${byChain === 0 ? "" : `, ${byChain} given by the chain’s own code`}`
  const body =
    exampleOf(showing) + table(`Vectors of ${id}`, ["file", "vectors", "by the chain", "the first of them"], rows)
  return details(summary, body, "vectors-of")
}

/** Clauses of other forks that say there what this one says here, both ways. */
function counterparts(content: Content, clause: Clause): readonly Clause[] {
  const named = Object.values(clause.elsewhere ?? {})
  const naming = [...content.clauses.values()].filter(({ elsewhere }) =>
    Object.values(elsewhere ?? {}).includes(clause.id),
  )
  const ids = new Set([...named, ...naming.map(({ id }) => id)])
  return [...ids].flatMap((id) => content.clauses.get(id) ?? [])
}

function beside(content: Content, { id, title, forks, statement }: Clause): string {
  const badges = forks.map((fork) => badge(fork, "fork")).join("")
  return `<p class="fork-title">${badges}<a href="${clauseAddress(id)}">${id}</a> ${markup(title)}</p>\n\n${prose(content, statement)}`
}

/** Clauses of the same forks stand beneath each other. */
function columns(content: Content, clauses: readonly Clause[]): readonly string[] {
  const byForks = new Map<string, string[]>()
  for (const clause of clauses) {
    const key = clause.forks.join(" ")
    byForks.set(key, [...(byForks.get(key) ?? []), beside(content, clause)])
  }
  return [...byForks.values()].map((parts) => `<div class="fork-column">\n\n${parts.join("\n\n")}\n\n</div>`)
}

function sideBySide(content: Content, clause: Clause): string {
  const others = counterparts(content, clause)
  if (others.length === 0) return ""
  const forks = [...new Set(others.flatMap((other) => other.forks))].join(" and ")
  const shown = columns(content, [clause, ...others]).join("\n\n")
  return `<details class="forks-beside"><summary>Side by side with fork ${markup(forks)}</summary>\n\n<div class="fork-columns">\n\n${shown}\n\n</div>\n\n</details>`
}

/** A clause of a chapter's page, under its anchor. */
export function clauseSection(content: Content, clause: Clause): string {
  const showing = content.vectorsByClause.get(clause.id) ?? []
  const parts = [
    `## <span class="clause-id">${clause.id}</span> ${markup(clause.title)} {#${clause.id}}`,
    heading(clause),
    prose(content, clause.statement),
    valuesTable(content, clause),
    checksTable(content, clause),
    errorsByCall(clause),
    otherErrors(clause),
    effectsTable(content, clause),
    eventsLine(content, clause),
    roundingTable(content, clause),
    quirkBox(content, clause),
    sideBySide(content, clause),
    sourceBoxes(clause),
    vectorsBox(showing, clause.id),
  ]
  return parts.filter((part) => part !== "").join("\n\n")
}
