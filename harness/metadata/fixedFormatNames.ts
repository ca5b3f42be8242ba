import type { RuntimeMetadata, TypeMetadata } from "./runtimeMetadata.js"

const FIXED_TYPE = /^Fixed([IU])(\d+)$/

/** Names the fixed-point formats of a runtime's metadata, which gives their fraction bits as a type-level integer. */
export class FixedFormatNames {
  readonly #lookup: readonly TypeMetadata[]

  constructor({ lookup }: RuntimeMetadata) {
    this.#lookup = lookup
  }

  /** The name of a fixed-point format, such as `U64F64`; undefined for any other type. */
  of({ path, params }: TypeMetadata): string | undefined {
    const [, sign, bits] = path[0] === "substrate_fixed" ? (FIXED_TYPE.exec(path.at(-1) ?? "") ?? []) : []
    if (sign === undefined) return undefined
    const fraction = this.#fractionBits(params[0]?.type)
    return `${sign}${Number(bits) - fraction}F${fraction}`
  }

  /** The number that a type-level binary integer stands for. */
  #fractionBits(id: number | undefined): number {
    const type = id === undefined ? undefined : this.#lookup[id]
    const [high, low] = type?.params ?? []
    if (type === undefined || high === undefined || low === undefined) return 0
    const last = this.#lookup[low.type ?? 0]?.path.at(-1)
    return 2 * this.#fractionBits(high.type) + (last === "B1" ? 1 : 0)
  }
}
