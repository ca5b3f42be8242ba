/** The signals that ask a program to end, with the exit status that says so. */
export const ENDING_SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

export type EndingSignal = keyof typeof ENDING_SIGNALS

let isWatching = false
let onFirst: ((signal: EndingSignal) => void) | undefined

function heed(signal: EndingSignal): void {
  const handle = onFirst
  onFirst = undefined
  if (handle === undefined) process.exit(ENDING_SIGNALS[signal])
  handle(signal)
}

/** From now on a signal ends this process by way of `exit`, so that those who clean up then get to do so. */
export function endBySignal(): void {
  if (isWatching) return
  isWatching = true
  process.on("SIGINT", heed)
  process.on("SIGTERM", heed)
  process.on("SIGHUP", heed)
}

/** Lets something that can be broken off have the first signal; the second ends this process. Gives what undoes it. */
export function heedFirstSignal(handle: (signal: EndingSignal) => void): () => void {
  endBySignal()
  onFirst = handle
  return () => {
    onFirst = undefined
  }
}
