import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import { isJsonObject, type Json } from "../../../reference/interface/valueType.js"
import knownValues from "../../../reference/numbers/knownValues.json" with { type: "json" }
import type { KnownCase } from "../functions/functionCases.js"

/** For each function rows of its arguments and, last, what the chain's own libraries gave for them. */
const TABLE: ReadonlyMap<string, readonly (readonly Json[])[]> = new Map(Object.entries(knownValues))

function expectation(answer: Json): KnownCase["expect"] {
  return isJsonObject(answer) && answer.error === "panic" ? { error: "panic" } : { ok: answer }
}

/** What the chain's libraries gave for the function. */
export function knownCases({ name, parameters }: PublicFunction): readonly KnownCase[] {
  const names = Object.keys(parameters)
  return (TABLE.get(name) ?? []).map((row, index) => ({
    name: `known-${index}`,
    input: Object.fromEntries(names.map((parameter, place) => [parameter, row[place] ?? null])),
    expect: expectation(row[names.length] ?? null),
  }))
}
