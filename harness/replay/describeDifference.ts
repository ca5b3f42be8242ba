import { createDecoder } from "scale-ts"
import { excerpt, type Json } from "../../reference/interface/valueType.js"
import { fromHex, type Hex } from "../../reference/state/scaleTypes.js"
import type { StorageDeclarations } from "../../reference/state/state.js"
import type { StorageItem } from "../../reference/state/storageItem.js"
import type { Difference } from "./phases.js"
import type { RecordedEvent } from "./recording.js"

/** A difference as a person reads it. */
export interface DescribedDifference {
  readonly kind: Difference["kind"]
  /** `Pallet.Item`, for storage that somebody declared. */
  readonly item?: string
  /** The keys of the storage item, or the raw key that nobody declared, or the place of the event. */
  readonly at: Json
  readonly expected: Json
  readonly got: Json
  /** Got less expected, where both are integers. */
  readonly difference?: string
}

const PREFIX_LENGTH = 66
const MISSING = "(nothing)"
const UNCHANGED = "(no change)"

/** Decodes a difference: the storage item, its keys and both values. */
export function describeDifference(declarations: StorageDeclarations, difference: Difference): DescribedDifference {
  switch (difference.kind) {
    case "result":
      return { kind: "result", at: null, expected: difference.expected, got: difference.got }
    case "event":
      return {
        kind: "event",
        at: difference.index,
        expected: eventText(difference.expected),
        got: eventText(difference.got),
      }
    case "storage":
      return describeStorage(declarations, difference)
  }
}

function eventText(event: RecordedEvent | undefined): string {
  return event === undefined ? MISSING : `${event.pallet}.${event.name} ${event.bytes}`
}

function describeStorage(
  declarations: StorageDeclarations,
  { key, expected, got }: Extract<Difference, { kind: "storage" }>,
): DescribedDifference {
  const item = declarations.items.get(key.slice(0, PREFIX_LENGTH))
  const value = (bytes: Hex | null | undefined) => valueJson(item, bytes)
  const both = { expected: value(expected), got: value(got) }
  if (item === undefined) return { kind: "storage", at: key, ...both }
  const difference = integerDifference(both.expected, both.got)
  const described = { kind: "storage", item: `${item.pallet}.${item.name}`, at: keysJson(item, key), ...both } as const
  return difference === undefined ? described : { ...described, difference }
}

function valueJson(item: StorageItem<unknown> | undefined, bytes: Hex | null | undefined): Json {
  if (bytes === undefined) return UNCHANGED
  if (bytes === null) return MISSING
  if (item === undefined) return bytes
  try {
    return item.type.toJson(item.type.decode(fromHex(bytes)))
  } catch {
    return bytes
  }
}

/** The keys under which a raw key stores its value, in their JSON forms. */
export function keysJson(item: StorageItem<unknown>, key: string): Json {
  const decode = createDecoder((input) => item.keyParts.map((part) => part.type.toJson(part.decode(input))))
  try {
    return decode(fromHex(`0x${key.slice(PREFIX_LENGTH)}`))
  } catch {
    return key
  }
}

const INTEGER = /^-?[0-9]+$/

function integerDifference(expected: Json, got: Json): string | undefined {
  if (typeof expected !== "string" || typeof got !== "string") return undefined
  if (!INTEGER.test(expected) || !INTEGER.test(got)) return undefined
  return (BigInt(got) - BigInt(expected)).toString()
}

/** One line about a difference. */
export function differenceLine({ kind, item, at, expected, got, difference }: DescribedDifference): string {
  const place =
    kind === "result" ? "result" : kind === "event" ? `event ${excerpt(at)}` : `${item ?? "undeclared"} ${excerpt(at)}`
  const shown = (value: Json) => (typeof value === "string" ? value.slice(0, 400) : JSON.stringify(value).slice(0, 400))
  const distance = difference === undefined ? "" : ` (difference ${difference})`
  return `${place}: expected ${shown(expected)}, got ${shown(got)}${distance}`
}
