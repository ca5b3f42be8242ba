import { type Content, clauseAddress, type ForkRow } from "./content.js"
import { code, counted, link, markup, plural, table } from "./markup.js"
import type { Page } from "./page.js"

function upstreamText({ upstream }: ForkRow): string {
  return [upstream.tag, upstream.commit].flatMap((name) => (name === undefined ? [] : [code(name)])).join(" ")
}

function forkTable({ forks, clauses }: Content): string {
  const rows = forks.map((fork) => [
    `<strong>${markup(fork.name)}</strong><br>${markup(fork.title)}`,
    `${fork.specVersions.first}–${fork.specVersions.last}`,
    `${upstreamText(fork)}, spec_version ${fork.upstream.specVersion}`,
    fork.modelled.length === 0 ? "–" : markup(fork.modelled.join(", ")),
    counted([...clauses.values()].filter(({ forks: of }) => of.includes(fork.name)).length),
    markup(fork.changes.trim()),
  ])
  return table("Forks", ["fork", "spec_version", "upstream", "modelled", "clauses", "what sets it apart"], rows)
}

function only(content: Content, fork: string): readonly string[] {
  return [...content.clauses.values()]
    .filter(({ forks }) => forks.length === 1 && forks.includes(fork))
    .map(({ id }) => id)
}

function counterpartTable(content: Content): string {
  const rows = [...content.clauses.values()].flatMap((clause) =>
    Object.entries(clause.elsewhere ?? {}).map(([fork, id]) => [
      markup(clause.forks.join(", ")),
      `${link(clauseAddress(clause.id), clause.id)} ${markup(clause.title)}`,
      markup(fork),
      `${link(clauseAddress(id), id)} ${markup(content.clauses.get(id)?.title ?? "")}`,
    ]),
  )
  if (rows.length === 0) return ""
  return `## Rules that read differently\n\nOn the page of a clause the two can be opened side by side.\n\n${table("Rules that read differently", ["fork", "clause", "fork", "clause"], rows)}`
}

function onlyTable(content: Content): string {
  const shared = [...content.clauses.values()].filter(({ forks }) => forks.length > 1).length
  const rows = content.forks.flatMap(({ name }) =>
    content.chapters.flatMap(({ chapter, title }) => {
      const ids = only(content, name).filter((id) => id.startsWith(`${chapter}-`))
      if (ids.length === 0) return []
      return [[markup(name), markup(title), ids.map((id) => link(clauseAddress(id), id)).join(" ")]]
    }),
  )
  return `## Rules of one fork only\n\n${plural(shared, "clause")} hold on more than one fork. These hold on one:\n\n${table("Rules of one fork only", ["fork", "chapter", "clauses"], rows)}`
}

/** The forks, and what tells them apart. */
export function forksPage(content: Content): Page {
  return {
    path: "rules/forks.md",
    title: "Forks",
    description: "The forks of the chain's rules and what tells them apart",
    body: `# Forks

A fork is the set of rules that the chain kept between two upgrades of its runtime.

${forkTable(content)}

${counterpartTable(content)}

${onlyTable(content)}
`,
  }
}
