import type { RuntimeMetadata, TypeMetadata } from "./runtimeMetadata.js"

interface Field {
  readonly name: string | undefined
  readonly type: number
}

interface Variant {
  readonly name: string
  readonly index: number
  readonly fields: readonly Field[]
}

/** The types of a runtime's metadata as they lie in bytes: a type that only wraps another one is that other one. */
class Shapes {
  readonly #lookup: readonly TypeMetadata[]
  readonly call: number

  constructor({ lookup }: RuntimeMetadata) {
    this.#lookup = lookup
    this.call = lookup.findIndex((type) => type.path.at(-1) === "RuntimeCall")
  }

  unwrapped(id: number): { readonly id: number; readonly type: TypeMetadata } {
    const type = this.#lookup[id]
    if (type === undefined) throw new RangeError(`the metadata has no type ${id}`)
    const { def } = type
    const [only, ...others] = def.tag === "composite" ? def.value : []
    const wraps = only !== undefined && others.length === 0 && only.name === undefined && !isFixedPoint(type)
    return wraps ? this.unwrapped(only.type) : { id, type }
  }

  /** A fixed-point format: the name of a type and those of its parameters. */
  format({ path, params }: TypeMetadata): string {
    const parts = params.flatMap(({ type }) => this.#lookup[type ?? -1] ?? [])
    return `${path.at(-1)}<${parts.map((part) => this.format(part)).join()}>`
  }
}

function isFixedPoint({ path }: TypeMetadata): boolean {
  return path[0] === "substrate_fixed"
}

/** Compares the types of an older runtime with those of a newer one. */
export class ShapeComparison {
  readonly #newer: Shapes
  readonly #older: Shapes
  readonly #known = new Map<string, boolean>()

  constructor(newer: RuntimeMetadata, older: RuntimeMetadata) {
    this.#newer = new Shapes(newer)
    this.#older = new Shapes(older)
  }

  /**
   * Whether the newer type reads and writes every value of the older one as the older one does. The newer may have
   * further variants. A type in which a call may stand is never covered: what is a call differs.
   */
  covers(newerId: number, olderId: number): boolean {
    const key = `${newerId}/${olderId}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, true)
    const covered = this.#compare(newerId, olderId)
    this.#known.set(key, covered)
    return covered
  }

  /** Whether rows of fields, such as the arguments of two calls, have the same names and covered types. */
  coversFields(newer: readonly Field[], older: readonly Field[]): boolean {
    return (
      newer.length === older.length &&
      newer.every(({ name, type }, index) => {
        const counterpart = older[index]
        return counterpart !== undefined && name === counterpart.name && this.covers(type, counterpart.type)
      })
    )
  }

  #compare(newerId: number, olderId: number): boolean {
    const newer = this.#newer.unwrapped(newerId)
    const older = this.#older.unwrapped(olderId)
    if (older.id === this.#older.call || newer.id === this.#newer.call) return false
    return this.#compareTypes(newer.type, older.type)
  }

  #compareTypes(newer: TypeMetadata, older: TypeMetadata): boolean {
    const [a, b] = [newer.def, older.def]
    if (isFixedPoint(newer) || isFixedPoint(older)) return this.#newer.format(newer) === this.#older.format(older)
    if (a.tag === "primitive" && b.tag === "primitive") return a.value.tag === b.value.tag
    if (a.tag === "compact" && b.tag === "compact") return this.covers(a.value, b.value)
    if (a.tag === "sequence" && b.tag === "sequence") return this.covers(a.value, b.value)
    if (a.tag === "array" && b.tag === "array")
      return a.value.len === b.value.len && this.covers(a.value.type, b.value.type)
    if (a.tag === "tuple" && b.tag === "tuple") return this.#coversRow(a.value, b.value)
    if (a.tag === "composite" && b.tag === "composite") return this.coversFields(a.value, b.value)
    if (a.tag === "variant" && b.tag === "variant")
      return b.value.every((variant) => this.#hasVariant(a.value, variant))
    return false
  }

  #coversRow(newer: readonly number[], older: readonly number[]): boolean {
    return newer.length === older.length && newer.every((id, index) => this.covers(id, older[index] ?? -1))
  }

  #hasVariant(newer: readonly Variant[], variant: Variant): boolean {
    return newer.some(
      ({ name, index, fields }) =>
        name === variant.name && index === variant.index && this.coversFields(fields, variant.fields),
    )
  }
}
