import type { Encoding } from "../../../reference/state/encoding.js"
import type { ItemShape, PalletShape, RuntimeShape, VariantShape } from "./declaredRuntime.js"
import type { Change, Drift, DriftGroup } from "./drift.js"
import { encodingDifferences } from "./encodingDifferences.js"

/** Pallets of which the model declares a part on purpose: what the runtime has beyond it is no drift. */
const DECLARED_IN_PART: ReadonlySet<string> = new Set(["System"])

function changed(aspect: string, declared: string, found: string): readonly Change[] {
  return declared === found ? [] : [{ aspect, declared, found }]
}

function typeChanges(aspect: string, declared: Encoding, found: Encoding): readonly Change[] {
  return encodingDifferences(declared, found).map(({ place, declared: ours, found: theirs }) => ({
    aspect,
    ...(place === "" ? {} : { place }),
    ...(ours === undefined ? {} : { declared: ours }),
    ...(theirs === undefined ? {} : { found: theirs }),
  }))
}

function keyChanges(declared: ItemShape, found: ItemShape): readonly Change[] {
  if (declared.keys.length !== found.keys.length) {
    return changed("keys", String(declared.keys.length), String(found.keys.length))
  }
  return declared.keys.flatMap((key, index) => {
    const other = found.keys[index] ?? key
    const place = declared.keys.length === 1 ? "" : ` ${index + 1}`
    return [
      ...changed(`hasher${place}`, key.hasher, other.hasher),
      ...typeChanges(`key${place}`, key.encoding, other.encoding),
    ]
  })
}

/** The bytes of defaults can be compared where the values are of one type. */
function fallbackChanges(declared: ItemShape, found: ItemShape, isOfOneType: boolean): readonly Change[] {
  const modifiers = [declared, found].map(({ fallback }) => (fallback === undefined ? "optional" : "with a default"))
  if (modifiers[0] !== modifiers[1]) return changed("modifier", modifiers[0] ?? "", modifiers[1] ?? "")
  return isOfOneType ? changed("default", declared.fallback ?? "", found.fallback ?? "") : []
}

function itemChanges(declared: ItemShape, found: ItemShape): readonly Change[] {
  const value = typeChanges("value", declared.value, found.value)
  return [...keyChanges(declared, found), ...value, ...fallbackChanges(declared, found, value.length === 0)]
}

function variantChanges(aspect: string): (declared: VariantShape, found: VariantShape) => readonly Change[] {
  return (declared, found) => [
    ...changed("index", String(declared.index), String(found.index)),
    ...typeChanges(aspect, declared.payload, found.payload),
  ]
}

/** Goes through what both sides have by name. */
function compareNamed<Shape>(
  group: DriftGroup,
  pallet: string,
  declared: ReadonlyMap<string, Shape>,
  found: ReadonlyMap<string, Shape>,
  changes: (declared: Shape, found: Shape) => readonly Change[],
): readonly Drift[] {
  const ours = [...declared].flatMap(([name, shape]): readonly Drift[] => {
    const other = found.get(name)
    if (other === undefined) return [{ group, pallet, name, kind: "missing" }]
    return changes(shape, other).map((change) => ({ group, pallet, name, kind: "changed", ...change }))
  })
  if (DECLARED_IN_PART.has(pallet) && group === "storage") return ours
  const extra = [...found.keys()].filter((name) => !declared.has(name))
  return [...ours, ...extra.map((name): Drift => ({ group, pallet, name, kind: "extra" }))]
}

/** Constants are compared where the model holds them; a runtime may have any others. */
function compareConstants(
  pallet: string,
  declared: ReadonlyMap<string, bigint>,
  found: ReadonlyMap<string, bigint>,
): readonly Drift[] {
  const held = new Map([...found].filter(([name]) => declared.has(name)))
  return compareNamed("constants", pallet, declared, held, (ours, theirs) =>
    changed("value", String(ours), String(theirs)),
  )
}

function comparePallets(pallet: string, declared: PalletShape, found: PalletShape | undefined): readonly Drift[] {
  if (found === undefined) return [{ group: "pallets", pallet, kind: "missing" }]
  const index = changed("index", String(declared.index), String(found.index))
  return [
    ...index.map((change): Drift => ({ group: "pallets", pallet, kind: "changed", ...change })),
    ...compareNamed("storage", pallet, declared.storage, found.storage, itemChanges),
    ...compareNamed("calls", pallet, declared.calls, found.calls, variantChanges("arguments")),
    ...compareNamed("events", pallet, declared.events, found.events, variantChanges("fields")),
    ...compareNamed("errors", pallet, declared.errors, found.errors, (ours, theirs) =>
      changed("index", String(ours), String(theirs)),
    ),
    ...compareConstants(pallet, declared.constants, found.constants),
  ]
}

/** Everything in which the pallets that the model declares are not so in the runtime. */
export function compareRuntimes(declared: RuntimeShape, found: RuntimeShape): readonly Drift[] {
  return [...declared].flatMap(([name, pallet]) => comparePallets(name, pallet, found.get(name)))
}

/** The pallets of the runtime of which the model declares nothing. */
export function undeclaredPallets(declared: RuntimeShape, found: RuntimeShape): readonly string[] {
  return [...found.keys()].filter((name) => !declared.has(name))
}
