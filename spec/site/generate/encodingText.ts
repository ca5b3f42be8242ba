import type { Encoding } from "../../../reference/state/encoding.js"

const MOST_VARIANTS = 12

function listed(parts: readonly string[]): string {
  return parts.join(", ")
}

function variantText({ name, payload }: { readonly name: string; readonly payload: Encoding }): string {
  const text = encodingText(payload)
  return text === "()" ? name : `${name}(${text})`
}

/** How a type's bytes lie, in the words of Rust: `Vec<(u16, u16)>`. */
export function encodingText(encoding: Encoding): string {
  switch (encoding.kind) {
    case "primitive":
      return encoding.name
    case "compact":
      return `Compact<${encodingText(encoding.of)}>`
    case "vector":
      return encodingText(encoding.of) === "u8" ? "bytes" : `Vec<${encodingText(encoding.of)}>`
    case "array":
      return `[${encodingText(encoding.of)}; ${encoding.length}]`
    case "option":
      return `Option<${encodingText(encoding.of)}>`
    case "tuple":
      return `(${listed(encoding.of.map(encodingText))})`
    case "struct":
      return `{ ${listed(encoding.fields.map(({ name, encoding: of }) => `${name}: ${encodingText(of)}`))} }`
    case "enumeration":
      return enumerationText(encoding.variants)
  }
}

function enumerationText(variants: Extract<Encoding, { kind: "enumeration" }>["variants"]): string {
  const shown = variants.slice(0, MOST_VARIANTS).map(variantText)
  const rest = variants.length - shown.length
  return [...shown, ...(rest > 0 ? [`… ${rest} more`] : [])].join(" | ")
}

/** The fields of a call's arguments or of an event, each with its type. */
export function fieldTexts(encoding: Encoding): readonly { readonly name: string; readonly type: string }[] {
  if (encoding.kind === "struct")
    return encoding.fields.map(({ name, encoding: of }) => ({ name, type: encodingText(of) }))
  const text = encodingText(encoding)
  return text === "()" ? [] : [{ name: "", type: text }]
}
