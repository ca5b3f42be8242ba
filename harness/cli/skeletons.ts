import { join } from "node:path"
import { packageFolder } from "../packageFolder.js"

/** A folder of the package that goes into a new implementation, and where it goes. */
interface SkeletonPart {
  readonly from: string
  readonly to: string
  /** The files that are taken; all when left out. */
  readonly files?: readonly string[]
}

/** How an implementation begins in a language. */
export interface Skeleton {
  readonly parts: readonly SkeletonPart[]
  /** What to do in its folder before the first run. */
  readonly build: readonly string[]
  readonly target: string
}

/** The vectors that a skeleton is to pass first. */
export const FIRST_VECTORS = "balancer/numbers/u64.saturatingAdd/*"

const own = (language: string): SkeletonPart => ({
  from: join(packageFolder, "harness", "skeletons", language),
  to: ".",
})

const json: SkeletonPart = {
  from: join(packageFolder, "harness", "samples", "assemblyscript", "protocol"),
  to: "json",
  files: ["json.ts", "jsonReader.ts", "jsonWriter.ts"],
}

/** The languages in which an implementation can be begun. */
export const SKELETONS = {
  python: { parts: [own("python")], build: [], target: "stdio:python3 main.py" },
  rust: { parts: [own("rust")], build: ["cargo build --release"], target: "stdio:target/release/my-implementation" },
  assemblyscript: {
    parts: [own("assemblyscript"), json],
    build: ["npm install", "npm run build"],
    target: "wasm:implementation.wasm",
  },
  javascript: { parts: [own("javascript")], build: [], target: "stdio:node main.mjs" },
} as const satisfies { readonly [language: string]: Skeleton }

export type Language = keyof typeof SKELETONS
