import { brand } from "../numbers/brand.js"
import type { Perquintill } from "../numbers/perquintill.js"
import type { AccountId, AlphaBalance, Hash, NetUid, TaoBalance } from "../state/primitives.js"
import { struct } from "./compositeTypes.js"
import { boundedBigint, boundedNumber, i64, u128 } from "./integerTypes.js"
import { excerpt, type Json, ValueError, type ValueType } from "./valueType.js"

const U64_MAX = (1n << 64n) - 1n
const HEX = /^0x(?:[0-9a-f]{2})*$/

/** What a value type needs to know of a fixed-point format. */
export interface FormatOfBits<T extends bigint> {
  readonly name: string
  readonly signed: boolean
  readonly bits: number
  readonly fractionBits: number
  readonly MIN: T
  readonly MAX: T
  fromBits(raw: bigint): T
}

/** A fixed-point number. Its JSON form is its raw bits, read as an integer, in decimal. */
export function fixed<T extends bigint>(format: FormatOfBits<T>): ValueType<T> {
  const { name, signed, bits, fractionBits, MIN, MAX } = format
  return boundedBigint(`raw bits of ${name}`, MIN, MAX, (raw) => format.fromBits(raw), {
    kind: "fixed",
    name,
    signed,
    bits,
    fractionBits,
  })
}

/** A fraction from 0 to 1 in parts of 10^18. Its JSON form is the number of parts. */
export const perquintill: ValueType<Perquintill> = boundedBigint(
  "perquintill",
  0n,
  10n ** 18n,
  (parts) => brand<Perquintill>(parts),
  { kind: "perquintill" },
)

/** mantissa · 10^exponent, the number in which the share pool counts. */
export const safeFloat = struct({ mantissa: u128, exponent: i64 })

/** An amount of TAO in rao. */
export const taoBalance: ValueType<TaoBalance> = boundedBigint("u64", 0n, U64_MAX, (rao) => brand<TaoBalance>(rao))

/** An amount of a subnet's alpha in alpha rao. */
export const alphaBalance: ValueType<AlphaBalance> = boundedBigint("u64", 0n, U64_MAX, (rao) =>
  brand<AlphaBalance>(rao),
)

/** The number of a subnet. */
export const netUid: ValueType<NetUid> = boundedNumber("u16", 0n, 65_535n, (id) => brand<NetUid>(id))

function parseHex(json: Json, path: string, length?: number): string {
  if (typeof json !== "string" || !HEX.test(json)) {
    throw new ValueError(path, `${excerpt(json)} is not lower-case hexadecimal that starts with 0x`)
  }
  const size = json.length / 2 - 1
  if (length !== undefined && size !== length) throw new ValueError(path, `${size} bytes instead of ${length}`)
  return json
}

function hexOfLength<T extends string>(name: string, length: number, from: (hex: string) => T): ValueType<T> {
  return {
    describe: { kind: "bytes", name, length },
    schema: { type: "string", pattern: `^0x[0-9a-f]{${2 * length}}$`, description: name },
    toJson: (hex) => hex,
    fromJson: (json, path = "value") => from(parseHex(json, path, length)),
  }
}

/** The 32 bytes of an account, in lower-case hexadecimal. */
export const accountId: ValueType<AccountId> = hexOfLength("account", 32, (hex) => brand<AccountId>(hex))

/** The 32 bytes of a hash, in lower-case hexadecimal. */
export const hash: ValueType<Hash> = hexOfLength("hash", 32, (hex) => brand<Hash>(hex))

function toHex(value: Uint8Array): string {
  return `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}`
}

function ofHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 - 1 }, (_, index) =>
    Number.parseInt(hex.slice(2 + 2 * index, 4 + 2 * index), 16),
  )
}

/** Bytes, in lower-case hexadecimal. */
export const bytes: ValueType<Uint8Array> = {
  describe: { kind: "bytes", name: "bytes" },
  schema: { type: "string", pattern: "^0x(?:[0-9a-f]{2})*$" },
  toJson: toHex,
  fromJson: (json, path = "value") => ofHex(parseHex(json, path)),
}
