/** A part of an address that does not stand for a case. Its message is for the reader. */
export class AddressError extends Error {}

/** How one value of a case is written in the address. */
export interface Field<T> {
  readonly encode: (value: T) => string
  /** The value that the text stands for. Throws an AddressError that says what is wrong with the text. */
  readonly decode: (text: string) => T
}

const WHOLE = /^(?:0|-?[1-9][0-9]*)$/
/** The longest text that is read as a number; no bound of a field has as many digits. */
const LONGEST_NUMBER = 40

/** A whole number from `least` to `most`. */
export function whole(least: bigint, most: bigint): Field<bigint> {
  return {
    encode: String,
    decode(text) {
      if (text.length > LONGEST_NUMBER || !WHOLE.test(text)) throw new AddressError("is not a whole number")
      const value = BigInt(text)
      if (value < least) throw new AddressError(`is below ${least}`)
      if (value > most) throw new AddressError(`is above ${most}`)
      return value
    },
  }
}

/** One of a few words. */
export function choice<const Word extends string>(words: readonly Word[]): Field<Word> {
  return {
    encode: (word) => word,
    decode(text) {
      const found = words.find((word) => word === text)
      if (found === undefined) throw new AddressError(`is none of ${words.join(", ")}`)
      return found
    },
  }
}

/** Yes or no, written 1 or 0. */
export const flag: Field<boolean> = {
  encode: (value) => (value ? "1" : "0"),
  decode(text) {
    if (text !== "0" && text !== "1") throw new AddressError("is neither 0 nor 1")
    return text === "1"
  },
}

/** Values one after the other, with a separator that the address need not markup and the values do not contain. */
export function list<T>(of: Field<T>, separator: "." | "_", least: number, most: number): Field<readonly T[]> {
  return {
    encode: (values) => values.map(of.encode).join(separator),
    decode(text) {
      const parts = text.split(separator)
      if (parts.length < least || parts.length > most) {
        throw new AddressError(`has ${parts.length} parts, not from ${least} to ${most}`)
      }
      return parts.map((part) => decodePart(of, part))
    },
  }
}

function decodePart<T>(of: Field<T>, part: string): T {
  try {
    return of.decode(part)
  } catch (thrown) {
    if (thrown instanceof AddressError) throw new AddressError(`has "${excerpt(part)}", which ${thrown.message}`)
    throw thrown
  }
}

/** The beginning of a text, for a message. */
export function excerpt(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}
