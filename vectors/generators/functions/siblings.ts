import type { JsonObject } from "../../../reference/interface/valueType.js"
import { canonicalJson } from "../canonicalJson.js"
import type { Draft } from "./draft.js"

/** The names of the inputs in which two inputs of one function differ. */
export function differingInputs(a: JsonObject, b: JsonObject): readonly string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].filter((name) => canonicalJson(a[name]) !== canonicalJson(b[name]))
}

/** The first accepted case that differs from a refused one in a single input, and that input. */
export function acceptedSibling(
  refused: Pick<Draft, "input">,
  drafts: readonly Draft[],
): { readonly accepted: Draft; readonly differs: string } | undefined {
  for (const accepted of drafts) {
    if ("error" in accepted.answer) continue
    const [differs, ...more] = differingInputs(refused.input, accepted.input)
    if (differs !== undefined && more.length === 0) return { accepted, differs }
  }
  return undefined
}
