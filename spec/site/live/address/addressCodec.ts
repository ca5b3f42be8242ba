import { AddressError, excerpt, type Field } from "./field.js"

/** How the case that a page shows is written in the query of its address. */
export interface AddressCodec<Case> {
  readonly initial: Case
  readonly encode: (shown: Case) => string
  /**
   * The case of a query; what the query leaves out is as in the initial case, and what the codec does not know is
   * ignored. Throws an AddressError that names the part that is wrong.
   */
  readonly decode: (query: string) => Case
}

/**
 * A codec with a field for each value of a case.
 *
 * @param check throws an AddressError where values that are right one by one do not go together
 */
export function addressCodec<Case extends object>(
  fields: { readonly [Name in keyof Case]: Field<Case[Name]> },
  initial: Case,
  check: (decoded: Case) => void = () => {},
): AddressCodec<Case> {
  const names = namesOf(fields)
  return {
    initial,
    encode(shown) {
      const query = new URLSearchParams()
      for (const name of names) query.set(name, fields[name].encode(shown[name]))
      return query.toString()
    },
    decode(query) {
      const parameters = new URLSearchParams(query)
      const decoded: { -readonly [Name in keyof Case]: Case[Name] } = { ...initial }
      for (const name of names) decoded[name] = decodeParameter(fields[name], name, parameters) ?? initial[name]
      check(decoded)
      return decoded
    },
  }
}

function namesOf<Case extends object>(fields: { readonly [Name in keyof Case]: unknown }): (keyof Case & string)[] {
  const names: (keyof Case & string)[] = []
  for (const name in fields) names.push(name)
  return names
}

function decodeParameter<T>(field: Field<T>, name: string, parameters: URLSearchParams): T | undefined {
  const text = parameters.get(name)
  if (text === null) return undefined
  try {
    return field.decode(text)
  } catch (thrown) {
    if (thrown instanceof AddressError) throw new AddressError(`${name}=${excerpt(text)} ${thrown.message}`)
    throw thrown
  }
}
