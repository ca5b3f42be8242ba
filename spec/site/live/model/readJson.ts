import { isJsonList, isJsonObject, type Json } from "../../../../reference/interface/valueType.js"

/** An integer or the raw bits of a fixed-point number, from the decimal string that it is in JSON. */
export function integerIn(json: Json | undefined): bigint {
  if (typeof json !== "string") throw new TypeError("the model gave something else than an integer")
  return BigInt(json)
}

/** A field of an object. */
export function fieldIn(json: Json | undefined, name: string): Json {
  const value = isJsonObject(json) ? json[name] : undefined
  if (value === undefined) throw new TypeError(`the model gave nothing called ${name}`)
  return value
}

/** The elements of a list. */
export function listIn(json: Json | undefined): readonly Json[] {
  if (!isJsonList(json)) throw new TypeError("the model gave something else than a list")
  return json
}
