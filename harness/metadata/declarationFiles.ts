import { readFileSync } from "node:fs"
import { Basis, type SharedDeclarations } from "./basis.js"
import type { PalletMetadata, RuntimeMetadata } from "./runtimeMetadata.js"
import { type Field, TypeExpressions } from "./typeExpressions.js"

/** What the metadata does not say: which subnet, mechanism or currency an item's integers stand for. */
type Units = Readonly<Record<string, { readonly keys?: readonly string[]; readonly value?: string }>>

/** Items outside the state of the model: block bookkeeping that the runtime drops at the end of each block. */
const SYSTEM_ITEMS = new Set(["Account", "Number", "ParentHash", "BlockHash"])

/** Metadata of an older fork, to compare with. */
export interface OlderFork {
  readonly fork: string
  readonly metadata: RuntimeMetadata
}

/** The other forks of a fork whose declarations are written. */
export interface Neighbours {
  /** Those whose defaults are noted where they differ. */
  readonly older?: readonly OlderFork[]
  /** The one whose declarations are taken over where they hold. */
  readonly newer?: RuntimeMetadata
}

const HASHERS: Readonly<Record<string, string>> = {
  Identity: "Identity",
  Blake2128Concat: "Blake2_128Concat",
  Twox64Concat: "Twox64Concat",
}
const HEADER = (spec: string) =>
  `// Made from the metadata of spec_version ${spec} by \`npm run declarations\`; do not edit.\n`
const CLASSES = ["StorageValue", "StorageMap", "StorageDoubleMap", "StorageTripleMap"]

/** What the files of a fork's declarations take from files written by hand. */
const COMMON_SOURCES: readonly (readonly [file: string, names: readonly string[]])[] = [
  [
    "scaleTypes.js",
    (
      "u8 u16 u32 u64 u128 u256 i16 i32 i64 i128 bool unit compactNumber compactBigint vector fixedVector optional tuple " +
      "struct choice taggedUnion bytesOf bytes"
    ).split(" "),
  ],
  [
    "chainTypes.js",
    "accountId hash taoBalance alphaBalance netUid netUidStorageIndex u64f64 u96f32 i64f64 i96f32 perquintill".split(
      " ",
    ),
  ],
  ["storageItem.js", [...CLASSES, "defaultsTo", "isOptional"]],
]

/** From a file of an older fork's folder to its counterpart's folder: further up than to its own. */
const UP = { "./": "../", "../": "../../" } as const

/** A field whose name alone says that it is the number of a subnet. */
function withUnit(field: Field): Field {
  return field.typeName === "u16" && /netuid$/.test(field.name ?? "") ? { ...field, typeName: "NetUid" } : field
}

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

type StorageEntry = NonNullable<PalletMetadata["storage"]>["items"][number]

function itemsOf({ name: pallet, storage }: PalletMetadata): readonly StorageEntry[] {
  return (storage?.items ?? []).filter(({ name }) => pallet !== "System" || SYSTEM_ITEMS.has(name))
}

function defaultsIn(pallets: readonly PalletMetadata[]): ReadonlyMap<string, string> {
  const items = pallets.flatMap((pallet) => (pallet.storage?.items ?? []).map((item) => ({ pallet, item })))
  return new Map(items.map(({ pallet, item }) => [`${pallet.name}.${item.name}`, item.fallback]))
}

/** Writes the declarations of a runtime's storage, calls, events and errors as the source files of reference/state. */
export class DeclarationFiles {
  readonly #types: TypeExpressions
  readonly #pallets: readonly PalletMetadata[]
  readonly #units: Units
  readonly #keyParts = new Map<string, string>()
  readonly #header: string
  readonly #olderDefaults: readonly { readonly fork: string; readonly defaults: ReadonlyMap<string, string> }[]

  readonly #basis: Basis | undefined

  constructor(metadata: RuntimeMetadata, specVersion: string, { older = [], newer }: Neighbours = {}) {
    this.#basis = newer && new Basis(newer, metadata)
    this.#types = new TypeExpressions(metadata)
    this.#pallets = metadata.pallets
    this.#units = JSON.parse(readFileSync(new URL("./units.json", import.meta.url), "utf8"))
    this.#header = HEADER(specVersion)
    this.#olderDefaults = older.map(({ fork, metadata: { pallets } }) => ({ fork, defaults: defaultsIn(pallets) }))
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
    if (this.#ownKeyParts().length > 0) files.set("keyParts.ts", this.#keyPartFile())
    files.set("namedTypes.ts", this.#namedTypes())
    return files
  }

  /** The declarations of storage keys, by what they say, and those of types, by their names. */
  shared(): SharedDeclarations {
    return { keyParts: this.#keyParts, types: this.#types.declarations() }
  }

  #imports(body: string, depth: keyof typeof UP, exceptFrom = ""): string {
    const words = new Set(body.match(/\b[A-Za-z_]\w*\b(?=\W)/g) ?? [])
    const up = this.#basis === undefined ? depth : UP[depth]
    const sources: readonly (readonly [path: string, names: readonly string[]])[] = [
      ...COMMON_SOURCES.map(([file, names]) => [`${up}${file}`, names] as const),
      [`${up}namedTypes.js`, this.#basis?.typeNames(this.#types.declarations()) ?? []],
      [`${up}keyParts.js`, this.#basis?.keyPartNames(this.#keyParts) ?? []],
      [`${depth}namedTypes.js`, this.#ownTypes().map(([name]) => name)],
      [`${depth}keyParts.js`, this.#ownKeyParts().map(([, name]) => name)],
      [`${depth}runtimeCall.js`, ["runtimeCall", "declareCall"]],
    ]
    const lines = sources.flatMap(([path, exported]) => {
      const names = exported.filter((name) => words.has(name))
      return names.length === 0 || path === exceptFrom ? [] : [`import { ${names.sort().join(", ")} } from "${path}"`]
    })
    return `${lines.join("\n")}\n\n`
  }

  #ownTypes(): readonly (readonly [name: string, body: string])[] {
    const all = this.#types.declarations()
    const shared = new Set(this.#basis?.typeNames(all))
    return [...all].filter(([name]) => !shared.has(name))
  }

  #ownKeyParts(): readonly (readonly [declaration: string, name: string])[] {
    const shared = new Set(this.#basis?.keyPartNames(this.#keyParts))
    return [...this.#keyParts].filter(([, name]) => !shared.has(name))
  }

  #storage(pallet: PalletMetadata): string | undefined {
    const items = itemsOf(pallet).filter((item) => !this.#basis?.hasItem(pallet.name, item))
    if (items.length === 0) return undefined
    const lines = items.map((item) => this.#item(pallet.name, item))
    const body = `${lines.join("\n")}\n`
    return `${this.#header}${this.#imports(body, "../")}${body}`
  }

  #item(pallet: string, item: StorageEntry): string {
    const unit = this.#units[item.name]
    const keys = item.type.tag === "plain" ? [] : this.#keyTypes(item.type.value)
    const value =
      unit?.value ?? this.#types.expression(item.type.tag === "plain" ? item.type.value : item.type.value.value)
    const parts = keys.map(({ hasher, type }, index) => this.#keyPart(hasher, unit?.keys?.[index] || type))
    const missing = item.modifier === 0 ? "isOptional" : `defaultsTo(${this.#defaults(pallet, item, value)})`
    const args = [`"${pallet}"`, `"${item.name}"`, ...parts, value, missing]
    return `export const ${item.name} = new ${CLASSES[keys.length]}(${args.join(", ")})`
  }

  /** The value's type, what a missing value reads as, and what else it reads as in older forks. */
  #defaults(pallet: string, { name, fallback }: StorageEntry, value: string): string {
    const others = this.#olderDefaults.flatMap(({ fork, defaults }) => {
      const other = defaults.get(`${pallet}.${name}`)
      return other === undefined || other === fallback ? [] : [`${fork}: "${other}"`]
    })
    return [value, `"${fallback}"`, ...(others.length === 0 ? [] : [`{ ${others.join(", ")} }`])].join(", ")
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
    const lines = this.#ownKeyParts().map(([declaration, name]) => `export const ${name} = ${declaration}`)
    const body = `${lines.join("\n")}\n`
    return `${this.#header}import { keyPart } from "${this.#basis === undefined ? "./" : "../"}storageKey.js"\n${this.#imports(body, "./", "./keyParts.js")}${body}`
  }

  #namedTypes(): string {
    const lines = this.#ownTypes().map(([name, body]) => `export const ${name} = ${body}`)
    const body = `${lines.join("\n")}\n`
    return `${this.#header}${this.#imports(body, "./", "./namedTypes.js")}${body}`
  }

  #itemIndex(files: readonly string[]): string {
    const names = files.map((file) => file.slice("storage/".length, -".ts".length))
    const imports = names.map((name) => `import * as ${name} from "./${name}.js"`)
    if (this.#basis !== undefined) return this.#itemIndexOver(this.#basis, names, imports)
    return `${this.#header}${imports.join("\n")}\n\n/** Every storage item, by pallet. */\nexport const storageItems = { ${names.join(", ")} }\n`
  }

  #itemIndexOver(basis: Basis, names: readonly string[], imports: readonly string[]): string {
    const rows = this.#pallets.flatMap((pallet) => {
      const file = camel(pallet.name)
      const taken = itemsOf(pallet).filter((item) => basis.hasItem(pallet.name, item))
      const parts = taken.map(({ name }) => `${name}: newer.${file}.${name}`)
      const all = names.includes(file) ? [...parts, `...${file}`] : parts
      return all.length === 0 ? [] : [`${file}: { ${all.join(", ")} },`]
    })
    const first = `import { storageItems as newer } from "../../storage/items.js"`
    return `${this.#header}${[first, ...imports].join("\n")}\n\n/** Every storage item, by pallet. */\nexport const storageItems = {\n${rows.join("\n")}\n}\n`
  }

  #calls(): string {
    const pallets = this.#pallets.flatMap(({ name, index, calls }) => {
      if (calls === undefined) return []
      const rows = this.#types.variants(calls.type).map(({ name: call, index: callIndex, fields }) => {
        const own = () => (fields.length === 0 ? "struct({})" : this.#types.fields(fields.map(withUnit)))
        const args = this.#basis?.hasCall(name, call, fields) ? `newer.${name}.${call}.arguments` : own()
        return `${call}: declareCall("${name}", "${call}", ${index}, ${callIndex}, ${args}),`
      })
      return [`export const ${name}Calls = {\n${rows.join("\n")}\n}\n`]
    })
    const names = this.#pallets.filter(({ calls }) => calls !== undefined).map(({ name }) => `${name}: ${name}Calls`)
    const body = `${pallets.join("\n")}\n/** Every call, by pallet and name. */\nexport const calls = { ${names.join(", ")} }\n`
    return `${this.#header}${this.#newer("calls")}${this.#imports(body, "./")}${body}`
  }

  #events(): string {
    const pallets = this.#pallets.flatMap(({ name, index, events }) => {
      if (events === undefined) return []
      const rows = this.#types.variants(events.type).map(({ name: event, index: eventIndex, fields }) => {
        const shared = this.#basis?.hasEvent(name, event, fields)
        const type = shared ? `newer.${name}.${event}.fields` : this.#types.fields(fields)
        return `${event}: declareEvent("${name}", "${event}", ${index}, ${eventIndex}, ${type}),`
      })
      return [`export const ${name}Events = {\n${rows.join("\n")}\n}\n`]
    })
    const names = this.#pallets.filter(({ events }) => events !== undefined).map(({ name }) => `${name}: ${name}Events`)
    const body = `${pallets.join("\n")}\n/** Every event, by pallet and name. */\nexport const events = { ${names.join(", ")} }\n`
    const up = this.#basis === undefined ? "./" : "../"
    return `${this.#header}${this.#newer("events")}import { declareEvent } from "${up}event.js"\n${this.#imports(body, "./")}${body}`
  }

  #newer(file: string): string {
    return this.#basis === undefined ? "" : `import { ${file} as newer } from "../${file}.js"\n`
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
