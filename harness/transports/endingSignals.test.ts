import { afterEach, expect, it, vi } from "vitest"
import { type EndingSignal, endBySignal, heedFirstSignal } from "./endingSignals.js"

afterEach(() => {
  vi.restoreAllMocks()
})

class Exited extends Error {}

/** What a signal does: the status with which it ends the process, if it does. */
function statusAfter(signal: EndingSignal): number | undefined {
  const exit = vi.spyOn(process, "exit").mockImplementation(() => {
    throw new Exited()
  })
  try {
    process.emit(signal, signal)
  } catch (thrown) {
    if (!(thrown instanceof Exited)) throw thrown
  }
  const status = exit.mock.calls[0]?.[0]
  return status === undefined ? undefined : Number(status)
}

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s ends the process with status %i", (signal, status) => {
  endBySignal()
  expect(statusAfter(signal)).toBe(status)
})

it("the first signal goes to what can be broken off, the second ends the process", () => {
  const handle = vi.fn()
  heedFirstSignal(handle)
  expect(statusAfter("SIGTERM")).toBeUndefined()
  expect(handle).toHaveBeenCalledExactlyOnceWith("SIGTERM")
  expect(statusAfter("SIGINT")).toBe(130)
})

it("what is over has no say any more", () => {
  const handle = vi.fn()
  heedFirstSignal(handle)()
  expect(statusAfter("SIGINT")).toBe(130)
  expect(handle).not.toHaveBeenCalled()
})
