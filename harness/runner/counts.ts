import type { Counts, VectorResult } from "./result.js"

/** How many results have which status. */
export function countsOf(results: readonly VectorResult[]): Counts {
  const count = (wanted: string) => results.filter(({ status }) => status === wanted).length
  const [expected, unexpected] = [count("expected"), count("unexpected")]
  return {
    passed: count("passed"),
    failed: count("failed"),
    skipped: count("skipped"),
    errored: count("errored"),
    ...(expected === 0 ? {} : { expected }),
    ...(unexpected === 0 ? {} : { unexpected }),
  }
}
