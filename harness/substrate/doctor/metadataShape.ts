import { fromHex, type Hex } from "../../../reference/state/scaleTypes.js"
import { MetadataEncodings } from "../../metadata/metadataEncodings.js"
import type { PalletMetadata, RuntimeMetadata } from "../../metadata/runtimeMetadata.js"
import type { ItemShape, PalletShape, RuntimeShape, VariantShape } from "./declaredRuntime.js"

type ItemMetadata = NonNullable<PalletMetadata["storage"]>["items"][number]

/** Metadata's words for hashers, as the declarations and the chain write them. */
const HASHERS: ReadonlyMap<string, string> = new Map([
  ["Blake2128Concat", "Blake2_128Concat"],
  ["Blake2128", "Blake2_128"],
  ["Blake2256", "Blake2_256"],
])

const UNSIGNED = /^u(8|16|32|64|128|256)$/

function itemShape(types: MetadataEncodings, { type, modifier, fallback }: ItemMetadata): ItemShape {
  const missing: Hex | undefined = modifier === 0 ? undefined : `0x${fallback.slice(2)}`
  if (type.tag === "plain") return { keys: [], value: types.of(type.value), fallback: missing }
  const { hashers, key, value } = type.value
  const encodings = types.keys(key, hashers.length)
  const keys = hashers.map(({ tag }, index) => ({
    hasher: HASHERS.get(tag) ?? tag,
    encoding: encodings[index] ?? types.of(key),
  }))
  return { keys, value: types.of(value), fallback: missing }
}

function variantShapes(types: MetadataEncodings, id: number | undefined): ReadonlyMap<string, VariantShape> {
  if (id === undefined) return new Map()
  const shape = ({
    name,
    index,
    fields,
  }: ReturnType<MetadataEncodings["variants"]>[number]): [string, VariantShape] => [
    name,
    { index, payload: types.fields(fields) },
  ]
  return new Map(types.variants(id).map(shape))
}

/** The number that little-endian bytes hold. */
function unsigned(bytes: string): bigint {
  return [...fromHex(bytes)].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
}

function numbersOf(types: MetadataEncodings, constants: PalletMetadata["constants"]): ReadonlyMap<string, bigint> {
  const numbers = constants.filter(({ type }) => {
    const encoding = types.of(type)
    return encoding.kind === "primitive" && UNSIGNED.test(encoding.name)
  })
  return new Map(numbers.map(({ name, value }) => [name, unsigned(value)]))
}

function palletShape(types: MetadataEncodings, pallet: PalletMetadata): PalletShape {
  const errors = variantShapes(types, pallet.errors?.type)
  return {
    index: pallet.index,
    storage: new Map((pallet.storage?.items ?? []).map((item) => [item.name, itemShape(types, item)])),
    calls: variantShapes(types, pallet.calls?.type),
    events: variantShapes(types, pallet.events?.type),
    errors: new Map([...errors].map(([name, { index }]) => [name, index])),
    constants: numbersOf(types, pallet.constants),
  }
}

/** A runtime as its metadata shows it. */
export function metadataShape(metadata: RuntimeMetadata): RuntimeShape {
  const types = new MetadataEncodings(metadata)
  return new Map(metadata.pallets.map((pallet) => [pallet.name, palletShape(types, pallet)]))
}
