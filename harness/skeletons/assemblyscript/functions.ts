import { Json } from "./json/json"

/** numbers.u64.saturatingAdd: the sum, or the largest u64 where that is less. */
function saturatingAdd(given: Json): Json {
  // Not written yet. Integers come and go as decimal strings: unsigned(given, "a"), ok(total.toString()).
  return Json.object().with("error", Json.text("Mine.NotWrittenYet"))
}

/** A u64 of the input. */
function unsigned(given: Json, name: string): u64 {
  return U64.parseInt((given.field(name) as Json).text)
}

/** A number as the result. */
function ok(decimal: string): Json {
  return Json.object().with("ok", Json.text(decimal))
}

/** By their names, in the vectors' words. */
export const functions = new Map<string, (given: Json) => Json>()
functions.set("numbers.u64.saturatingAdd", saturatingAdd)
