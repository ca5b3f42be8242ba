import { readFileSync } from "node:fs"
import type { PalletMetadata, RuntimeMetadata } from "./runtimeMetadata.js"
import { TypeExpressions } from "./typeExpressions.js"

/** What the metadata does not say: which subnet, mechanism or currency an item's integers stand for. */
type Units = Readonly<Record<string, { readonly keys?: readonly string[]; readonly value?: string }>>

/** Items outside the state of the model: block bookkeeping that the runtime drops at the end of each block. */
const SYSTEM_ITEMS = new Set(["Account", "Number", "ParentHash", "BlockHash"])

const HASHERS: Readonly<Record<string, string>> = {
  Identity: "Identity",
  Blake2128Concat: "Blake2_128Concat",
  Twox64Concat: "Twox64Concat",
}
const HEADER = (spec: string) =>
  `// Made from the metadata of spec_version ${spec} by \`npm run declarations\`; do not edit.\n`
const CLASSES = ["StorageValue", "StorageMap", "StorageDoubleMap", "StorageTripleMap"]

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** Writes the declarations of a runtime's storage, calls, events and errors as the source files of reference/state. */
export class DeclarationFiles {
  readonly #types: TypeExpressions
  readonly #pallets: readonly PalletMetadata[]
  readonly #units: Units
  readonly #keyParts = new Map<string, string>()
  readonly #header: string

  constructor(metadata: RuntimeMetadata, specVersion: string) {
    this.#types = new TypeExpressions(metadata)
    this.#pallets = metadata.pallets
    this.#units = JSON.parse(readFileSync(new URL("./units.json", import.meta.url), "utf8"))
    this.#header = HEADER(specVersion)
  }

  /** The text of every declaration file by its path under reference/state. */
  files(): Map<string, string> {
    const files = new Map<string, string>()
    for (const pallet of this.#pallets) {
      const storage = this.#storage(pallet)
      if (storage !== undefined) files.set(`storage/${camel(pallet.name)}.ts`, storage)
    }
    files.set("storage/items.ts", this.#itemIndex([...files.keys()]))
    files.set("calls.ts", this.#calls())
    files.set("events.ts", this.#events())
    files.set("errors.ts", this.#errors())
    files.set("keyParts.ts", this.#keyPartFile())
    files.set("namedTypes.ts", this.#namedTypes())
    return files
  }

  #imports(body: string, depth: string): string {
    const sources: [string, string][] = [
      ["scaleTypes.js", "scaleTypes"],
      ["chainTypes.js", "chainTypes"],
      ["namedTypes.js", "namedTypes"],
      ["keyParts.js", "keyParts"],
      ["runtimeCall.js", "runtimeCall"],
      ["storageItem.js", "storageItem"],
    ]
    const words = new Set(body.match(/\b[A-Za-z_]\w*\b(?=\W)/g) ?? [])
    const lines = sources.flatMap(([file, key]) => {
      const names = this.#exportsOf(key).filter((name) => words.has(name))
      return names.length === 0 ? [] : [`import { ${names.sort().join(", ")} } from "${depth}${file}"`]
    })
    return `${lines.join("\n")}\n\n`
  }

  #exportsOf(key: string): readonly string[] {
    switch (key) {
      case "scaleTypes":
        return (
          "u8 u16 u32 u64 u128 u256 i16 i32 i64 i128 bool unit compactNumber compactBigint vector fixedVector optional tuple " +
          "struct choice taggedUnion bytesOf bytes"
        ).split(" ")
      case "chainTypes":
        return "accountId hash taoBalance alphaBalance netUid netUidStorageIndex u64f64 u96f32 i64f64 i96f32 perquintill".split(
          " ",
        )
      case "namedTypes":
        return [...this.#types.declarations().keys()]
      case "keyParts":
        return [...this.#keyParts.values()]
      case "runtimeCall":
        return ["runtimeCall", "declareCall"]
      default:
        return [...CLASSES, "defaultsTo", "isOptional"]
    }
  }

  #storage(pallet: PalletMetadata): string | undefined {
    const items = (pallet.storage?.items ?? []).filter(({ name }) => pallet.name !== "System" || SYSTEM_ITEMS.has(name))
    if (items.length === 0) return undefined
    const lines = items.map((item) => this.#item(pallet.name, item))
    const body = `${lines.join("\n")}\n`
    return `${this.#header}${this.#imports(body, "../")}${body}`
  }

  #item(pallet: string, item: NonNullable<PalletMetadata["storage"]>["items"][number]): string {
    const unit = this.#units[item.name]
    const keys = item.type.tag === "plain" ? [] : this.#keyTypes(item.type.value)
    const value =
      unit?.value ?? this.#types.expression(item.type.tag === "plain" ? item.type.value : item.type.value.value)
    const parts = keys.map(({ hasher, type }, index) => this.#keyPart(hasher, unit?.keys?.[index] || type))
    const missing = item.modifier === 0 ? "isOptional" : `defaultsTo(${value}, "${item.fallback}")`
    const args = [`"${pallet}"`, `"${item.name}"`, ...parts, value, missing]
    return `export const ${item.name} = new ${CLASSES[keys.length]}(${args.join(", ")})`
  }

  #keyTypes(map: { hashers: readonly { tag: string }[]; key: number }): readonly { hasher: string; type: string }[] {
    const hashers = map.hashers.map(({ tag }) => HASHERS[tag] ?? tag)
    const key = this.#types.expression(map.key)
    if (hashers.length === 1) return hashers.map((hasher) => ({ hasher, type: key }))
    const types = this.#types.tupleElements(map.key)
    return hashers.map((hasher, index) => ({ hasher, type: types[index] ?? "" }))
  }

  #keyPart(hasher: string, type: string): string {
    const declaration = `keyPart("${hasher}", ${type})`
    const name = `${camel(hasher.replace(/_.*|64.*/, ""))}${type.replace(/^./, (c) => c.toUpperCase()).replace(/\W(\w?)/g, (_, c: string) => c.toUpperCase())}`
    this.#keyParts.set(declaration, name)
    return name
  }

  #keyPartFile(): string {
    const lines = [...this.#keyParts].map(([declaration, name]) => `export const ${name} = ${declaration}`)
    const body = `${lines.join("\n")}\n`
    return `${this.#header}import { keyPart } from "./storageKey.js"\n${this.#imports(body, "./").replace(/import .*keyParts.js"\n/, "")}${body}`
  }

  #namedTypes(): string {
    const lines = [...this.#types.declarations()].map(([name, body]) => `export const ${name} = ${body}`)
    const body = `${lines.join("\n")}\n`
    return `${this.#header}${this.#imports(body, "./").replace(/import .*namedTypes.js"\n/, "")}${body}`
  }

  #itemIndex(files: readonly string[]): string {
    const names = files.map((file) => file.slice("storage/".length, -".ts".length))
    const imports = names.map((name) => `import * as ${name} from "./${name}.js"`)
    return `${this.#header}${imports.join("\n")}\n\n/** Every storage item, by pallet. */\nexport const storageItems = { ${names.join(", ")} }\n`
  }

  #calls(): string {
    const pallets = this.#pallets.flatMap(({ name, index, calls }) => {
      if (calls === undefined) return []
      const rows = this.#types.variants(calls.type).map(({ name: call, index: callIndex, fields }) => {
        const args = fields.length === 0 ? "struct({})" : this.#types.fields(fields)
        return `${call}: declareCall("${name}", "${call}", ${index}, ${callIndex}, ${args}),`
      })
      return [`export const ${name}Calls = {\n${rows.join("\n")}\n}\n`]
    })
    const names = this.#pallets.filter(({ calls }) => calls !== undefined).map(({ name }) => `${name}: ${name}Calls`)
    const body = `${pallets.join("\n")}\n/** Every call, by pallet and name. */\nexport const calls = { ${names.join(", ")} }\n`
    return `${this.#header}${this.#imports(body, "./")}${body}`
  }

  #events(): string {
    const pallets = this.#pallets.flatMap(({ name, index, events }) => {
      if (events === undefined) return []
      const rows = this.#types.variants(events.type).map(({ name: event, index: eventIndex, fields }) => {
        return `${event}: declareEvent("${name}", "${event}", ${index}, ${eventIndex}, ${this.#types.fields(fields)}),`
      })
      return [`export const ${name}Events = {\n${rows.join("\n")}\n}\n`]
    })
    const names = this.#pallets.filter(({ events }) => events !== undefined).map(({ name }) => `${name}: ${name}Events`)
    const body = `${pallets.join("\n")}\n/** Every event, by pallet and name. */\nexport const events = { ${names.join(", ")} }\n`
    return `${this.#header}import { declareEvent } from "./event.js"\n${this.#imports(body, "./")}${body}`
  }

  #errors(): string {
    const rows = this.#pallets.map(({ name, index, errors }) => {
      const variants = errors === undefined ? [] : this.#types.variants(errors.type)
      const names = variants.map((error) => `${error.name}: ${error.index}`)
      return `${name}: { index: ${index}, errors: { ${names.join(", ")} } },`
    })
    return `${this.#header}/** The index of every pallet and of each of its errors. */\nexport const palletErrors = {\n${rows.join("\n")}\n} as const\n`
  }
}
