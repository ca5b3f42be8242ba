import type { RuntimeMetadata, TypeMetadata } from "../../metadata/runtimeMetadata.js"
import { optional, row, sequence, structure } from "./compositeCodecs.js"
import { choice, dotted, union } from "./enumerationCodecs.js"
import { byteArray, byteVector, compact, nothing, primitive } from "./plainCodecs.js"
import type { TypeCodec } from "./typeCodec.js"

type Field = { readonly name: string | undefined; readonly type: number }

/** Coders of the types that a chain's metadata describes, made when they are first wanted. */
export class TypeCodecs {
  readonly #lookup: readonly TypeMetadata[]
  readonly #dotted: ReadonlySet<number>
  readonly #made = new Map<number, TypeCodec>()

  /** `dotted` are the types of calls and events, whose JSON form has `Pallet.name` as its one key. */
  constructor(metadata: RuntimeMetadata, dotted: ReadonlySet<number>) {
    this.#lookup = metadata.lookup
    this.#dotted = dotted
  }

  /** The coder of a type. */
  of(id: number): TypeCodec {
    const made = this.#made.get(id)
    if (made !== undefined) return made
    const lazy = this.#lazy(id)
    this.#made.set(id, lazy)
    return lazy
  }

  /** A type may contain itself: its coder is made at the first use, not before. */
  #lazy(id: number): TypeCodec {
    let codec: TypeCodec | undefined
    const ready = () => {
      codec ??= this.#dotted.has(id) ? dotted(this.#make(id)) : this.#make(id)
      return codec
    }
    return {
      encode: (json, path) => ready().encode(json, path),
      decode: (input) => ready().decode(input),
      simplest: () => ready().simplest(),
    }
  }

  /** The metadata of a type. */
  type(id: number): TypeMetadata {
    const type = this.#lookup[id]
    if (type === undefined) throw new RangeError(`the metadata has no type ${id}`)
    return type
  }

  #make(id: number): TypeCodec {
    const { def, path } = this.type(id)
    switch (def.tag) {
      case "primitive":
        return primitive(def.value.tag)
      case "compact":
        return this.#isNothing(def.value) ? nothing : compact(this.of(def.value))
      case "sequence":
        return this.#isByte(def.value) ? byteVector : sequence(this.of(def.value))
      case "array":
        return this.#array(def.value.type, def.value.len)
      case "tuple":
        return this.#tuple(def.value)
      case "composite":
        return path[0] === "substrate_fixed" ? this.#only(def.value) : this.#fields(def.value)
      case "variant":
        return this.#variant(def.value, path)
      default:
        throw new RangeError(`values of kind ${def.tag} have no JSON form`)
    }
  }

  #isByte(id: number): boolean {
    const { def } = this.type(id)
    return def.tag === "primitive" && def.value.tag === "u8"
  }

  #isNothing(id: number): boolean {
    const { def } = this.type(id)
    return def.tag === "tuple" && def.value.length === 0
  }

  #array(type: number, length: number): TypeCodec {
    return this.#isByte(type) ? byteArray(length) : row(Array.from({ length }, () => this.of(type)))
  }

  #tuple(types: readonly number[]): TypeCodec {
    return types.length === 0 ? nothing : row(types.map((type) => this.of(type)))
  }

  /** A fixed-point number is its raw bits. */
  #only(fields: readonly Field[]): TypeCodec {
    const [field] = fields.filter(({ type }) => this.type(type).def.tag === "primitive")
    if (field === undefined) throw new RangeError("a fixed-point number has no bits")
    return this.of(field.type)
  }

  /** A row of fields: a structure if they have names, else a list, the one field, or nothing. */
  #fields(fields: readonly Field[]): TypeCodec {
    const [first] = fields
    if (first === undefined) return nothing
    if (first.name === undefined) {
      return fields.length === 1 ? this.of(first.type) : row(fields.map(({ type }) => this.of(type)))
    }
    return structure(fields.map(({ name, type }) => [name ?? "", this.of(type)]))
  }

  #variant(
    variants: readonly { readonly name: string; readonly index: number; readonly fields: readonly Field[] }[],
    path: readonly string[],
  ): TypeCodec {
    if (path[0] === "Option") return optional(this.#fields(variants[1]?.fields ?? []))
    if (variants.length === 0) return nothing
    const alternatives = variants.map(({ name, index, fields }) => ({ name, index, payload: this.#fields(fields) }))
    if (variants.every(({ fields }) => fields.length === 0)) return choice(alternatives)
    return union(alternatives)
  }
}
