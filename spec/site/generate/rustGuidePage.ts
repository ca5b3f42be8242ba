import { readFileSync } from "node:fs"
import { join } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import type { Page } from "./page.js"

/** The guide for implementers who write Rust. */
export function rustGuidePage(): Page {
  return {
    path: "test/rust.md",
    title: "The guide in Rust",
    description: "From nothing to the first green vector, in Rust",
    settings: { outline: [2, 3] },
    body: readFileSync(join(packageFolder, "spec", "site", "guide", "rust.md"), "utf8"),
  }
}
