import type { Json } from "../../../reference/interface/valueType.js"
import { isJsonObject } from "../../../reference/interface/valueType.js"
import { fromHex } from "../../../reference/state/scaleTypes.js"
import type { RuntimeMetadata } from "../../metadata/runtimeMetadata.js"
import { onlyEntry } from "./enumerationCodecs.js"
import type { TypeCodecs } from "./typeCodecs.js"

/** Names the errors of a chain's calls. */
export class DispatchErrors {
  readonly #moduleErrors = new Map<number, { readonly pallet: string; readonly errors: ReadonlyMap<number, string> }>()

  constructor(metadata: RuntimeMetadata, types: TypeCodecs) {
    for (const { name, index, errors } of metadata.pallets) {
      const def = errors === undefined ? undefined : types.type(errors.type).def
      const variants = def?.tag === "variant" ? def.value : []
      const names = new Map(variants.map((variant) => [variant.index, variant.name]))
      this.#moduleErrors.set(index, { pallet: name, errors: names })
    }
  }

  /** The name of an error in its JSON form. */
  nameOf(error: Json): string {
    if (typeof error === "string") return error
    const [kind, value] = onlyEntry(error, "error")
    if (kind === "Module") return this.#moduleError(value)
    return typeof value === "string" ? `${kind}.${value}` : kind
  }

  #moduleError(value: Json): string {
    const { index, error } = isJsonObject(value) ? value : {}
    const found = this.#moduleErrors.get(Number(index))
    const [errorIndex = 0] = typeof error === "string" && error.startsWith("0x") ? fromHex(error) : [Number(error)]
    if (found === undefined) return `Module ${String(index)} error ${errorIndex}`
    return `${found.pallet}.${found.errors.get(errorIndex) ?? errorIndex}`
  }
}
