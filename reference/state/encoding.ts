/** How the values of a type lie in SCALE bytes, as data: enough to tell whether two types have the same bytes. */
export type Encoding =
  /** A type without parts, by its name on the chain: `u64`, `bool`, `U64F64`, `Perquintill`, `RuntimeCall`. */
  | { readonly kind: "primitive"; readonly name: string }
  | { readonly kind: "compact"; readonly of: Encoding }
  | { readonly kind: "vector"; readonly of: Encoding }
  | { readonly kind: "array"; readonly of: Encoding; readonly length: number }
  | { readonly kind: "option"; readonly of: Encoding }
  | { readonly kind: "tuple"; readonly of: readonly Encoding[] }
  | { readonly kind: "struct"; readonly fields: readonly EncodedField[] }
  | { readonly kind: "enumeration"; readonly variants: readonly EncodedVariant[] }

/** A field of a structure, in its place. */
export interface EncodedField {
  readonly name: string
  readonly encoding: Encoding
}

/** An alternative of an enumeration: the byte that announces it, and what follows. */
export interface EncodedVariant {
  readonly name: string
  readonly index: number
  readonly payload: Encoding
}

export function primitiveEncoding(name: string): Encoding {
  return { kind: "primitive", name }
}

export function compactEncoding(of: Encoding): Encoding {
  return { kind: "compact", of }
}

export function vectorEncoding(of: Encoding): Encoding {
  return { kind: "vector", of }
}

export function arrayEncoding(of: Encoding, length: number): Encoding {
  return { kind: "array", of, length }
}

export function optionEncoding(of: Encoding): Encoding {
  return { kind: "option", of }
}

export function tupleEncoding(of: readonly Encoding[]): Encoding {
  return { kind: "tuple", of }
}

/** A structure; one without fields has no bytes, as the empty tuple. */
export function structEncoding(fields: readonly EncodedField[]): Encoding {
  return fields.length === 0 ? emptyEncoding : { kind: "struct", fields }
}

export function enumerationEncoding(variants: readonly EncodedVariant[]): Encoding {
  return { kind: "enumeration", variants }
}

/** No bytes at all. */
export const emptyEncoding: Encoding = tupleEncoding([])

/** Bytes of any length. */
export const byteVectorEncoding: Encoding = vectorEncoding(primitiveEncoding("u8"))
