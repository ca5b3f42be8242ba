import type { CallHandler } from "../state/dispatch.js"

/** The calls that this chapter serves. */
export const subnetsCalls: readonly CallHandler<unknown>[] = []
