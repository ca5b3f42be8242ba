import { badge, markup, table } from "./markup.js"
import type { Page } from "./page.js"

/** Something that a fork's runtime declares, as cells of HTML. */
export interface Declared {
  readonly fork: string
  readonly pallet: string
  readonly name: string
  readonly cells: readonly string[]
}

interface Row {
  readonly name: string
  readonly forks: readonly string[]
  readonly cells: readonly string[]
}

/** Rows of the same name that have the same cells on several forks become one. */
function rowsOf(declared: readonly Declared[]): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const { name, fork, cells } of declared) {
    const key = JSON.stringify([name, cells])
    const { forks } = rows.get(key) ?? { forks: [] }
    rows.set(key, { name, cells, forks: [...forks, fork] })
  }
  return [...rows.values()]
}

function grouped(declared: readonly Declared[]): ReadonlyMap<string, readonly Declared[]> {
  const pallets = new Map<string, Declared[]>()
  for (const each of declared) {
    const known = pallets.get(each.pallet) ?? []
    known.push(each)
    pallets.set(each.pallet, known)
  }
  return pallets
}

const FIRST = ["SubtensorModule", "Swap", "AdminUtils", "AlphaAssets", "Balances", "System"]

function palletOrder(pallet: string): number {
  const place = FIRST.indexOf(pallet)
  return place < 0 ? FIRST.length : place
}

function palletSection(pallet: string, declared: readonly Declared[], headings: readonly string[]): string {
  const anchored = new Set<string>()
  const rows = rowsOf(declared).map(({ name, forks, cells }) => {
    const anchor = anchored.has(name) ? "" : ` id="${pallet}-${name}"`
    anchored.add(name)
    return [
      `<span${anchor} class="declared"><code>${markup(name)}</code></span>`,
      ...cells,
      forks.map((fork) => badge(fork, "fork")).join(""),
    ]
  })
  return `## ${pallet} {#${pallet}}\n\n${table(`${pallet}`, [...headings, "forks"], rows, "declarations")}`
}

/** A page of everything of one kind that the runtimes declare, a table for each pallet. */
export function declarationPage(
  page: Omit<Page, "body">,
  introduction: string,
  headings: readonly string[],
  declared: readonly Declared[],
): Page {
  const sections = [...grouped(declared)]
    .sort(([a], [b]) => palletOrder(a) - palletOrder(b))
    .map(([pallet, ofPallet]) => palletSection(pallet, ofPallet, ["name", ...headings]))
  const body = [`# ${page.title}`, introduction, ...sections].join("\n\n")
  return { ...page, body, settings: { outline: [2, 2], pageClass: "wide" } }
}
