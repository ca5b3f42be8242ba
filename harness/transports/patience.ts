import { setTimeout as pause } from "node:timers/promises"
import { BrokenConnection, problemOf } from "./connection.js"

/** How long to wait before each further attempt, in milliseconds. */
const PAUSES = [100, 400, 1_500]

/** Nobody listens at an address: nothing was sent, so there is no harm in another attempt. */
export class NobodyThere extends BrokenConnection {}

/** Tries again for a while when nobody is there: a server may be about to start, or to start anew. */
export async function patiently<T>(attempt: () => Promise<T>, closing: AbortSignal): Promise<T> {
  for (const milliseconds of PAUSES) {
    try {
      return await attempt()
    } catch (thrown) {
      if (!(thrown instanceof NobodyThere)) throw thrown
    }
    await pause(milliseconds, undefined, { signal: closing }).catch(() => undefined)
  }
  return attempt()
}

/** What went wrong, which some libraries hide one level down. */
export function rootOf(thrown: unknown): unknown {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return rootOf(thrown.errors[0])
  return thrown instanceof Error && thrown.cause instanceof Error ? rootOf(thrown.cause) : thrown
}

/** That an address could not be reached; a NobodyThere when nobody listens there. */
export function unreachable(url: string, thrown: unknown): BrokenConnection {
  const root = rootOf(thrown)
  const problem = `${url} cannot be reached: ${problemOf(root)}`
  const isRefused = root instanceof Error && "code" in root && root.code === "ECONNREFUSED"
  return isRefused ? new NobodyThere(problem) : new BrokenConnection(problem)
}
