import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { packageFolder } from "../packageFolder.js"
import type { ClaimNumber } from "./numbers.js"

/** What is said of the network, and what the rules do. */
export interface Claim {
  readonly id: string
  readonly claim: string
  readonly verdict: "holds" | "holds with a condition" | "does not hold"
  /** What the rules do. */
  readonly answer: string
  /** The state and the assumptions that the numbers are for. */
  readonly assumes: string
  readonly clauses: readonly string[]
  /** The name of the computation that gives the numbers. */
  readonly run: string
  /** The ids of vectors that show the rules at work. */
  readonly vectors: readonly string[]
  readonly numbers: readonly ClaimNumber[]
}

/** Reads spec/claims.yaml. */
export function readClaims(): readonly Claim[] {
  const { claims }: { readonly claims: readonly Claim[] } = parse(
    readFileSync(join(packageFolder, "spec", "claims.yaml"), "utf8"),
  )
  return claims
}
