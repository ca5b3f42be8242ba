import { createRequire } from "node:module"
import type { Json } from "../../reference/interface/valueType.js"

// The library's declarations describe an ES module, and it is none: required, it has the type that it says.
const canonicalize: (value: unknown) => string | undefined = createRequire(import.meta.url)("canonicalize")

/** The canonical text of a JSON value (RFC 8785): equal values have equal texts. Nothing has the empty text. */
export function canonicalJson(value: Json | undefined): string {
  return canonicalize(value) ?? ""
}
