import { parseDocument, stringify } from "yaml"
import { isExpectedFailures, problemOfExpectedFailures } from "../protocol/schemas.js"
import type { KnownFailure } from "./result.js"

/** Vectors that fail for the same reason: their ids, or patterns with a `*`. */
export interface KnownFailures extends KnownFailure {
  readonly vectors: readonly string[]
}

/** What is known to fail at an implementation: the content of a file of expected failures. */
export interface ExpectedFailures {
  /** The implementation's name, or its target. */
  readonly implementation: string
  readonly failures: readonly KnownFailures[]
}

/** What stands for the address of an issue that nobody has opened yet. */
export const UNREPORTED = "unreported"

const HEAD = `# Vectors that are known to fail. They do not fail a run; one of them that passes does.
# An entry is the id of a vector, or a pattern with a *. "issue" is an address, or "${UNREPORTED}".
`

/** Reads a file of expected failures. Throws an Error whose message says what is wrong with it. */
export function parseExpectedFailures(text: string): ExpectedFailures {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error !== undefined) throw new Error(`it is not YAML: ${error.message.split("\n")[0]?.replace(/:$/, "")}`)
  const content: unknown = document.toJS()
  if (isExpectedFailures(content)) return content
  throw new Error(problemOfExpectedFailures(content) ?? "it is malformed")
}

function order(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The content of a file of expected failures: the same for the same failures, in whatever order they come. */
export function renderExpectedFailures({ implementation, failures }: ExpectedFailures): string {
  const groups = failures
    .map(({ issue, reason, vectors }) => ({ issue, reason, vectors: [...new Set(vectors)].sort(order) }))
    .sort((a, b) => order(a.issue, b.issue) || order(a.reason, b.reason))
  return `${HEAD}${stringify({ implementation, failures: groups }, { lineWidth: 0 })}`
}
