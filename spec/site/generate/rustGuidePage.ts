import { readFileSync } from "node:fs"
import { join } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import type { Page } from "./page.js"

/** A line `@source path` stands for the file itself. */
function withSources(markdown: string): string {
  return markdown.replace(/^@source (\S+)$/gm, (_, path: string) => {
    const language = path.endsWith(".rs") ? "rust" : ""
    return `\`\`\`${language}\n${readFileSync(join(packageFolder, path), "utf8").trim()}\n\`\`\``
  })
}

/** The guide for implementers who write Rust. */
export function rustGuidePage(): Page {
  return {
    path: "test/rust.md",
    title: "The guide in Rust",
    description: "From nothing to the first green vector, in Rust",
    settings: { outline: [2, 3] },
    body: withSources(readFileSync(join(packageFolder, "spec", "site", "guide", "rust.md"), "utf8")),
  }
}
