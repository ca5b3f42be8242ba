import {
  excerpt,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  type TypeDescription,
  ValueError,
  type ValueOf,
  type ValueType,
} from "./valueType.js"

/** Value types by field name. */
export type Fields = { readonly [name: string]: ValueType<unknown> }

/** The object that has a value for each of the fields. */
export type StructOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> }

/** The tuple that has a value for each of the types. */
export type TupleOf<Types extends readonly ValueType<unknown>[]> = { readonly [I in keyof Types]: ValueOf<Types[I]> }

/** A list of values of one type. */
export function vector<T>(of: ValueType<T>): ValueType<readonly T[]> {
  return {
    describe: { kind: "vector", of: of.describe },
    schema: { type: "array", items: of.schema },
    toJson: (values) => values.map((value) => of.toJson(value)),
    fromJson: (json, path = "value") => {
      if (!isJsonList(json)) throw new ValueError(path, `${excerpt(json)} is not a list`)
      return json.map((element, index) => of.fromJson(element, `${path}[${index}]`))
    },
  }
}

/** Rows of values of one type. Rows may differ in length, as the sparse matrices of consensus do. */
export function matrix<T>(of: ValueType<T>): ValueType<readonly (readonly T[])[]> {
  return vector(vector(of))
}

/** A value or `undefined`, whose JSON form is null. */
export function optional<T>(of: ValueType<T>): ValueType<T | undefined> {
  return {
    describe: { kind: "optional", of: of.describe },
    schema: { anyOf: [of.schema, { type: "null" }] },
    toJson: (value) => (value === undefined ? null : of.toJson(value)),
    fromJson: (json, path = "value") => (json === null ? undefined : of.fromJson(json, path)),
  }
}

function isTupleOf<Types extends readonly ValueType<unknown>[]>(
  values: unknown,
  types: Types,
): values is TupleOf<Types> {
  return Array.isArray(values) && values.length === types.length
}

/** A list of fixed length with a type for each place. */
export function tuple<const Types extends readonly ValueType<unknown>[]>(...types: Types): ValueType<TupleOf<Types>> {
  return {
    describe: { kind: "tuple", of: types.map((type) => type.describe) },
    schema: {
      type: "array",
      prefixItems: types.map((type) => type.schema),
      minItems: types.length,
      maxItems: types.length,
    },
    toJson: (values) => types.map((type, index) => type.toJson(values[index])),
    fromJson: (json, path = "value") => {
      if (!isJsonList(json)) throw new ValueError(path, `${excerpt(json)} is not a list`)
      if (json.length !== types.length) {
        throw new ValueError(path, `the list has ${json.length} elements instead of ${types.length}`)
      }
      const values = types.map((type, index) => type.fromJson(json[index] ?? null, `${path}[${index}]`))
      if (!isTupleOf(values, types)) throw new ValueError(path, "the list is incomplete")
      return values
    },
  }
}

function hasFields<F extends Fields>(value: unknown, fields: F): value is StructOf<F> {
  return typeof value === "object" && value !== null && Object.keys(fields).every((name) => Object.hasOwn(value, name))
}

function checkNames(json: { readonly [key: string]: Json }, fields: Fields, path: string): void {
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(json, name)) throw new ValueError(path, `"${name}" is missing`)
  }
  for (const name of Object.keys(json)) {
    if (!Object.hasOwn(fields, name)) {
      throw new ValueError(path, `"${name}" is not one of ${Object.keys(fields).join(", ") || "no fields at all"}`)
    }
  }
}

/** The type of an object with a type for each field. */
export interface StructType<F extends Fields> extends ValueType<StructOf<F>> {
  toJson(value: StructOf<F>): JsonObject
}

/** An object with a type for each field. No field may be missing and no other may be there. */
export function struct<F extends Fields>(fields: F): StructType<F> {
  const entries = Object.entries<ValueType<unknown>>(fields)
  const map = <R>(f: (type: ValueType<unknown>) => R) => entries.map(([name, type]): [string, R] => [name, f(type)])
  return {
    describe: { kind: "struct", fields: Object.fromEntries<TypeDescription>(map((type) => type.describe)) },
    schema: {
      type: "object",
      properties: Object.fromEntries(map((type) => type.schema)),
      required: Object.keys(fields),
      additionalProperties: false,
    },
    toJson: (value) => {
      const values = new Map<string, unknown>(Object.entries(value))
      return Object.fromEntries(entries.map(([name, type]): [string, Json] => [name, type.toJson(values.get(name))]))
    },
    fromJson: (json, path = "value") => {
      if (!isJsonObject(json)) throw new ValueError(path, `${excerpt(json)} is not an object`)
      checkNames(json, fields, path)
      const value = Object.fromEntries(
        entries.map(([name, type]) => [name, type.fromJson(json[name] ?? null, `${path}.${name}`)]),
      )
      if (!hasFields(value, fields)) throw new ValueError(path, "the object is incomplete")
      return value
    },
  }
}
