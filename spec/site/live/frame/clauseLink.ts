import { withBase } from "vitepress"

/** The address of a clause: its anchor on the page of its chapter. */
export function clauseLink(id: string): string {
  const chapter = id.slice(0, id.lastIndexOf("-"))
  return withBase(`/rules/${chapter}.html#${id}`)
}
