import { existsSync, readFileSync, statSync } from "node:fs"
import { dirname, join, normalize, relative } from "node:path"

const LINK = /<a\b[^>]*?\shref="([^"]*)"/g
const ANCHOR = /\sid="([^"]*)"/g
const OUTSIDE = /^[a-z][a-z+.-]*:/

function textOf(escaped: string): string {
  return escaped.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"')
}

/** Finds the links of a site that lead nowhere. */
export class LinkCheck {
  readonly #folder: string
  readonly #anchors = new Map<string, ReadonlySet<string>>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The links of a page to files or anchors that are not there. Other hosts are not asked. */
  brokenIn(page: string): readonly string[] {
    const html = readFileSync(join(this.#folder, page), "utf8")
    const links = [...html.matchAll(LINK)].map(([, to = ""]) => textOf(to))
    return [...new Set(links)].filter((to) => !OUTSIDE.test(to) && !this.#leadsSomewhere(page, to))
  }

  #leadsSomewhere(page: string, to: string): boolean {
    const [path = "", anchor = ""] = to.split("#", 2)
    const file = path === "" ? join(this.#folder, page) : this.#fileOf(page, path)
    if (!existsSync(file)) return false
    return anchor === "" || !file.endsWith(".html") || this.#anchorsOf(file).has(decodeURIComponent(anchor))
  }

  #fileOf(page: string, path: string): string {
    const from = path.startsWith("/") ? this.#folder : join(this.#folder, dirname(page))
    const file = normalize(join(from, decodeURIComponent(path)))
    return existsSync(file) && statSync(file).isDirectory() ? join(file, "index.html") : file
  }

  #anchorsOf(file: string): ReadonlySet<string> {
    const key = relative(this.#folder, file)
    const known = this.#anchors.get(key)
    if (known !== undefined) return known
    const found = new Set([...readFileSync(file, "utf8").matchAll(ANCHOR)].map(([, id = ""]) => textOf(id)))
    this.#anchors.set(key, found)
    return found
  }
}
