import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"

const PATHS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"]

/** Where Chromium is; undefined where there is none. */
export const chromiumPath: string | undefined = PATHS.find((path) => path !== undefined && existsSync(path))

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** A Chromium without a window that asks nobody for anything by itself. */
export function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error("there is no Chromium: apt-get install chromium")
  return chromium.launch({ executablePath: chromiumPath, args: FLAGS })
}
