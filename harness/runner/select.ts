import type { Handshake } from "../protocol/messages.js"
import type { Vector } from "./vector.js"

/** A test of whether text matches a pattern in which `*` stands for any characters. */
export function matcherOf(pattern: string): (text: string) => boolean {
  const literal = (part: string) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")
  const expression = new RegExp(`^${pattern.split("*").map(literal).join(".*")}$`, "s")
  return (text) => expression.test(text)
}

/** Whether text matches a pattern in which `*` stands for any characters. */
export function matches(pattern: string, text: string): boolean {
  return matcherOf(pattern)(text)
}

/**
 * The vectors whose id is the filter. When there is none: those whose id matches it as a pattern, if it has a `*`, or
 * else those whose id contains it.
 */
export function filtered<T extends { readonly id: string }>(
  vectors: readonly T[],
  filter: string | undefined,
): readonly T[] {
  if (filter === undefined) return vectors
  const exact = vectors.filter((vector) => vector.id === filter)
  if (exact.length > 0) return exact
  return vectors.filter(({ id }) => (filter.includes("*") ? matches(filter, id) : id.includes(filter)))
}

/** Whether one of the names or `chapter.*` patterns covers the function. */
export function covers(patterns: readonly string[] | undefined, functionName: string): boolean {
  return patterns?.some((pattern) => matches(pattern, functionName)) ?? false
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ")
}

/** What of a vector decides whether it is asked about. */
export type Asked = Pick<Vector, "fork" | "chapter"> &
  ({ readonly kind: "function"; readonly function: string } | { readonly kind: "transition" | "trace" })

/** Why an implementation is not asked about a vector, going by its handshake; undefined when it is. */
export function reasonToSkip(vector: Asked, { forks, chapters, functions, steps }: Handshake): string | undefined {
  if (!forks.includes(vector.fork)) return `its forks are ${list(forks)}, not ${vector.fork}`
  if (chapters !== undefined && !chapters.includes(vector.chapter)) return `it does not cover ${vector.chapter}`
  if (vector.kind === "function") {
    const covered = functions === undefined || covers(functions, vector.function)
    return covered ? undefined : `it does not have ${vector.function}`
  }
  const kind = vector.kind === "trace" ? "trace" : "apply"
  return steps?.includes(kind) ? undefined : `it does not have ${kind === "trace" ? "traces" : "transitions"}`
}
