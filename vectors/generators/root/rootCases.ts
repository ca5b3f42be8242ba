import type { ChapterCases, OwnCases } from "../functions/functionCases.js"

const OWN: { readonly [name: string]: OwnCases } = {
  // Nobody may ask for more draws than these.
  "root.drawIndices": { types: { count: { kind: "integer", name: "draws", min: 0n, max: 50n } } },
}

/** The cases of root. */
export const rootCases: ChapterCases = ({ name }) => OWN[name] ?? {}
