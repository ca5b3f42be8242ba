import type { ChapterCases, OwnCases } from "../functions/functionCases.js"

const OWN: { readonly [name: string]: OwnCases } = {
  // The chain keeps the share as a percentage.
  "coinbase.leaseContributorsCut": { types: { percentage: { kind: "integer", name: "percent", min: 0n, max: 100n } } },
}

/** The cases of coinbase. */
export const coinbaseCases: ChapterCases = ({ name }) => OWN[name] ?? {}
