import type { Json, TypeDescription } from "../../reference/interface/valueType.js"
import { coldkeys, everybody, keyPairs, netuids, type World } from "./world.js"

const LONGEST = 5
const BYTES_OF_AN_ACCOUNT = 32

/** JSON forms of values of a type: known accounts and subnets, small numbers and round amounts more often than others. */
export function drawValue(type: TypeDescription, world: World, name = ""): Json {
  const { choose } = world
  const inner = (of: TypeDescription): Json => drawValue(of, world, name)
  switch (type.kind) {
    case "integer":
      return drawInteger(type.min ?? -(2n ** 128n), type.max ?? 2n ** 128n, world, name)
    case "fixed": {
      const span = 2n ** BigInt(type.bits)
      return type.signed ? drawInteger(-span / 2n, span / 2n - 1n, world) : drawInteger(0n, span - 1n, world)
    }
    case "perquintill":
      return drawInteger(0n, 10n ** 18n, world)
    case "boolean":
      return !choose.onceIn(2)
    case "text":
      return "text".slice(choose.below(5))
    case "bytes":
      return drawBytes(type.length, world, name)
    case "nothing":
      return null
    case "choice":
      return choose.oneOf(type.options) ?? null
    case "optional":
      return choose.onceIn(2) ? inner(type.of) : null
    case "vector":
      return Array.from({ length: choose.below(LONGEST) }, () => inner(type.of))
    case "tuple":
      return type.of.map(inner)
    case "struct":
      return Object.fromEntries(Object.entries(type.fields).map(([field, of]) => [field, drawValue(of, world, field)]))
    case "union": {
      const [alternative, of] = choose.oneOf(Object.entries(type.alternatives)) ?? []
      return alternative === undefined || of === undefined ? null : { [alternative]: inner(of) }
    }
  }
}

/** A decimal string within bounds: a subnet where the name asks for one. */
function drawInteger(least: bigint, greatest: bigint, world: World, name = ""): string {
  const { choose } = world
  if (/netuid|subnets/.test(name) && !choose.onceIn(16)) return (choose.oneOf(netuids(world)) ?? 0).toString()
  const kinds = [
    () => BigInt(choose.below(6)),
    () => BigInt(1 + choose.below(999)) * 10n ** BigInt(choose.below(16)),
    () => choose.oneOf([least, greatest, greatest / 2n]) ?? least,
    () => choose.between(least, greatest),
  ]
  const value = (choose.oneOf(kinds) ?? (() => least))()
  return (value < least ? least : value > greatest ? greatest : value).toString()
}

function drawBytes(length: number | undefined, world: World, name: string): string {
  const { choose } = world
  if (length === BYTES_OF_AN_ACCOUNT && !choose.onceIn(16)) {
    const known = /coldkey/.test(name) ? coldkeys : /hotkey/.test(name) ? hotkeys(world) : everybody(world)
    const account = choose.oneOf(known)
    if (account !== undefined) return account
  }
  const byte = choose.below(256).toString(16).padStart(2, "0")
  return `0x${byte.repeat(length ?? choose.below(LONGEST))}`
}

function hotkeys(world: World) {
  return keyPairs(world).map(({ hotkey }) => hotkey)
}
