import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { packageFolder } from "../../../harness/packageFolder.js"
import type { Page } from "./page.js"

interface LiveSettings {
  readonly title?: string
  readonly description?: string
  /** The place in the navigation, counting from 1. */
  readonly order?: number
}

interface LivePage {
  readonly page: Page
  readonly order: number
}

/** What the reader sets and what comes of it stand side by side, where other pages have their outline. */
const WIDE = { aside: false, pageClass: "live-page" }

function splitFrontMatter(text: string): { readonly settings: LiveSettings; readonly body: string } {
  const [, yaml, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? []
  if (yaml === undefined || body === undefined) return { settings: {}, body: text }
  const settings: LiveSettings = parse(yaml)
  return { settings, body }
}

function readLivePage(folder: string, file: string): LivePage {
  const { settings, body } = splitFrontMatter(readFileSync(join(folder, file), "utf8"))
  const { title = file.replace(/\.md$/, ""), description = title, order = Number.MAX_SAFE_INTEGER } = settings
  return { order, page: { path: `live/${file}`, title, description, body, settings: WIDE } }
}

/**
 * The pages in which the model runs in the reader's browser: every `spec/site/live/*.md`. Each mounts components that it
 * imports from `@live/`, which is that folder; `@model/` is `reference/`. Its front matter gives title, description and order.
 */
export function livePages(): readonly Page[] {
  const folder = join(packageFolder, "spec", "site", "live")
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"))
  return files
    .map((file) => readLivePage(folder, file))
    .sort((a, b) => a.order - b.order)
    .map(({ page }) => page)
}
