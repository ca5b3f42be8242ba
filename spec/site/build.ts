import { mkdtempSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { build, createServer } from "vitepress"
import { packageFolder } from "../../harness/packageFolder.js"
import { oneAtATime } from "./buildLock.js"
import { writeSite } from "./generate/writeSite.js"

// Builds the site into a folder (reports/site), or with --serve shows it while it is worked on.

const SITE = join(packageFolder, "spec", "site")

/** The settings of the site read this: where the pages' sources are. */
const PAGES_VARIABLE = "SUBTENSOR_SITE_PAGES"

function preparePages(): string {
  const folder = mkdtempSync(join(SITE, ".pages-"))
  const count = writeSite(folder)
  process.stdout.write(`${count} pages written\n`)
  process.env[PAGES_VARIABLE] = folder
  return folder
}

async function buildSite(out: string): Promise<void> {
  const pages = preparePages()
  try {
    await oneAtATime(join(SITE, ".building"), () => build(SITE, { outDir: out }))
  } finally {
    rmSync(pages, { recursive: true, force: true })
  }
  process.stdout.write(`the site is in ${out}\n`)
}

async function serveSite(): Promise<void> {
  const pages = preparePages()
  process.on("exit", () => rmSync(pages, { recursive: true, force: true }))
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0))
  const server = await createServer(SITE, { host: "127.0.0.1" })
  await server.listen()
  server.printUrls()
}

const [word] = process.argv.slice(2)
const out = resolve(word ?? join(packageFolder, "reports", "site"))
await (word === "--serve" ? serveSite() : buildSite(out)).catch((thrown) => {
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  process.stderr.write(`the site could not be built: ${reason}\n`)
  process.exitCode = 1
})
