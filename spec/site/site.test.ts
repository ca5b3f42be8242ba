import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type BuiltSite, builtSite, pagesOf } from "./testing/builtSite.js"
import { chromiumPath, launchChromium } from "./testing/chromium.js"
import { LinkCheck } from "./testing/links.js"
import { type SiteServer, serveSite } from "./testing/siteServer.js"
import { openAll, overhang, seriousFindings, visit } from "./testing/visit.js"

const MINUTES = 60_000
const PHONE = 390
const DESKTOP = 1280

let site: BuiltSite
let pages: readonly string[]

beforeAll(() => {
  site = builtSite()
  pages = pagesOf(site.folder)
}, 8 * MINUTES)

afterAll(() => site.remove())

const AT_ONCE = 3

/** What is wrong with each page that something is wrong with. */
async function wrongByPage(
  check: (page: string) => Promise<readonly string[]> | readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const wrong: [string, readonly string[]][] = []
  const waiting = [...pages]
  const worker = async () => {
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) wrong.push([page, await check(page)])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return Object.fromEntries(wrong.filter(([, problems]) => problems.length > 0))
}

describe("the site's files", () => {
  it("are a page for the start, the block, each chapter and each table", () => {
    const wanted = ["index.html", "block/index.html", "rules/emission.html", "tables/storage.html", "test/guide.html"]
    expect(pages).toEqual(expect.arrayContaining(wanted))
  })

  it("have no link that leads nowhere, by file or by anchor", async () => {
    const links = new LinkCheck(site.folder)
    expect(await wrongByPage((page) => links.brokenIn(page))).toEqual({})
  })
})

const where = chromiumPath === undefined ? " (skipped: Chromium is not installed)" : ""

describe.skipIf(chromiumPath === undefined)(`in a browser${where}`, () => {
  let browser: Browser
  let server: SiteServer

  beforeAll(async () => {
    server = await serveSite(site.folder)
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it(
    "every page loads without an error, asks no other host for anything, fits a phone and has no serious finding of axe",
    async () => {
      const wrong = await wrongByPage(async (path) => {
        const { page, troubles, close } = await visit(browser, server.address, path, { width: PHONE })
        const beyond = await overhang(page)
        await page.setViewportSize({ width: DESKTOP, height: 900 })
        const findings = await seriousFindings(page)
        await close()
        const tooWide = beyond > 0 ? [`${beyond} pixels too wide for a phone`] : []
        return [...troubles.errors, ...troubles.outside, ...findings, ...tooWide]
      })
      expect(wrong).toEqual({})
    },
    5 * MINUTES,
  )

  it("nor have the dark colours, with all that is folded away opened", async () => {
    for (const path of ["index.html", "block/index.html", "rules/emission.html", "tables/quirks.html"]) {
      const { page, close } = await visit(browser, server.address, path, { scheme: "dark" })
      await openAll(page)
      expect(await seriousFindings(page)).toEqual([])
      await close()
    }
  })

  it("the search finds halving, in the clause of the curve", async () => {
    const { page, close } = await visit(browser, server.address, "index.html")
    await page.keyboard.press("Control+k")
    await page.locator("#localsearch-input").fill("halving")
    const curve = page.locator('.VPLocalSearchBox .result[href$="rules/emission.html#emission-01"]')
    await curve.first().click()
    await page.waitForURL("**/rules/emission.html#emission-01")
    await page.locator("h2#emission-01").waitFor()
    await close()
  })

  it("on a phone the menu leads to a chapter", async () => {
    const { page, close } = await visit(browser, server.address, "rules/index.html", { width: PHONE })
    await page.getByRole("button", { name: "Menu" }).click()
    await page.locator('.VPSidebar a[href$="rules/emission.html"]').click()
    await page.waitForURL("**/rules/emission.html")
    await page.locator("h1", { hasText: "Emission" }).waitFor()
    await close()
  })
})
