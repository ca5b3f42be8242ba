/**
 * The chain's code stopped where it must not: a division by zero in plain arithmetic, say. On chain the block or call
 * that does this cannot be executed at all; it is not a refusal, which has an error name.
 */
export class RuntimePanic extends Error {
  override readonly name = "RuntimePanic"
}

/** Ends the computation as the chain's runtime ends it: with a panic. */
export function panic(reason: string): never {
  throw new RuntimePanic(reason)
}
