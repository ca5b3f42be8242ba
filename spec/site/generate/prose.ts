import katex from "katex"
import { type Content, clauseAddress } from "./content.js"
import { formulaTex } from "./formulaTex.js"
import { oneLine } from "./markup.js"

const SPAN = /(`[^`]*`|\$[^$\n]+\$)/

/** A formula in TeX as HTML. */
export function typeset(tex: string, display: boolean): string {
  const html = katex.renderToString(tex, { displayMode: display, throwOnError: true, strict: "error" })
  return `<span v-pre class="formula${display ? " display" : ""}">${oneLine(html)}</span>`
}

const POWER = /([\p{L}\d)\]])\^(\([^()]*\)|[−-]?[\p{L}\d]+(?:\.\d+)?)/gu
const INDEX = /(?<![\p{L}\d_.])([\p{L}]+)_([hijkpq]{2}|[\p{L}\d]|\([^()]*\))(?![\p{L}\d_])/gu
const CLAUSE = /(?<![\p{L}\d/-])([a-z]+-\d{2,3})(?![\p{L}\d-])/gu

function inner(text: string): string {
  const bare = text.startsWith("(") ? text.slice(1, -1) : text
  return bare.replace(/^-/, "−")
}

/** Powers and indices raised and lowered, clauses linked; what stands in backticks or dollars is left as it is meant. */
function span(content: Content, text: string): string {
  if (text.startsWith("`")) return text
  if (text.startsWith("$")) return typeset(text.slice(1, -1), false)
  return text
    .replaceAll("~", "&#126;")
    .replaceAll("{", "&#123;")
    .replace(/<(?=[\p{L}/!])/gu, "&lt;")
    .replace(POWER, (_, base: string, power: string) => `${base}<sup>${inner(power)}</sup>`)
    .replace(INDEX, (_, name: string, index: string) => `${name}<sub>${inner(index)}</sub>`)
    .replace(CLAUSE, (id: string) => (content.clauses.has(id) ? `<a href="${clauseAddress(id)}">${id}</a>` : id))
}

function inline(content: Content, text: string): string {
  return text
    .split(SPAN)
    .map((part) => span(content, part))
    .join("")
}

/** A paragraph that is a formula and nothing else is set as one. */
function paragraph(content: Content, text: string): string {
  const tex = text.includes("\n") ? undefined : formulaTex(text.trim())
  return tex === undefined
    ? inline(content, text)
    : `<div class="display-box" role="region" tabindex="0" aria-label="Formula">${typeset(tex, true)}</div>`
}

/** Text of a clause as Markdown. */
export function prose(content: Content, text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block) => paragraph(content, block))
    .join("\n\n")
}

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/`([^`]+)`/g, "<code>$1</code>"],
  [/\*\*([^*]+)\*\*/g, "<strong>$1</strong>"],
]

/** A short text of a clause as HTML, for the cells of tables. */
export function phrase(content: Content, text: string): string {
  const safe = text.trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("|", "&#124;")
  const marked = MARKS.reduce((html, [mark, tag]) => html.replace(mark, tag), inline(content, safe))
  return marked.replaceAll(/\s*\n\s*/g, " ").replaceAll("{", "&#123;")
}
