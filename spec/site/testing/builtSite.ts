import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, relative, resolve } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"

/** A built site, and how to clear it away. */
export interface BuiltSite {
  readonly folder: string
  remove(): void
}

/** The site: the one that SUBTENSOR_SITE names, which was built just now, or one that is built here. */
export function builtSite(): BuiltSite {
  const given = process.env.SUBTENSOR_SITE
  if (given !== undefined) return { folder: resolve(packageFolder, given), remove() {} }
  const folder = mkdtempSync(join(tmpdir(), "site-"))
  execFileSync("npm", ["run", "-s", "docs", "--", folder], { cwd: packageFolder, stdio: "pipe" })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The pages of a site as paths below its folder. */
export function pagesOf(folder: string): readonly string[] {
  const carried = /^(?:golden|protocol|assets|conformance)/
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !carried.test(path) && path !== "404.html")
    .sort()
}
