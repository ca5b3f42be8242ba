import type { ModelSession } from "../../../reference/interface/modelSession.js"
import { openSession } from "../../../reference/interface/openSession.js"

const sessions = new Map<string, ModelSession>()

/** The model of a fork, opened once. Load a state before asking it anything. */
export function sessionOf(fork: string): ModelSession {
  const open = sessions.get(fork) ?? openSession(fork)
  sessions.set(fork, open)
  return open
}
