import type { Differences, ForkDifference } from "./forkDifference.js"

/** How a text of differences is laid out: headings, entries, words to be set as code. */
export interface Layout {
  heading(level: 1 | 2, text: string): string
  entry(text: string): string
  code(text: string): string
}

export const PLAIN: Layout = {
  heading: (level, text) => (level === 1 ? `${text}\n` : `\n${text}\n`),
  entry: (text) => `  ${text}\n`,
  code: (text) => text,
}

export const MARKDOWN: Layout = {
  heading: (level, text) => (level === 1 ? `# ${text}\n` : `\n## ${text}\n\n`),
  entry: (text) => `- ${text}\n`,
  code: (text) => `\`${text}\``,
}

function count({ onlyOlder, onlyNewer, changed, alike }: Differences, older: string, newer: string): string {
  return `${onlyOlder.length} only in ${older}, ${onlyNewer.length} only in ${newer}, ${changed.length} changed, ${alike} alike`
}

function section(title: string, found: Differences, { older, newer }: ForkDifference, layout: Layout): string {
  const only = (fork: string, names: readonly string[]) =>
    names.map((name) => layout.entry(`only in ${fork}: ${layout.code(name)}`))
  const changed = found.changed.map(({ name, older: was, newer: is }) =>
    layout.entry(`changed: ${layout.code(name)}: ${older} ${layout.code(was)}, ${newer} ${layout.code(is)}`),
  )
  const lines = [...only(older, found.onlyOlder), ...only(newer, found.onlyNewer), ...changed]
  return layout.heading(2, `${title}: ${count(found, older, newer)}`) + lines.join("")
}

/** The differences of two forks as a text, chapter by chapter, then storage, calls, events, errors and constants. */
export function differenceText(difference: ForkDifference, layout: Layout): string {
  const { older, newer, chapters } = difference
  const tables = [
    ["Storage items", difference.storage],
    ["Calls", difference.calls],
    ["Events", difference.events],
    ["Errors", difference.errors],
    ["Constants", difference.constants],
  ] as const
  return [
    layout.heading(1, `What changed from ${older} to ${newer}`),
    ...chapters.map((chapter) => section(`Rules of ${chapter.title}`, chapter, difference, layout)),
    ...tables.map(([title, found]) => section(title, found, difference, layout)),
  ].join("")
}
