import type { ImplementationResult, VectorResult } from "../harness/runner/result.js"

/** How near an approximate implementation came, for one quantity of one group of vectors. */
export interface ToleranceRow {
  /** The vectors' common path, `<fork>/<chapter>/<file>`. */
  readonly group: string
  readonly quantity: string
  readonly vectors: number
  /** The largest distance seen and the largest allowed, in units of the last place. */
  readonly seen: bigint
  readonly allowed: bigint
}

function groupOf(id: string): string {
  return id.split("/").slice(0, 3).join("/")
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

function note(rows: Map<string, ToleranceRow>, { id, distances }: VectorResult): void {
  for (const [quantity, { seen, allowed }] of Object.entries(distances ?? {})) {
    const group = groupOf(id)
    const key = `${group} ${quantity}`
    const before = rows.get(key) ?? { group, quantity, vectors: 0, seen: 0n, allowed: 0n }
    rows.set(key, {
      ...before,
      vectors: before.vectors + 1,
      seen: larger(before.seen, BigInt(seen)),
      allowed: larger(before.allowed, BigInt(allowed)),
    })
  }
}

/** What was judged within tolerances, and how near it came. Empty for an exact implementation. */
export function tolerancesOf({ results }: ImplementationResult): readonly ToleranceRow[] {
  const rows = new Map<string, ToleranceRow>()
  for (const result of results) note(rows, result)
  return [...rows.values()]
}
