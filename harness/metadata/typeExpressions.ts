import { FixedFormatNames } from "./fixedFormatNames.js"
import type { RuntimeMetadata, TypeMetadata } from "./runtimeMetadata.js"

/** A field of a structure, a call or an event. */
export interface Field {
  readonly name: string | undefined
  readonly type: number
  readonly typeName: string | undefined
}

const PRIMITIVES = new Set(["u8", "u16", "u32", "u64", "u128", "u256", "i16", "i32", "i64", "i128", "bool"])

/** Types whose declaration is written by hand, by the last part of their path. */
const WRITTEN_BY_HAND = new Map([
  ["AccountId32", "accountId"],
  ["H256", "hash"],
  ["Perquintill", "perquintill"],
])

/** Names of the chain's integer types that say what is counted, by the name a field gives its type. */
const UNITS = new Map([
  ["NetUid", "netUid"],
  ["NetUidStorageIndex", "netUidStorageIndex"],
  ["TaoBalance", "taoBalance"],
  ["AlphaBalance", "alphaBalance"],
  ["Vec<NetUid>", "vector(netUid)"],
  ["Vec<AlphaBalance>", "vector(alphaBalance)"],
  ["Option<NetUid>", "optional(netUid)"],
  ["Option<TaoBalance>", "optional(taoBalance)"],
])

const FIXED_FORMATS = new Map([
  ["U64F64", "u64f64"],
  ["U96F32", "u96f32"],
  ["I64F64", "i64f64"],
  ["I96F32", "i96f32"],
])

/**
 * Writes the types of a runtime's metadata as expressions over the builders of reference/state/scaleTypes.ts. Types
 * with a name become named constants, in an order in which each is declared before it is used.
 */
export class TypeExpressions {
  readonly #lookup: readonly TypeMetadata[]
  readonly #named = new Map<number, string>()
  readonly #declarations = new Map<string, string>()
  readonly #calls: number
  readonly #formats: FixedFormatNames

  constructor(metadata: RuntimeMetadata) {
    this.#lookup = metadata.lookup
    this.#formats = new FixedFormatNames(metadata)
    this.#calls = metadata.lookup.findIndex((type) => type.path.at(-1) === "RuntimeCall")
  }

  /** The named constants that the expressions so far refer to, in order. */
  declarations(): ReadonlyMap<string, string> {
    return this.#declarations
  }

  #type(id: number): TypeMetadata {
    const type = this.#lookup[id]
    if (type === undefined) throw new RangeError(`the metadata has no type ${id}`)
    return type
  }

  /** The variants of an enumeration, such as a pallet's calls. */
  variants(id: number): readonly { name: string; index: number; fields: readonly Field[] }[] {
    const { def } = this.#type(id)
    if (def.tag !== "variant") throw new RangeError(`type ${id} is not an enumeration`)
    return def.value.map(({ name, index, fields }) => ({ name, index, fields: fields.map(plainField) }))
  }

  /** The expression of a type; `typeName` is what the field that has it calls it. */
  expression(id: number, typeName?: string): string {
    const unit = UNITS.get(typeName ?? "")
    if (unit !== undefined) return unit
    if (id === this.#calls) return "runtimeCall"
    const known = this.#named.get(id)
    if (known !== undefined) return known
    const type = this.#type(id)
    const last = type.path.at(-1)
    const byHand = WRITTEN_BY_HAND.get(last ?? "")
    if (byHand !== undefined) return byHand
    const body = this.#body(type)
    return last === undefined || !isWorthAName(body) ? body : this.#declare(id, type, body)
  }

  #declare(id: number, type: TypeMetadata, body: string): string {
    const name = this.#freeName(type.path)
    this.#named.set(id, name)
    this.#declarations.set(name, body)
    return name
  }

  #freeName(path: readonly string[]): string {
    const words = path.map((word) => word.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))
    const last = words.at(-1) ?? "type"
    const short = last.charAt(0).toLowerCase() + last.slice(1)
    const long = `${(words[0] ?? "").replace(/^pallet/, "").replace(/^./, (c) => c.toLowerCase())}${last}`
    return [short, long, `${long}2`, `${long}3`, `${long}4`].find((name) => !this.#declarations.has(name)) ?? long
  }

  #body(type: TypeMetadata): string {
    const { def } = type
    switch (def.tag) {
      case "primitive":
        return this.#primitive(def.value.tag)
      case "compact":
        return this.#compact(def.value)
      case "sequence":
        return this.#isByte(def.value) ? "bytes" : `vector(${this.expression(def.value)})`
      case "array":
        return this.#array(def.value.type, def.value.len)
      case "tuple":
        return def.value.length === 0 ? "unit" : `tuple(${def.value.map((id) => this.expression(id)).join(", ")})`
      case "composite":
        return this.#composite(type, def.value.map(plainField))
      case "variant":
        return this.#variant(type)
      default:
        throw new RangeError(`a type of kind ${def.tag} has no counterpart`)
    }
  }

  #primitive(tag: string): string {
    if (tag === "str") return "bytes"
    if (!PRIMITIVES.has(tag)) throw new RangeError(`the primitive ${tag} has no counterpart`)
    return tag
  }

  #compact(id: number): string {
    const inner = this.expression(id)
    if (inner === "unit") return "unit"
    return ["u8", "u16", "u32"].includes(inner)
      ? `compactNumber(${inner})`
      : `compactBigint(${inner}, (value) => value)`
  }

  #isByte(id: number): boolean {
    const { def } = this.#type(id)
    return def.tag === "primitive" && def.value.tag === "u8"
  }

  #array(id: number, length: number): string {
    if (!this.#isByte(id)) return `fixedVector(${this.expression(id)}, ${length})`
    return `bytesOf(${length})`
  }

  #composite(type: TypeMetadata, fields: readonly Field[]): string {
    if (type.path[0] === "substrate_fixed") return this.#fixedFormat(type)
    const [only] = fields
    if (fields.length === 1 && only !== undefined && only.name === undefined) return this.expression(only.type)
    return this.fields(fields)
  }

  /** The expressions of the elements of a tuple. */
  tupleElements(id: number): readonly string[] {
    const { def } = this.#type(id)
    return def.tag === "tuple" ? def.value.map((element) => this.expression(element)) : [this.expression(id)]
  }

  /** The expression of a row of fields: a structure if they have names, else a tuple, the one field, or nothing. */
  fields(fields: readonly Field[]): string {
    const [first] = fields
    if (first === undefined) return "unit"
    const expressions = fields.map(({ type, typeName }) => this.expression(type, typeName))
    if (first.name === undefined) return fields.length === 1 ? expressions.join() : `tuple(${expressions.join(", ")})`
    return `struct({ ${fields.map(({ name }, index) => `${name}: ${expressions[index]}`).join(", ")} })`
  }

  #fixedFormat(type: TypeMetadata): string {
    const name = this.#formats.of(type)
    const format = FIXED_FORMATS.get(name ?? "")
    if (format === undefined) throw new RangeError(`the fixed-point format ${name} has no counterpart`)
    return format
  }

  #variant(type: TypeMetadata): string {
    const { def, path } = type
    if (def.tag !== "variant") throw new RangeError("not an enumeration")
    if (path[0] === "Option") return `optional(${this.expression(def.value[1]?.fields[0]?.type ?? 0)})`
    if (def.value.length === 0) return "unit"
    if (def.value.every(({ fields }) => fields.length === 0)) {
      const indices = def.value.map(({ name, index }) => `${name}: ${index}`).join(", ")
      return `choice({ ${indices} }, ${def.value.map(({ name }) => `"${name}"`).join(", ")})`
    }
    const rows = def.value.map(
      ({ name, index, fields }) => `${name}: [${index}, ${this.fields(fields.map(plainField))}]`,
    )
    return `taggedUnion({ ${rows.join(", ")} })`
  }
}

function isWorthAName(body: string): boolean {
  return /^(struct|taggedUnion|choice)\(/.test(body)
}

function plainField(field: { name: string | undefined; type: number; typeName: string | undefined }): Field {
  return { name: field.name, type: field.type, typeName: field.typeName }
}
