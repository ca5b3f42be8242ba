import { blockPage } from "../block/blockPage.js"
import { chapterPages } from "./chapterPages.js"
import { claimsPage } from "./claimsPage.js"
import type { Content } from "./content.js"
import { declarationPages } from "./declarationPages.js"
import { forksPage } from "./forksPage.js"
import { livePages } from "./livePages.js"
import type { Page } from "./page.js"
import { furtherPages, guidePage, protocolPage } from "./protocolPages.js"
import { coveragePage, quirksPage } from "./registerPages.js"
import { reportPage } from "./reportPage.js"
import { roundingPage } from "./roundingPage.js"
import { rustGuidePage } from "./rustGuidePage.js"
import { startPage } from "./startPage.js"
import { vectorsPage } from "./vectorPages.js"

/** Every page of the site. */
export function allPages(content: Content): readonly Page[] {
  const live = livePages()
  return [
    startPage(content, live),
    blockPage(),
    ...live,
    ...chapterPages(content),
    forksPage(content),
    ...declarationPages(content),
    roundingPage(content),
    quirksPage(content),
    claimsPage(content),
    guidePage(),
    rustGuidePage(),
    ...furtherPages(),
    protocolPage(),
    vectorsPage(content),
    coveragePage(content),
    reportPage(content),
  ]
}
