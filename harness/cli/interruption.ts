import { ENDING_SIGNALS, type EndingSignal, heedFirstSignal } from "../transports/endingSignals.js"

/** That somebody wants a command to end before it is done. */
export interface Interruption {
  /** Aborts at the first signal, with the reason. */
  readonly signal: AbortSignal
  /** The exit status of a command that was interrupted; undefined while it is not. */
  readonly exitStatus: () => number | undefined
  /** From now on a signal ends the program at once. */
  readonly stop: () => void
}

/** Waits for Ctrl-C and its like while a command runs that can be broken off in good order. */
export function awaitInterruption(): Interruption {
  const controller = new AbortController()
  let interruptedBy: EndingSignal | undefined
  const stop = heedFirstSignal((signal) => {
    interruptedBy = signal
    process.stderr.write(`\nsubtensor-spec: breaking off at ${signal}; the next one ends the program at once\n`)
    controller.abort(new Error(`interrupted by ${signal}`))
  })
  const exitStatus = () => (interruptedBy === undefined ? undefined : ENDING_SIGNALS[interruptedBy])
  return { signal: controller.signal, exitStatus, stop }
}
