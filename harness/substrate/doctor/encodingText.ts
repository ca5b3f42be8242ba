import type { Encoding } from "../../../reference/state/encoding.js"

const PARTS_SHOWN = 6

function listed(parts: readonly string[]): string {
  if (parts.length <= PARTS_SHOWN) return parts.join(", ")
  return `${parts.slice(0, PARTS_SHOWN).join(", ")}, … ${parts.length - PARTS_SHOWN} more`
}

/** An encoding as a person reads it, in the notation of the chain's own language; long lists are cut. */
export function encodingText(encoding: Encoding): string {
  switch (encoding.kind) {
    case "primitive":
      return encoding.name
    case "compact":
      return `Compact<${encodingText(encoding.of)}>`
    case "vector":
      return `Vec<${encodingText(encoding.of)}>`
    case "array":
      return `[${encodingText(encoding.of)}; ${encoding.length}]`
    case "option":
      return `Option<${encodingText(encoding.of)}>`
    case "tuple":
      return `(${listed(encoding.of.map(encodingText))})`
    case "struct":
      return `{ ${listed(encoding.fields.map(({ name, encoding: of }) => `${name}: ${encodingText(of)}`))} }`
    case "enumeration":
      return `enum { ${listed(encoding.variants.map(({ name, index }) => `${name} = ${index}`))} }`
  }
}
