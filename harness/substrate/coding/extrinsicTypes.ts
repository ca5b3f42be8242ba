import type { RuntimeMetadata } from "../../metadata/runtimeMetadata.js"

/** The types, by number, that extrinsics and events of a chain are made of. */
export interface ExtrinsicTypes {
  readonly address: number
  readonly call: number
  readonly signature: number
  readonly event: number
}

/** Finds the types of extrinsics and events. Throws a RangeError when the metadata lacks one. */
export function extrinsicTypes(metadata: RuntimeMetadata): ExtrinsicTypes {
  const { extrinsic } = metadata
  const event = eventType(metadata)
  if (!("type" in extrinsic)) return { ...extrinsic, event }
  const params = typeAt(metadata, extrinsic.type).params
  const parameter = (name: string): number => {
    const type = params.find((one) => one.name === name)?.type
    if (type === undefined) throw new RangeError(`the metadata does not say what an extrinsic's ${name} is`)
    return type
  }
  return { address: parameter("Address"), call: parameter("Call"), signature: parameter("Signature"), event }
}

function typeAt({ lookup }: RuntimeMetadata, id: number): RuntimeMetadata["lookup"][number] {
  const type = lookup[id]
  if (type === undefined) throw new RangeError(`the metadata has no type ${id}`)
  return type
}

/** The type of the field `event` of the records in `System.Events`. */
function eventType(metadata: RuntimeMetadata): number {
  const items = metadata.pallets.find(({ name }) => name === "System")?.storage?.items ?? []
  const events = items.find(({ name }) => name === "Events")?.type
  const list = events?.tag === "plain" ? typeAt(metadata, events.value).def : undefined
  const record = list?.tag === "sequence" ? typeAt(metadata, list.value).def : undefined
  const field = record?.tag === "composite" ? record.value.find(({ name }) => name === "event") : undefined
  if (field === undefined) throw new RangeError("the metadata does not say what the chain's events are")
  return field.type
}
