import { excerpt, ValueError, type ValueType } from "./valueType.js"

/** true or false. */
export const bool: ValueType<boolean> = {
  describe: { kind: "boolean" },
  schema: { type: "boolean" },
  toJson: (value) => value,
  fromJson: (json, path = "value") => {
    if (typeof json !== "boolean") throw new ValueError(path, `${excerpt(json)} is neither true nor false`)
    return json
  },
}

/** Text. */
export const text: ValueType<string> = {
  describe: { kind: "text" },
  schema: { type: "string" },
  toJson: (value) => value,
  fromJson: (json, path = "value") => {
    if (typeof json !== "string") throw new ValueError(path, `${excerpt(json)} is not text`)
    return json
  },
}

/** The absence of a value: the result of a function that only succeeds or refuses. Its JSON form is null. */
export const nothing: ValueType<undefined> = {
  describe: { kind: "nothing" },
  schema: { type: "null" },
  toJson: () => null,
  fromJson: (json, path = "value") => {
    if (json !== null) throw new ValueError(path, `${excerpt(json)} stands where null is expected`)
    return undefined
  },
}

/** One of several words. */
export function choice<const Options extends readonly [string, ...string[]]>(
  ...options: Options
): ValueType<Options[number]> {
  return {
    describe: { kind: "choice", options },
    schema: { enum: options },
    toJson: (value) => value,
    fromJson: (json, path = "value") => {
      const found = options.find((option) => option === json)
      if (found === undefined) throw new ValueError(path, `${excerpt(json)} is none of ${options.join(", ")}`)
      return found
    },
  }
}
