/** A page of the site before it is rendered: Markdown with HTML in it. */
export interface Page {
  /** Below the site's folder, such as `rules/pool.md`. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** What stands below the title. A link to another page is written `~/rules/pool.html#pool-02`. */
  readonly body: string
  /** Further front matter. */
  readonly settings?: Readonly<Record<string, unknown>>
}

/** The text of a page's file, with its links made relative, so that the site works below any address. */
export function pageText({ path, title, description, body, settings }: Page): string {
  const up = path.includes("/") ? "../".repeat(path.split("/").length - 1) : "./"
  const frontMatter = { title, description, ...settings }
  const head = Object.entries(frontMatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return `---\n${head.join("\n")}\n---\n\n${body.replaceAll("~/", up).trim()}\n`
}
