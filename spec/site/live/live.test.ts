import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import fc from "fast-check"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { packageVersion } from "../../../harness/packageFolder.js"
import { functionTable } from "../../../reference/interface/functionTable.js"
import { type BuiltSite, builtSite } from "../testing/builtSite.js"
import { chromiumPath, launchChromium } from "../testing/chromium.js"
import { type SiteServer, serveSite } from "../testing/siteServer.js"
import { overhang, seriousFindings, visit } from "../testing/visit.js"
import { livePages, type PageName } from "./model/livePages.js"
import { vectorFiles } from "./model/vectorFile.js"
import { pagesUnderTest } from "./testing/cases.js"

const MINUTES = 60_000
const PHONE = 390
const CASES = 4
const MOST_BYTES = 300_000
const pages = pagesUnderTest(() => {})

let site: BuiltSite

beforeAll(() => {
  site = builtSite()
}, 8 * MINUTES)

afterAll(() => site.remove())

describe("the worker with the model", () => {
  it("is under 300 kB compressed", () => {
    const assets = join(site.folder, "assets")
    const workers = readdirSync(assets).filter((name) => /worker/i.test(name) && name.endsWith(".js"))
    expect(workers).toHaveLength(1)
    for (const name of workers) expect(gzipSync(readFileSync(join(assets, name))).length).toBeLessThan(MOST_BYTES)
  })
})

const where = chromiumPath === undefined ? " (skipped: Chromium is not installed)" : ""

describe.skipIf(chromiumPath === undefined)(`a live page in a browser${where}`, () => {
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

  function open(page: PageName, query: string, width?: number) {
    const reader = width === undefined ? {} : { width }
    return visit(browser, server.address, `live/${page}.html${query === "" ? "" : `?${query}`}`, reader)
  }

  /** The texts of the files that the page saves, once the model has answered. */
  async function savedFiles(page: Page): Promise<readonly string[]> {
    const buttons = page.locator("[data-export]")
    await buttons.first().waitFor()
    const texts: string[] = []
    for (const button of await buttons.all()) {
      const [download] = await Promise.all([page.waitForEvent("download"), button.click()])
      texts.push(readFileSync(await download.path(), "utf8"))
    }
    return texts
  }

  /** The values that a page shows, by their names. */
  function shownRaw(page: Page, fact: string): Promise<string | null> {
    return page.locator(`[data-fact="${fact}"]`).getAttribute("data-raw")
  }

  for (const { page: name, queries, initial } of pages) {
    it(
      `${name} computes the same bits as the model here, for random cases`,
      async () => {
        const { page, troubles, close } = await open(name, "")
        for (const query of [initial, ...fc.sample(queries, { numRuns: CASES, seed: 11 })]) {
          await page.goto(`${server.address}/live/${name}.html?${query}`)
          const saved = await savedFiles(page)
          const { steps } = livePages[name].compute(query)
          expect(saved).toEqual(vectorFiles(name, packageVersion(), steps).map(({ text }) => text))
          for (const text of saved) {
            for (const { function: rule, input, expect: answer } of JSON.parse(text).vectors) {
              expect(functionTable.get(rule)?.call(input)).toMatchObject(answer)
            }
          }
        }
        expect(troubles).toEqual({ errors: [], outside: [] })
        await close()
      },
      2 * MINUTES,
    )

    it(`${name} says once what it cannot read of an address, and shows the case that it begins with`, async () => {
      const parameter = initial.split("=", 1)[0] ?? ""
      const { page, troubles, close } = await open(name, `${parameter}=%00nonsense`)
      const alert = page.getByRole("alert")
      await alert.waitFor()
      expect(await alert.count()).toBe(1)
      expect(await alert.innerText()).toContain(`${parameter}=`)
      const { steps } = livePages[name].compute("")
      expect(await savedFiles(page)).toEqual(vectorFiles(name, packageVersion(), steps).map(({ text }) => text))
      expect(troubles.errors).toEqual([])
      await close()
    })

    it(`${name} fits a phone and has no serious finding of axe, in the light and in the dark`, async () => {
      for (const scheme of ["light", "dark"] as const) {
        const { page, close } = await visit(browser, server.address, `live/${name}.html`, { width: PHONE, scheme })
        await page.locator("[data-export]").first().waitFor()
        expect(await overhang(page)).toBeLessThanOrEqual(0)
        expect(await seriousFindings(page)).toEqual([])
        await page.goto(`${server.address}/live/${name}.html?${fc.sample(queries, { numRuns: 1, seed: 3 })[0]}`)
        await page.locator("[data-export]").first().waitFor()
        expect(await overhang(page)).toBeLessThanOrEqual(0)
        await close()
      }
    })
  }

  it("what the reader types goes to the model and into the address, which brings it back", async () => {
    const { page, close } = await open("halving", "")
    await page.getByLabel("Issued so far").fill("10500000")
    await page.locator('[data-fact="emission"][data-raw="500000000"]').waitFor()
    expect(new URL(page.url()).search).toContain("issuance=10500000000000000")
    await page.reload()
    await page.locator("[data-export]").first().waitFor()
    expect(await shownRaw(page, "emission")).toBe("500000000")
    expect(await page.getByLabel("Issued so far").inputValue()).toBe("10500000")
    await close()
  })

  it("what is no number is refused beside its field, and the case stays", async () => {
    const { page, close } = await open("halving", "")
    const field = page.getByLabel("Issued so far")
    await field.fill("a lot")
    await page.getByText("Write a number of at most 9 decimal places.").waitFor()
    expect(await field.getAttribute("aria-invalid")).toBe("true")
    expect(new URL(page.url()).search).toBe("")
    await close()
  })

  it("a matrix is edited with the keyboard alone", async () => {
    const { page, close } = await open("consensus", "")
    const cell = (row: number, column: number) => page.locator(`input[data-cell="${row}-${column}"]`).first()
    await cell(0, 0).focus()
    await page.keyboard.press("ArrowDown")
    expect(await cell(1, 0).evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.type("1234")
    await page.keyboard.press("Tab")
    expect(await cell(1, 1).evaluate((input) => input === document.activeElement)).toBe(true)
    await page.waitForURL(/weights=[^&]*_1234\./)
    await close()
  })

  it("a refusal of the model is named", async () => {
    const { page, close } = await open("pool", "amount=1000&alphaReserve=0")
    await page.locator("[data-refusal]").waitFor()
    expect(await page.locator("[data-refusal]").innerText()).toContain("Swap.ReservesTooLow")
    await close()
  })

  it("leads to the clauses that ran", async () => {
    const { page, close } = await open("emission-split", "")
    await page.getByRole("link", { name: "coinbase-04" }).click()
    await page.waitForURL("**/rules/coinbase.html#coinbase-04")
    await page.locator("#coinbase-04").waitFor()
    await close()
  })
})
