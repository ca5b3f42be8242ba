import type { RecordedResult } from "./recording.js"

/** The names by which recordings know errors that the chain's metadata calls otherwise. */
const RECORDED_NAMES: ReadonlyMap<string, string> = new Map([
  ["Token.FundsUnavailable", "Token.NoFunds"],
  ["Token.OnlyProvider", "Token.WouldDie"],
])

/** The chain's names by every other name that client libraries have for them. */
const CHAIN_NAMES: ReadonlyMap<string, string> = new Map([
  ...[...RECORDED_NAMES].map(([chain, recorded]) => [recorded, chain] as const),
  ["Token.Underflow", "Token.CannotCreateHold"],
  ["Token.Overflow", "Token.NotExpendable"],
])

/** A result with the error under the name that recordings give it. */
export function inRecordedNames(result: RecordedResult): RecordedResult {
  return result === "ok" ? result : { error: RECORDED_NAMES.get(result.error) ?? result.error }
}

/** A result as one word: "ok", or the error under the chain's name. */
export function resultName(result: RecordedResult): string {
  return result === "ok" ? result : (CHAIN_NAMES.get(result.error) ?? result.error)
}
