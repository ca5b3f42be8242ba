import type { Content } from "../generate/content.js"
import type { Page } from "../generate/page.js"

/** One block of a recorded network, followed from the mint to a miner's stake. */
export function blockPage(_content: Content): Page {
  return { path: "block/index.md", title: "A block, step by step", description: "", body: "# A block, step by step" }
}
