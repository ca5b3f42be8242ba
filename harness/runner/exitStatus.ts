import type { ImplementationResult, InputProblem } from "./result.js"

/** What the exit status of `subtensor-spec run` means. */
export const ExitStatus = {
  /** Every vector that an implementation covers passed. */
  conforms: 0,
  /** At least one vector failed. */
  fails: 1,
  /** The command line or a vector could not be used. */
  badInput: 2,
  /** No vector failed, but at least one could not be judged: the implementation died, hung or made no sense. */
  errored: 3,
  /** Nothing was judged at all: some implementation skipped every vector. */
  nothingJudged: 4,
} as const

/** The exit status of a run. The first that applies: bad input, fails, errored, nothing judged, conforms. */
export function exitStatusOf(
  implementations: readonly ImplementationResult[],
  problems: readonly InputProblem[],
): number {
  const some = (test: (counts: ImplementationResult["counts"]) => boolean) =>
    implementations.some(({ counts }) => test(counts))
  if (problems.length > 0) return ExitStatus.badInput
  if (some((counts) => counts.failed > 0)) return ExitStatus.fails
  if (some((counts) => counts.errored > 0)) return ExitStatus.errored
  if (some((counts) => counts.passed === 0)) return ExitStatus.nothingJudged
  return ExitStatus.conforms
}
