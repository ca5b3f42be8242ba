import type { Content } from "./content.js"
import type { Page } from "./page.js"

/** What people say of the network beside what the rules do; no page where nothing has been gathered. */
export function claimsPages(_content: Content): readonly Page[] {
  return []
}
