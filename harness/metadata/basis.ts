import { DeclarationFiles } from "./declarationFiles.js"
import type { PalletMetadata, RuntimeMetadata } from "./runtimeMetadata.js"
import { ShapeComparison } from "./shapeComparison.js"
import { type Field, TypeExpressions } from "./typeExpressions.js"

type StorageEntry = NonNullable<PalletMetadata["storage"]>["items"][number]
type MapType = Extract<StorageEntry["type"], { readonly tag: "map" }>["value"]

/** The declarations that several files use: of storage keys, by what they say, and of types, by their names. */
export interface SharedDeclarations {
  readonly keyParts: ReadonlyMap<string, string>
  readonly types: ReadonlyMap<string, string>
}

/** The declarations of a newer fork, as far as they hold for an older one. */
export class Basis {
  readonly #newer: RuntimeMetadata
  readonly #types: TypeExpressions
  readonly #shapes: ShapeComparison
  readonly #shared: SharedDeclarations

  constructor(newer: RuntimeMetadata, older: RuntimeMetadata) {
    this.#newer = newer
    this.#types = new TypeExpressions(newer)
    this.#shapes = new ShapeComparison(newer, older)
    const files = new DeclarationFiles(newer, "")
    files.files()
    this.#shared = files.shared()
  }

  /** Whether the newer fork's item reads the older one's keys and values, whatever a missing value reads as. */
  hasItem(pallet: string, item: StorageEntry): boolean {
    const newer = this.#pallet(pallet)?.storage?.items.find(({ name }) => name === item.name)
    if (newer === undefined || newer.modifier !== item.modifier) return false
    if (newer.type.tag === "plain" && item.type.tag === "plain") {
      return this.#shapes.covers(newer.type.value, item.type.value)
    }
    return newer.type.tag === "map" && item.type.tag === "map" && this.#coversMap(newer.type.value, item.type.value)
  }

  #coversMap(newer: MapType, older: MapType): boolean {
    const hashers = (map: MapType) => map.hashers.map(({ tag }) => tag).join()
    return (
      hashers(newer) === hashers(older) &&
      this.#shapes.covers(newer.key, older.key) &&
      this.#shapes.covers(newer.value, older.value)
    )
  }

  /** Whether the newer fork has the call with these arguments. */
  hasCall(pallet: string, call: string, fields: readonly Field[]): boolean {
    return this.#hasVariant(this.#pallet(pallet)?.calls?.type, call, fields)
  }

  /** Whether the newer fork has the event with these fields. */
  hasEvent(pallet: string, event: string, fields: readonly Field[]): boolean {
    return this.#hasVariant(this.#pallet(pallet)?.events?.type, event, fields)
  }

  /** Which of these named types the newer fork declares just so. */
  typeNames(declarations: ReadonlyMap<string, string>): readonly string[] {
    const own = new Set<string>()
    // A type is declared before those that mention it.
    for (const [name, body] of declarations) {
      const mentionsOwn = (body.match(/\w+/g) ?? []).some((word) => own.has(word))
      if (mentionsOwn || this.#shared.types.get(name) !== body) own.add(name)
    }
    return [...declarations.keys()].filter((name) => !own.has(name))
  }

  /** Which of these storage keys the newer fork declares just so. */
  keyPartNames(declarations: ReadonlyMap<string, string>): readonly string[] {
    return [...declarations].flatMap(([body, name]) => (this.#shared.keyParts.get(body) === name ? [name] : []))
  }

  #pallet(name: string): PalletMetadata | undefined {
    return this.#newer.pallets.find((pallet) => pallet.name === name)
  }

  #hasVariant(type: number | undefined, name: string, fields: readonly Field[]): boolean {
    if (type === undefined) return false
    const variant = this.#types.variants(type).find((each) => each.name === name)
    return variant !== undefined && this.#shapes.coversFields(variant.fields, fields)
  }
}
