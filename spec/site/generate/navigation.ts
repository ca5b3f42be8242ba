import type { Content } from "./content.js"
import type { Page } from "./page.js"

interface NavigationItem {
  readonly text: string
  readonly link?: string
  readonly items?: readonly NavigationItem[]
}

/** The bar at the top and the list at the side, as the theme wants them. */
export interface Navigation {
  readonly nav: readonly NavigationItem[]
  readonly sidebar: readonly NavigationItem[]
}

function item(page: Page): NavigationItem {
  return { text: page.title, link: `/${page.path.replace(/(?:index)?\.md$/, "")}` }
}

function group(text: string, pages: readonly Page[], folder: string): readonly NavigationItem[] {
  const items = pages.filter(({ path }) => path.startsWith(`${folder}/`)).map(item)
  return items.length === 0 ? [] : [{ text, items }]
}

function rules(content: Content): readonly NavigationItem[] {
  return content.parts.map(({ title, chapters }) => ({
    text: title,
    items: chapters.map(({ chapter, title: text }) => ({ text, link: `/rules/${chapter}` })),
  }))
}

/** The navigation over all pages. */
export function navigation(content: Content, pages: readonly Page[]): Navigation {
  const live = group("Live", pages, "live")
  const [firstLive] = live.flatMap(({ items }) => items ?? [])
  return {
    nav: [
      { text: "Rules", link: "/rules/" },
      { text: "A block", link: "/block/" },
      ...(firstLive?.link === undefined ? [] : [{ text: "Live", link: firstLive.link }]),
      { text: "Test", link: "/test/guide" },
      { text: "Vectors", link: "/test/vectors" },
    ],
    sidebar: [
      {
        text: "Begin",
        items: [
          { text: "Start", link: "/" },
          { text: "A block, step by step", link: "/block/" },
          { text: "How to read the rules", link: "/rules/" },
          { text: "Forks", link: "/rules/forks" },
        ],
      },
      ...live,
      ...rules(content),
      ...group("Look it up", pages, "tables"),
      ...group("Test and vectors", pages, "test"),
    ],
  }
}
