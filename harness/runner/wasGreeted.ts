import type { ImplementationResult } from "./result.js"

/** Whether the implementation answered the handshake: until then it goes by its target. */
export function wasGreeted({ name, target, version }: ImplementationResult): boolean {
  return name !== target || version !== "unknown"
}
