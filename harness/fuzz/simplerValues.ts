import { isJsonList, isJsonObject, type Json, type TypeDescription } from "../../reference/interface/valueType.js"
import { clamp, type NumberBounds, numberBounds } from "./numberBounds.js"
import { fromList, inListedStages, inStages, mapped, type Simplifier, shorterLists, simplerMembers } from "./simpler.js"

const INTEGER = /^-?[0-9]+$/
/** The members of longer lists are left as they are until the list is shorter. */
const MOST_MEMBERS = 64

/** So many of the smaller numbers come first that are zero or round. */
export const ROUND_NUMBERS = 3

const nothing: Simplifier<never> = () => []

/** The number with so many digits and then zeros. */
function roundNumber(value: bigint, digits: number): bigint {
  const all = value.toString().replace("-", "").length
  const unit = 10n ** BigInt(Math.max(0, all - digits))
  return (value / unit) * unit
}

/**
 * Numbers nearer to zero: zero, round ones, its half, and then by ever smaller steps. It is halved as often as that goes;
 * a smaller step is not taken twice.
 */
export function smallerNumbers(value: bigint, bounds: NumberBounds): Simplifier<bigint> {
  const least = clamp(0n, bounds)
  const bits = value.toString(2).length
  const candidates = [
    least,
    roundNumber(value, 1),
    roundNumber(value, 3),
    ...Array.from({ length: bits }, (_, index) => value - (value - least) / 2n ** BigInt(index + 1)),
  ]
  const isSimpler = (candidate: bigint) => candidate !== value && clamp(candidate, bounds) === candidate
  return function* (from) {
    for (const simpler of fromList(candidates)(from)) {
      const isHalf = simpler.next[0] === ROUND_NUMBERS + 1
      if (isSimpler(simpler.value)) yield isHalf ? { ...simpler, next: [ROUND_NUMBERS] } : simpler
    }
  }
}

function simplerFields(
  json: { readonly [name: string]: Json },
  types: { readonly [name: string]: TypeDescription },
): Simplifier<Json> {
  const fields = Object.entries(types)
  return (from) =>
    inStages(from, fields.length, (index) => {
      const [name, type] = fields[index] ?? []
      const field = name === undefined ? undefined : json[name]
      if (name === undefined || type === undefined || field === undefined) return nothing
      return mapped(simplerValues(type, field), (value) => ({ ...json, [name]: value }))
    })
}

function simplerList(json: readonly Json[], of: TypeDescription): Simplifier<Json> {
  const members = json.length <= MOST_MEMBERS ? simplerMembers(json, (member) => simplerValues(of, member)) : nothing
  return inListedStages<Json>([shorterLists(json), members])
}

function simplerText(type: TypeDescription, json: string): Simplifier<Json> {
  const bounds = numberBounds(type)
  if (bounds !== undefined) {
    return INTEGER.test(json) ? mapped(smallerNumbers(BigInt(json), bounds), (value) => value.toString()) : nothing
  }
  if (type.kind === "choice") return fromList(type.options.slice(0, Math.max(0, type.options.indexOf(json))))
  if (type.kind !== "bytes" && type.kind !== "text") return nothing
  const plain = type.kind === "bytes" ? `0x${"00".repeat(type.length ?? 0)}` : ""
  return json === plain ? nothing : fromList([plain])
}

/**
 * JSON forms of the type that are simpler than this one: numbers nearer to zero, shorter lists, options that come earlier.
 * None of them can be simplified back into it, so that simplifying always ends.
 */
export function simplerValues(type: TypeDescription, json: Json): Simplifier<Json> {
  if (json === null || json === false) return nothing
  if (json === true) return fromList<Json>([false])
  if (type.kind === "optional") return inListedStages([fromList<Json>([null]), simplerValues(type.of, json)])
  if (typeof json === "string") return simplerText(type, json)
  if (type.kind === "vector" && isJsonList(json)) return simplerList(json, type.of)
  if (type.kind === "tuple" && isJsonList(json)) {
    return simplerMembers(json, (member, index) => {
      const of = type.of[index]
      return of === undefined ? nothing : simplerValues(of, member)
    })
  }
  if (type.kind === "struct" && isJsonObject(json)) return simplerFields(json, type.fields)
  return type.kind === "union" && isJsonObject(json) ? simplerFields(json, type.alternatives) : nothing
}
