import fc from "fast-check"
import type { Json, TypeDescription } from "../../reference/interface/valueType.js"

/** What values are drawn from before any value at all. */
export interface Familiar {
  /** Accounts, for bytes as long as one. */
  readonly accounts: readonly string[]
  /** Values of fields by what their names contain; the first that matches counts. */
  readonly fields: readonly (readonly [name: RegExp, values: readonly string[]])[]
}

const DIGITS_OF_AMOUNTS = 18
const LONGEST = 5
const BYTES_OF_AN_ACCOUNT = 32

/** JSON forms of values of a type: small numbers, round amounts and the bounds more often than others. */
export function arbitraryValue(type: TypeDescription, familiar: Familiar): fc.Arbitrary<Json> {
  const inner = (of: TypeDescription) => arbitraryValue(of, familiar)
  switch (type.kind) {
    case "integer":
      return integers(type.min ?? -(2n ** 128n), type.max ?? 2n ** 128n)
    case "fixed":
      return type.signed
        ? integers(-(2n ** BigInt(type.bits - 1)), 2n ** BigInt(type.bits - 1) - 1n)
        : integers(0n, 2n ** BigInt(type.bits) - 1n)
    case "perquintill":
      return integers(0n, 10n ** 18n)
    case "boolean":
      return fc.boolean()
    case "text":
      return fc.string({ maxLength: LONGEST })
    case "bytes":
      return bytes(type.length, familiar)
    case "nothing":
      return fc.constant(null)
    case "choice":
      return fc.constantFrom(...type.options)
    case "optional":
      return fc.option(inner(type.of), { nil: null })
    case "vector":
      return fc.array(inner(type.of), { maxLength: LONGEST })
    case "tuple":
      return fc.tuple(...type.of.map(inner))
    case "struct":
      return fc.record(mapped(type.fields, (of, name) => field(name, of, familiar)))
    case "union":
      return fc.oneof(...Object.entries(type.alternatives).map(([name, of]) => fc.record({ [name]: inner(of) })))
  }
}

function mapped<From, To>(
  fields: { readonly [name: string]: From },
  to: (of: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, to(of, name)]))
}

function field(name: string, type: TypeDescription, familiar: Familiar): fc.Arbitrary<Json> {
  const any = arbitraryValue(type, familiar)
  const values = familiar.fields.find(([part]) => part.test(name))?.[1]
  const isPlain = type.kind === "integer" || type.kind === "bytes"
  return values === undefined || !isPlain ? any : mostly(values, any)
}

function mostly(values: readonly string[], any: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: any })
}

/** Decimal strings within bounds. */
function integers(least: bigint, most: bigint): fc.Arbitrary<string> {
  const within = (value: bigint) => (value < least ? least : value > most ? most : value)
  const small = fc.bigInt(0n, 5n)
  const amount = fc
    .tuple(fc.bigInt(1n, 999n), fc.nat({ max: DIGITS_OF_AMOUNTS - 3 }))
    .map(([digits, zeros]) => digits * 10n ** BigInt(zeros))
  return fc
    .oneof(
      { weight: 5, arbitrary: small },
      { weight: 4, arbitrary: amount },
      { weight: 1, arbitrary: fc.constantFrom(least, most, most / 2n) },
      { weight: 1, arbitrary: fc.bigInt(least, most) },
    )
    .map((value) => within(value).toString())
}

function bytes(length: number | undefined, { accounts }: Familiar): fc.Arbitrary<Json> {
  const limits = length === undefined ? { maxLength: LONGEST } : { minLength: length, maxLength: length }
  const any = fc.uint8Array(limits).map((drawn) => `0x${Buffer.from(drawn).toString("hex")}`)
  return length === BYTES_OF_AN_ACCOUNT ? mostly(accounts, any) : any
}
