import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitepress"

const pages = process.env.SUBTENSOR_SITE_PAGES
if (pages === undefined) throw new Error("run `npm run docs` or `npm run docs:dev`: the pages are made by them")

const { nav, sidebar } = JSON.parse(readFileSync(`${pages}/navigation.json`, "utf8"))
const base = process.env.SUBTENSOR_SITE_BASE ?? "/"
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What opens and closes on a page (sources, vectors) is not what a reader searches for. */
const HIDDEN = /<details(?: class="[^"]*")?>[\s\S]*?<\/details>/g

export default defineConfig({
  title: "Subtensor, specified",
  titleTemplate: ":title · Subtensor, specified",
  description: "The formal, executable specification of Subtensor, the chain behind Bittensor",
  lang: "en",
  head: [["link", { rel: "icon", href: `${base}icon.svg`, type: "image/svg+xml" }]],
  srcDir: pages,
  base,
  cleanUrls: false,
  lastUpdated: false,
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  themeConfig: {
    nav,
    sidebar,
    outline: { label: "On this page" },
    docFooter: { prev: false, next: false },
    search: {
      provider: "local",
      options: {
        _render: (source, env, md) =>
          env.relativePath.startsWith("test/protocol") ? "" : md.render(source.replaceAll(HIDDEN, ""), env),
      },
    },
    footer: { message: "Public domain, as upstream." },
  },
  vite: {
    cacheDir: `${pages}/.cache`,
    logLevel: "warn",
    resolve: { alias: { "@live": folder("../live"), "@model": folder("../../../reference") } },
    worker: { format: "es" },
    build: { chunkSizeWarningLimit: 4000 },
    server: { fs: { strict: false } },
  },
})
