import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { Json, JsonObject, TypeDescription } from "../../../reference/interface/valueType.js"

/** How the numbers of a subnet of some size are chosen. */
export type Fill = "ascending" | "zero" | "equal" | "largest"

/** Which entries the rows of a matrix have, of a subnet of some size. */
export type Entries = "all" | "none" | "all but the diagonal" | "last to first" | "one beyond the size"

/** A subnet to make inputs from. */
export interface Subnet {
  readonly size: number
  readonly fill: Fill
  readonly entries: Entries
}

/** Parameters that say how many neurons there are. */
export const SIZES: ReadonlySet<string> = new Set(["columns", "size"])

type Numeric = Extract<TypeDescription, { readonly kind: "integer" | "fixed" | "perquintill" }>

/** Whether a type is that of a matrix: rows of entries, each with its column. */
export function entryType(type: TypeDescription): TypeDescription | undefined {
  if (type.kind !== "vector" || type.of.kind !== "vector" || type.of.of.kind !== "tuple") return undefined
  return type.of.of.of[1]
}

/** The whole of which the values are parts: one, the largest u16, or a thousand. */
function wholeOf(type: Numeric): bigint {
  if (type.kind === "fixed") return 1n << BigInt(type.fractionBits)
  if (type.kind === "perquintill") return 10n ** 18n
  return type.max === 65_535n || type.max === 255n ? type.max : 1_000n
}

function largestOf(type: Numeric): bigint {
  if (type.kind === "fixed") return (1n << BigInt(type.signed ? type.bits - 1 : type.bits)) - 1n
  return type.kind === "integer" && type.max !== undefined ? type.max : 10n ** 18n
}

function numberAt(type: Numeric, index: number, { size, fill }: Subnet): bigint {
  if (fill === "zero") return 0n
  if (fill === "largest") return largestOf(type)
  const share = fill === "equal" ? 1n : BigInt(index + 1)
  return (wholeOf(type) * share) / BigInt(size + 1)
}

/** The value of a type that the neuron at `index` has. */
function valueAt(type: TypeDescription, index: number, subnet: Subnet): Json {
  if (type.kind === "integer" || type.kind === "fixed" || type.kind === "perquintill") {
    return numberAt(type, index, subnet).toString()
  }
  if (type.kind === "boolean") return index !== 1
  if (type.kind === "optional") return valueAt(type.of, index, subnet)
  if (type.kind === "struct") {
    return Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, valueAt(field, index, subnet)]))
  }
  throw new Error(`a ${type.kind} is no value of a single neuron`)
}

function columnsOf(row: number, { size, entries }: Subnet): readonly number[] {
  const all = Array.from({ length: size }, (_, column) => column)
  if (entries === "none") return []
  if (entries === "all but the diagonal") return all.filter((column) => column !== row)
  if (entries === "last to first") return all.reverse()
  return entries === "one beyond the size" ? [...all, size] : all
}

function matrixOf(type: TypeDescription, subnet: Subnet): Json {
  return Array.from({ length: subnet.size }, (_, row) =>
    columnsOf(row, subnet).map((column) => [column.toString(), valueAt(type, (row + column) % subnet.size, subnet)]),
  )
}

function parameterOf(name: string, type: TypeDescription, subnet: Subnet): Json {
  const entry = entryType(type)
  if (entry !== undefined) return matrixOf(entry, subnet)
  if (SIZES.has(name)) return subnet.size.toString()
  if (type.kind === "vector") return Array.from({ length: subnet.size }, (_, index) => valueAt(type.of, index, subnet))
  if (type.kind === "optional" && type.of.kind === "vector") return parameterOf(name, type.of, subnet)
  return valueAt(type, 0, { ...subnet, fill: "ascending" })
}

/** The input of a function for a subnet: every vector and matrix of its size, single values ordinary. */
export function inputOf({ parameters }: PublicFunction, subnet: Subnet): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { describe }]) => [name, parameterOf(name, describe, subnet)]),
  )
}
