import type { EncodedField, EncodedVariant, Encoding } from "../../../reference/state/encoding.js"
import { encodingText } from "./encodingText.js"

/** A place inside a type at which two encodings part. What one side lacks is undefined. */
export interface EncodingDifference {
  /** Where inside the type: `data.flags`, `[].1`, `Paused`; empty for the type itself. */
  readonly place: string
  readonly declared: string | undefined
  readonly found: string | undefined
}

type Named = EncodedField | EncodedVariant

function below(place: string, part: string): string {
  return place === "" ? part : `${place}.${part}`
}

function whole(place: string, declared: Encoding, found: Encoding): readonly EncodingDifference[] {
  return [{ place, declared: encodingText(declared), found: encodingText(found) }]
}

/** Where two encodings part, innermost places first found; none when the same bytes mean the same on both sides. */
export function encodingDifferences(declared: Encoding, found: Encoding, place = ""): readonly EncodingDifference[] {
  switch (declared.kind) {
    case "primitive":
      return found.kind === "primitive" && found.name === declared.name ? [] : whole(place, declared, found)
    case "compact":
    case "vector":
    case "option":
      if (found.kind !== declared.kind) return whole(place, declared, found)
      return encodingDifferences(declared.of, found.of, below(place, declared.kind === "vector" ? "[]" : declared.kind))
    case "array":
      if (found.kind !== "array" || found.length !== declared.length) return whole(place, declared, found)
      return encodingDifferences(declared.of, found.of, below(place, "[]"))
    case "tuple":
      if (found.kind !== "tuple" || found.of.length !== declared.of.length) return whole(place, declared, found)
      return declared.of.flatMap((part, index) =>
        encodingDifferences(part, found.of[index] ?? part, below(place, String(index))),
      )
    case "struct":
      return found.kind === "struct"
        ? structDifferences(place, declared.fields, found.fields)
        : whole(place, declared, found)
    case "enumeration":
      return found.kind === "enumeration"
        ? variantDifferences(place, declared.variants, found.variants)
        : whole(place, declared, found)
  }
}

function structDifferences(
  place: string,
  declared: readonly EncodedField[],
  found: readonly EncodedField[],
): readonly EncodingDifference[] {
  const inside = paired(place, declared, found, (ours, theirs, at) =>
    encodingDifferences(ours.encoding, theirs.encoding, at),
  )
  if (inside.length > 0) return inside
  const orders = [declared, found].map((fields) => fields.map(({ name }) => name).join(", "))
  return orders[0] === orders[1] ? [] : [{ place, declared: `the order ${orders[0]}`, found: `the order ${orders[1]}` }]
}

function variantDifferences(
  place: string,
  declared: readonly EncodedVariant[],
  found: readonly EncodedVariant[],
): readonly EncodingDifference[] {
  return paired(place, declared, found, (ours, theirs, at) => [
    ...(ours.index === theirs.index
      ? []
      : [{ place: at, declared: `index ${ours.index}`, found: `index ${theirs.index}` }]),
    ...encodingDifferences(ours.payload, theirs.payload, at),
  ])
}

function textOf(part: Named): string {
  return "encoding" in part ? encodingText(part.encoding) : `index ${part.index}`
}

/** Goes through the parts of both sides by name; those that only one side has are differences. */
function paired<Part extends Named>(
  place: string,
  declared: readonly Part[],
  found: readonly Part[],
  compare: (ours: Part, theirs: Part, place: string) => readonly EncodingDifference[],
): readonly EncodingDifference[] {
  const theirs = new Map(found.map((part) => [part.name, part]))
  const ours = new Set(declared.map(({ name }) => name))
  const shared = declared.flatMap((part): readonly EncodingDifference[] => {
    const at = below(place, part.name)
    const other = theirs.get(part.name)
    return other === undefined ? [{ place: at, declared: textOf(part), found: undefined }] : compare(part, other, at)
  })
  const added = found.filter(({ name }) => !ours.has(name))
  return [
    ...shared,
    ...added.map((part) => ({ place: below(place, part.name), declared: undefined, found: textOf(part) })),
  ]
}
