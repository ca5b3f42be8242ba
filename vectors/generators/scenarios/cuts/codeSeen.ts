import type { Trail } from "../../selection/coverageMeter.js"

/** Fewer characters than these are no code of their own: V8 puts the edges of its blocks a character apart. */
const LEAST_CODE = 3

/** Which of the model's code has run, by script and character. */
export class CodeSeen {
  readonly #seen = new Map<string, Set<number>>()

  /** Adds what ran, and says whether any of it is new. */
  add(trail: Trail): boolean {
    let isNew = false
    for (const [script, ranges] of trail) {
      const seen = this.#seen.get(script) ?? new Set()
      this.#seen.set(script, seen)
      for (const [start, end] of ranges) if (addRange(seen, start, end) >= LEAST_CODE) isNew = true
    }
    return isNew
  }
}

function addRange(seen: Set<number>, start: number, end: number): number {
  const before = seen.size
  for (let at = start; at < end; at++) seen.add(at)
  return seen.size - before
}
