/** A way to an implementation: takes the text of one request at a time and gives the text of its answer. */
export interface Connection {
  /** Throws a BrokenConnection when no answer comes; the connection is of no use then. */
  exchange(message: string): Promise<string>
  /** Ends it at once, answer or not, and leaves nothing running. */
  close(): Promise<void>
}

/** The other side died, closed, sent too much or was never there. The message says which. */
export class BrokenConnection extends Error {
  constructor(problem: string) {
    super(problem)
    this.name = "BrokenConnection"
  }
}

/** What was wrong with whatever was thrown, in one line. */
export function problemOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
