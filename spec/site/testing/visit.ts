import axe from "axe-core"
import type { Browser, BrowserContext, Page } from "playwright-core"

/** What went wrong while a page was visited. */
export interface Troubles {
  /** What it wrote to the console as errors, and errors that nobody caught. */
  readonly errors: string[]
  /** What it asked other hosts for; they were not asked. */
  readonly outside: string[]
}

/** A visited page. */
export interface Visit {
  readonly page: Page
  readonly troubles: Troubles
  close(): Promise<void>
}

/** How a reader looks at a page. */
export interface Reader {
  readonly width?: number
  readonly scheme?: "light" | "dark"
}

async function closeOff(context: BrowserContext, address: string, outside: string[]): Promise<void> {
  await context.route(
    (url) => url.origin !== address,
    (route) => {
      outside.push(route.request().url())
      return route.abort()
    },
  )
}

/** Opens a page of the site in a browser that reaches nothing but the site. */
export async function visit(browser: Browser, address: string, path: string, reader: Reader = {}): Promise<Visit> {
  const { width = 1280, scheme = "light" } = reader
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
  const troubles: Troubles = { errors: [], outside: [] }
  await closeOff(context, address, troubles.outside)
  const page = await context.newPage()
  page.on("console", (message) => {
    if (message.type() === "error") troubles.errors.push(message.text())
  })
  page.on("pageerror", (error) => troubles.errors.push(error.message))
  await page.goto(`${address}/${path}`)
  await page.waitForFunction("document.querySelector('#app')?.__vue_app__ !== undefined")
  return { page, troubles, close: () => context.close() }
}

const SEVERE = ["serious", "critical"]

/** Opens everything on a page that opens and closes. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
}

/** Takes out what is folded away: axe would walk over it without a finding, for most of its time. */
async function dropFolded(page: Page): Promise<void> {
  await page.evaluate(
    "for (const part of document.querySelectorAll('details:not([open]) > :not(summary)')) part.remove()",
  )
}

/** The serious findings of axe about what can be seen of a page, each with the first place where it found them. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await dropFolded(page)
  await page.evaluate(axe.source)
  const { violations }: axe.AxeResults = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
  return violations
    .filter(({ impact }) => SEVERE.includes(impact ?? ""))
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length} times, first ${nodes[0]?.target.join(" ") ?? ""})`)
}

/** How far a page reaches beyond the width of the window, in pixels. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
}
