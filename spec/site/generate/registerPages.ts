import type { Clause } from "../../../harness/clauses/readClauses.js"
import { type Content, clauseAddress } from "./content.js"
import { badge, code, counted, link, markup, plural, table } from "./markup.js"
import type { Page } from "./page.js"
import { prose } from "./prose.js"
import { shownBy } from "./vectorLink.js"

function forkBadges({ forks }: Clause): string {
  return forks.map((fork) => badge(fork, "fork")).join("")
}

/** The clauses of each chapter that have something, under the chapter's heading. */
function byChapter(content: Content, render: (clause: Clause) => readonly string[]): string {
  return content.chapters
    .flatMap(({ title, chapter, clauses }) => {
      const parts = clauses.flatMap(render)
      return parts.length === 0 ? [] : [`## ${markup(title)} {#${chapter}}\n\n${parts.join("\n\n")}`]
    })
    .join("\n\n")
}

function quirkEntry(content: Content, clause: Clause): readonly string[] {
  const { quirk, id, title } = clause
  if (quirk === undefined) return []
  const vectors = (content.vectorsByClause.get(id) ?? []).flatMap((showing) => showing.vectors)
  const byChain = vectors.filter((vector) => vector.byChain).length
  const shown = `Clause shown by ${plural(vectors.length, "vector")}${byChain > 0 ? `, ${byChain} given by the chain’s own code` : ""}`
  const upstream = quirk.upstream === undefined ? "" : ` · upstream ${code(quirk.upstream)}`
  const showing = shownBy(content, quirk.vectors)
  return [
    `### [${id}](${clauseAddress(id)}) ${markup(title)} {#quirk-${id}}\n\n<p class="clause-line">${forkBadges(clause)}</p>\n\n${prose(content, quirk.what)}\n\n**Why** ${prose(content, quirk.why)}\n\n${showing}\n\n<p class="upstream">${shown}${upstream}</p>`,
  ]
}

/** Everything odd that the chain does. */
export function quirksPage(content: Content): Page {
  const count = [...content.clauses.values()].filter(({ quirk }) => quirk !== undefined).length
  const body = `# The register of quirks

What the chain does and nobody would expect: ${plural(count, "quirk")}. The model does it too, and a vector that tells it apart is
worth more than a hundred that do not.

${byChapter(content, (clause) => quirkEntry(content, clause))}
`
  return {
    path: "tables/quirks.md",
    title: "Quirks",
    description: "Odd things that the chain does, why, and where",
    body,
    settings: { outline: [2, 2] },
  }
}

function coverageRow(content: Content, clause: Clause): readonly string[] {
  const vectors = (content.vectorsByClause.get(clause.id) ?? []).flatMap((showing) => showing.vectors)
  const count = (keep: (vector: (typeof vectors)[number]) => boolean) => {
    const number = vectors.filter(keep).length
    return number === 0 ? "–" : counted(number)
  }
  return [
    link(clauseAddress(clause.id), clause.id),
    markup(clause.title),
    forkBadges(clause),
    vectors.length === 0 ? badge("none", "odd") : counted(vectors.length),
    count(({ kind }) => kind === "function"),
    count(({ kind }) => kind === "transition"),
    count(({ kind }) => kind === "trace"),
    count(({ isRefusal }) => isRefusal),
    count(({ byChain }) => byChain),
  ]
}

const COVERAGE_HEAD = ["clause", "", "", "vectors", "functions", "transitions", "traces", "refusals", "by the chain"]

/** How many vectors show each clause. */
export function coveragePage(content: Content): Page {
  const all = [...content.clauses.keys()]
  const shown = all.filter((id) => content.vectorsByClause.has(id))
  const byChain = all.filter((id) =>
    (content.vectorsByClause.get(id) ?? []).some(({ vectors }) => vectors.some((vector) => vector.byChain)),
  )
  const sections = content.chapters.map(({ chapter, title, clauses }) => {
    const rows = clauses.map((clause) => coverageRow(content, clause))
    return `## ${markup(title)} {#${chapter}}\n\n${table(`Coverage of ${chapter}`, COVERAGE_HEAD, rows, "numbers-right coverage")}`
  })
  const body = `# Coverage

**${counted(shown.length)} of ${plural(all.length, "clause")}** are shown by vectors, **${counted(byChain.length)}** of them by vectors that the chain's own code gave; of the others the
vectors say only what this model says. A vector counts for each clause that it names.

${sections.join("\n\n")}
`
  return {
    path: "test/coverage.md",
    title: "Coverage",
    description: "How many vectors show each clause",
    body,
    settings: { outline: [2, 2], pageClass: "wide" },
  }
}
