import { type ModelSession, Unsupported } from "./modelSession.js"

/** A model of the fork, with an empty state. Throws an Unsupported for a fork without block step or calls. */
export function openSession(fork: string): ModelSession {
  throw new Unsupported(`the model has no block step and no calls for the fork ${fork}`)
}

/** The forks for which a session can be opened. */
export const forksWithSessions: readonly string[] = []
