import type { PhaseAnswer } from "../../reference/interface/phase.js"

/** How calls of a kind were answered. */
export interface Acceptance {
  made: number
  accepted: number
  /** How often each refusal came, by its name. */
  readonly refusals: Map<string, number>
}

/** Counts a call and what came of it. */
export function countCall(counts: Map<string, Acceptance>, name: string, { result }: PhaseAnswer): void {
  const count = counts.get(name) ?? { made: 0, accepted: 0, refusals: new Map() }
  counts.set(name, count)
  count.made++
  if (result === "ok") count.accepted++
  else count.refusals.set(result.error, (count.refusals.get(result.error) ?? 0) + 1)
}

/** All calls together. */
export function totalOf(counts: ReadonlyMap<string, Acceptance>): { readonly made: number; readonly accepted: number } {
  const all = [...counts.values()]
  return {
    made: all.reduce((sum, { made }) => sum + made, 0),
    accepted: all.reduce((sum, { accepted }) => sum + accepted, 0),
  }
}

/** A line for each call: its name, how often it was made and accepted, and its most frequent refusal. */
export function acceptanceTable(counts: ReadonlyMap<string, Acceptance>): readonly string[] {
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => row(name, count))
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  const head = ["call", "made", "accepted", "refused most often with"] as const
  return [head, ...rows].map(([name, made, accepted, refusal]) =>
    `${name.padEnd(width)} ${made.padStart(6)} ${accepted.padStart(9)}  ${refusal}`.trimEnd(),
  )
}

function row(name: string, { made, accepted, refusals }: Acceptance) {
  const [refusal] = [...refusals].sort(([, a], [, b]) => b - a)
  return [
    name,
    made.toString(),
    accepted.toString(),
    refusal === undefined ? "" : `${refusal[0]} (${refusal[1]})`,
  ] as const
}
