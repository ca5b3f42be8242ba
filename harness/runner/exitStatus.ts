import type { Counts, ImplementationResult, InputProblem, Shard } from "./result.js"

/** What the exit status of `subtensor-spec run` means. */
export const ExitStatus = {
  /** Every vector that an implementation covers passed. */
  conforms: 0,
  /** At least one vector failed, or passed although it is listed as an expected failure. */
  fails: 1,
  /** The command line or a vector could not be used. */
  badInput: 2,
  /** No vector failed, but at least one could not be judged: the implementation died, hung or made no sense. */
  errored: 3,
  /** Nothing was judged at all: some implementation skipped every vector. */
  nothingJudged: 4,
} as const

function isBad({ failed, unexpected = 0 }: Counts): boolean {
  return failed > 0 || unexpected > 0
}

function judgedNothing({ passed, expected = 0 }: Counts): boolean {
  return passed + expected === 0
}

/**
 * The exit status of a run. The first that applies: bad input, fails, errored, nothing judged, conforms. A shard may judge
 * nothing: what it has may all be of the kind that the implementation skips.
 */
export function exitStatusOf(
  implementations: readonly ImplementationResult[],
  problems: readonly InputProblem[],
  shard?: Shard,
): number {
  const some = (test: (counts: Counts) => boolean) => implementations.some(({ counts }) => test(counts))
  if (problems.length > 0) return ExitStatus.badInput
  if (some(isBad)) return ExitStatus.fails
  if (some((counts) => counts.errored > 0)) return ExitStatus.errored
  if (shard === undefined && some(judgedNothing)) return ExitStatus.nothingJudged
  return ExitStatus.conforms
}
