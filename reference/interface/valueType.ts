/** Any JSON value, immutable. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object, immutable. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** A JSON Schema (dialect 2020-12) as plain data. */
export type JsonSchema = JsonObject

/** What a value is, as data: enough to print it, to compare it and to document it. */
export type TypeDescription =
  | { readonly kind: "integer"; readonly name: string; readonly min?: bigint; readonly max?: bigint }
  | {
      readonly kind: "fixed"
      readonly name: string
      readonly signed: boolean
      readonly bits: number
      readonly fractionBits: number
    }
  | { readonly kind: "perquintill" }
  | { readonly kind: "boolean" }
  | { readonly kind: "text" }
  | { readonly kind: "bytes"; readonly name: string; readonly length?: number }
  | { readonly kind: "nothing" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "optional"; readonly of: TypeDescription }
  | { readonly kind: "vector"; readonly of: TypeDescription }
  | { readonly kind: "tuple"; readonly of: readonly TypeDescription[] }
  | { readonly kind: "struct"; readonly fields: { readonly [name: string]: TypeDescription } }
  | { readonly kind: "union"; readonly alternatives: { readonly [name: string]: TypeDescription } }

/** A type of the model together with its one JSON form. */
export interface ValueType<T> {
  /** What the type is, as data. */
  readonly describe: TypeDescription
  /** The schema that every JSON form of the type satisfies. */
  readonly schema: JsonSchema
  /** The JSON form of a value. */
  toJson(value: T): Json
  /** The value of a JSON form. Throws a ValueError that names `path` when the form is not of this type. */
  fromJson(json: Json, path?: string): T
}

/** The TypeScript type that a value type describes. */
export type ValueOf<V> = V extends ValueType<infer T> ? T : never

/** A JSON form that is not of the type it should be of. */
export class ValueError extends Error {
  readonly path: string

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`)
    this.name = "ValueError"
    this.path = path
  }
}

/** Whether a JSON value is an object, and neither a list nor null. */
export function isJsonObject(json: Json | undefined): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json)
}

/** Whether a JSON value is a list. */
export function isJsonList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json)
}

/** A short rendering of any JSON value, for messages. */
export function excerpt(json: Json | undefined): string {
  const text = JSON.stringify(json) ?? "nothing"
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
