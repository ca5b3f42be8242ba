import {
  arrayEncoding,
  byteVectorEncoding,
  compactEncoding,
  type Encoding,
  emptyEncoding,
  enumerationEncoding,
  optionEncoding,
  primitiveEncoding,
  structEncoding,
  tupleEncoding,
  vectorEncoding,
} from "../../reference/state/encoding.js"
import { FixedFormatNames } from "./fixedFormatNames.js"
import type { RuntimeMetadata, TypeMetadata } from "./runtimeMetadata.js"

/** A field as metadata gives it. */
export interface MetadataField {
  readonly name: string | undefined
  readonly type: number
}

/** An alternative of an enumeration as metadata gives it: a call, an event, an error. */
export interface MetadataVariant {
  readonly name: string
  readonly index: number
  readonly fields: readonly MetadataField[]
}

type Parts = TypeMetadata["def"]

/** Types that the declarations know by their name rather than by what is inside. */
const BY_NAME: ReadonlySet<string> = new Set(["Perquintill"])

/** Reads how the types of a runtime lie in SCALE bytes from its metadata. */
export class MetadataEncodings {
  readonly #lookup: readonly TypeMetadata[]
  readonly #formats: FixedFormatNames
  readonly #known = new Map<number, Encoding>()

  constructor(metadata: RuntimeMetadata) {
    this.#lookup = metadata.lookup
    this.#formats = new FixedFormatNames(metadata)
    this.#known.set(callType(metadata), primitiveEncoding("RuntimeCall"))
  }

  #type(id: number): TypeMetadata {
    const type = this.#lookup[id]
    if (type === undefined) throw new RangeError(`the metadata has no type ${id}`)
    return type
  }

  /** The encoding of a type by its number. A type that contains itself is, inside itself, known by its name alone. */
  of(id: number): Encoding {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const type = this.#type(id)
    this.#known.set(id, primitiveEncoding(type.path.at(-1) ?? `type ${id}`))
    const encoding = this.#encoding(type)
    this.#known.set(id, encoding)
    return encoding
  }

  /** The alternatives of an enumeration. */
  variants(id: number): readonly MetadataVariant[] {
    const { def } = this.#type(id)
    if (def.tag !== "variant") throw new RangeError(`type ${id} is not an enumeration`)
    return def.value
  }

  /** The encoding of a row of fields. */
  fields(fields: readonly MetadataField[]): Encoding {
    const [first] = fields
    if (first === undefined) return emptyEncoding
    if (first.name !== undefined) {
      return structEncoding(fields.map(({ name, type }) => ({ name: name ?? "", encoding: this.of(type) })))
    }
    return fields.length === 1 ? this.of(first.type) : tupleEncoding(fields.map(({ type }) => this.of(type)))
  }

  /** The encodings of a map's keys, outermost first. */
  keys(id: number, count: number): readonly Encoding[] {
    if (count === 1) return [this.of(id)]
    const { def } = this.#type(id)
    return def.tag === "tuple" ? def.value.map((element) => this.of(element)) : [this.of(id)]
  }

  #encoding(type: TypeMetadata): Encoding {
    const last = type.path.at(-1) ?? ""
    if (BY_NAME.has(last)) return primitiveEncoding(last)
    const format = this.#formats.of(type)
    return format === undefined ? this.#body(type, type.def) : primitiveEncoding(format)
  }

  #body(type: TypeMetadata, def: Parts): Encoding {
    switch (def.tag) {
      case "primitive":
        return def.value.tag === "str" ? byteVectorEncoding : primitiveEncoding(def.value.tag)
      case "compact":
        return this.#compact(this.of(def.value))
      case "sequence":
        return vectorEncoding(this.of(def.value))
      case "array":
        return arrayEncoding(this.of(def.value.type), def.value.len)
      case "tuple":
        return def.value.length === 1 && def.value[0] !== undefined
          ? this.of(def.value[0])
          : tupleEncoding(def.value.map((id) => this.of(id)))
      case "composite":
        return this.fields(def.value)
      case "variant":
        return this.#enumeration(type.path[0], def.value)
      default:
        return primitiveEncoding("bits")
    }
  }

  #compact(of: Encoding): Encoding {
    return of.kind === "tuple" && of.of.length === 0 ? emptyEncoding : compactEncoding(of)
  }

  #enumeration(name: string | undefined, variants: readonly MetadataVariant[]): Encoding {
    if (name === "Option") return optionEncoding(this.fields(variants[1]?.fields ?? []))
    if (variants.length === 0) return emptyEncoding
    return enumerationEncoding(
      variants.map(({ name: word, index, fields }) => ({ name: word, index, payload: this.fields(fields) })),
    )
  }
}

/** The type of calls of any pallet, which extrinsics carry. */
function callType({ extrinsic, lookup }: RuntimeMetadata): number {
  const params = "type" in extrinsic ? (lookup[extrinsic.type]?.params ?? []) : []
  const inExtrinsic = params.find(({ name }) => name === "Call")?.type
  return inExtrinsic ?? lookup.findIndex(({ path }) => path.at(-1) === "RuntimeCall")
}
