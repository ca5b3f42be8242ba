import type { Chapter } from "../../../harness/clauses/readClauses.js"
import { clauseSection } from "./clauseSection.js"
import { type Content, clauseAddress } from "./content.js"
import { badge, counted, link, markup, plural, table } from "./markup.js"
import type { Page } from "./page.js"
import { prose } from "./prose.js"

function vectorCount(content: Content, chapter: Chapter): number {
  return content.vectorFiles
    .filter((file) => file.chapter === chapter.chapter)
    .reduce((total, { vectors }) => total + vectors.length, 0)
}

function contentsTable(chapter: Chapter): string {
  const rows = chapter.clauses.map(({ id, title, forks, quirk }) => [
    link(clauseAddress(id), id),
    link(clauseAddress(id), markup(title)),
    forks.map((fork) => badge(fork, "fork")).join("") + (quirk === undefined ? "" : badge("quirk", "odd")),
  ])
  return `<details class="contents"><summary>${plural(rows.length, "clause")}</summary>${table(`Clauses of ${chapter.chapter}`, ["clause", "title", ""], rows)}</details>`
}

function chapterPage(content: Content, chapter: Chapter): Page {
  const { chapter: name, title, introduction, clauses } = chapter
  const body = [
    `# ${markup(title)}`,
    `<p class="eyebrow">Chapter <code>${name}</code> · ${plural(clauses.length, "clause")} · ${plural(vectorCount(content, chapter), "vector")}</p>`,
    prose(content, introduction),
    contentsTable(chapter),
    ...clauses.map((clause) => clauseSection(content, clause)),
  ].join("\n\n")
  const description = `${title}: the rules of Subtensor's chapter ${name} as ${clauses.length} numbered clauses`
  return { path: `rules/${name}.md`, title, description, body, settings: { outline: [2, 2], pageClass: "chapter" } }
}

function overview(content: Content): Page {
  const sections = content.parts.map(({ title, chapters }) => {
    const rows = chapters.map((chapter) => [
      link(`~/rules/${chapter.chapter}.html`, markup(chapter.title)),
      counted(chapter.clauses.length),
      counted(vectorCount(content, chapter)),
      counted(chapter.clauses.filter(({ quirk }) => quirk !== undefined).length),
    ])
    return `## ${title}\n\n${table(title, ["chapter", "clauses", "vectors", "quirks"], rows, "numbers-right")}`
  })
  return {
    path: "rules/index.md",
    title: "The rules",
    description: "All chapters of the specification, and how to read and quote a clause",
    body: `# The rules

What the chain does, as ${plural(content.clauses.size, "numbered clause")} in ${plural(content.chapters.length, "chapter")}.

**How to quote.** A clause has a number that never changes and is never given to another: \`pool-07\`. Its address is that of
the chapter with the number as its anchor: \`rules/pool.html#pool-07\`.

**How to read.** A clause is complete: whoever has never seen the chain's code can write it from the statement. It says what it
takes and gives with types and units, the checks in the order in which they are made and what fails them, what is stored and
deposited, and every place that rounds. Beside it stand the function of the model that carries it out, the vectors that show it,
and where upstream has it. A <span class="badge odd">quirk</span> is something odd that the chain does and the specification
therefore says.

**Forks.** A clause holds on the forks whose badges it bears. Where two forks have different rules for the same thing, each has a
clause, and they can be opened side by side. [The forks](~/rules/forks.html) are listed on a page of their own.

${sections.join("\n\n")}
`,
  }
}

/** A page for each chapter, and one for all. */
export function chapterPages(content: Content): readonly Page[] {
  return [overview(content), ...content.chapters.map((chapter) => chapterPage(content, chapter))]
}
