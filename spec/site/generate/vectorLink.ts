import type { Content } from "./content.js"
import { markup } from "./markup.js"

/** The address of a file of vectors, which the site carries. */
export function vectorAddress(path: string): string {
  return `~/golden/${path}`
}

const filesById = new WeakMap<Content, ReadonlyMap<string, string>>()

function filesOf(content: Content): ReadonlyMap<string, string> {
  const known = filesById.get(content)
  if (known !== undefined) return known
  const files = new Map(
    content.vectorFiles.flatMap(({ path, vectors }) => vectors.map(({ id }): [string, string] => [id, path])),
  )
  filesById.set(content, files)
  return files
}

/** The id of a vector as a link to its file. */
export function vectorLink(content: Content, id: string): string {
  const path = filesOf(content).get(id)
  const text = `<code class="vector-id">${markup(id)}</code>`
  return path === undefined ? text : `<a href="${vectorAddress(path)}" target="_blank" rel="noopener">${text}</a>`
}

/** What shows something, as a line of links; nothing where nothing is named. */
export function shownBy(content: Content, ids: readonly string[] | undefined): string {
  if (ids === undefined || ids.length === 0) return ""
  return `<p class="line"><b>Shown by</b> ${ids.map((id) => vectorLink(content, id)).join(", ")}</p>`
}
