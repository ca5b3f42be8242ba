import { join } from "node:path"
import { isJsonObject, type Json, type JsonObject } from "../../reference/interface/valueType.js"
import type { ErrorPair } from "./callChecks.js"
import { filesWithBlocks, listAt, readJson } from "./vectorFiles.js"

/** What vectors show of the refusals of a call: the vectors whose last step makes it. */
export interface ShownRefusals {
  /** The errors of vectors that break one rule of an accepted one. */
  readonly errors: ReadonlySet<string>
  /** What vectors break together, the error that is given first. */
  readonly pairs: readonly ErrorPair[]
}

/** The refusals that a fork's vectors below a folder show, by `Pallet.name`. */
export function shownRefusals(folder: string, fork: string): ReadonlyMap<string, ShownRefusals> {
  const shown = new Map<string, { readonly errors: Set<string>; readonly pairs: ErrorPair[] }>()
  for (const vector of filesWithBlocks(folder, fork).flatMap((path) =>
    listAt(readJson(join(folder, path)), "vectors"),
  )) {
    const call = isJsonObject(vector) ? lastCall(vector) : undefined
    if (call === undefined || !isJsonObject(vector)) continue
    const ofCall = shown.get(call) ?? { errors: new Set(), pairs: [] }
    shown.set(call, ofCall)
    const error = lastError(vector)
    if (vector.refusal !== undefined && error !== undefined) ofCall.errors.add(error)
    ofCall.pairs.push(...pairOf(vector))
  }
  return shown
}

function lastCall(vector: JsonObject): string | undefined {
  const step = listAt(vector.input ?? null, "steps").at(-1)
  return step !== undefined && isJsonObject(step) && isJsonObject(step.call ?? null)
    ? Object.keys(step.call ?? {})[0]
    : undefined
}

function lastError(vector: JsonObject): string | undefined {
  const step = listAt(vector.expect ?? null, "steps").at(-1) ?? null
  const result: Json = isJsonObject(step) ? (step.result ?? null) : null
  return isJsonObject(result) && typeof result.error === "string" ? result.error : undefined
}

function pairOf({ precedence }: JsonObject): readonly ErrorPair[] {
  const [first, second] = listAt(precedence ?? null, "breaks")
  return typeof first === "string" && typeof second === "string" ? [{ first, second }] : []
}
