import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import { isJsonList, type JsonObject, type TypeDescription } from "../../../reference/interface/valueType.js"
import type { BoundaryCase } from "../functions/functionCases.js"
import { boundaryValues } from "../functions/typeBoundaries.js"
import { entryType, inputOf, SIZES, type Subnet } from "./sizedValues.js"

const ORDINARY: Subnet = { size: 3, fill: "ascending", entries: "all" }

const SUBNETS: readonly (readonly [string, Partial<Subnet>])[] = [
  ["three neurons", {}],
  ["no neurons", { size: 0 }],
  ["one neuron", { size: 1 }],
  ["all values zero", { fill: "zero" }],
  ["all values equal", { fill: "equal" }],
  ["all values the largest", { fill: "largest" }],
]

const MATRICES: readonly (readonly [string, Partial<Subnet>])[] = [
  ["rows without entries", { entries: "none" }],
  ["nothing on the diagonal", { entries: "all but the diagonal" }],
  ["columns from last to first", { entries: "last to first" }],
  ["an entry beyond the size", { entries: "one beyond the size" }],
]

type Parameters = readonly (readonly [name: string, type: TypeDescription])[]

function parametersOf({ parameters }: PublicFunction): Parameters {
  return Object.entries(parameters).map(([name, { describe }]) => [name, describe])
}

/** Every vector and matrix one neuron shorter than the others. */
function shorter(parameters: Parameters, ordinary: JsonObject): readonly BoundaryCase[] {
  const lists = parameters.filter(([name]) => isJsonList(ordinary[name]))
  if (lists.length < 2) return []
  return lists.flatMap(([name]) => {
    const list = ordinary[name]
    return isJsonList(list) ? [{ name: `${name} one shorter`, input: { ...ordinary, [name]: list.slice(0, -1) } }] : []
  })
}

/** Every single value at each of its boundaries. */
function singles(parameters: Parameters, ordinary: JsonObject): readonly BoundaryCase[] {
  return parameters
    .filter(([name]) => !isJsonList(ordinary[name]) && !SIZES.has(name))
    .flatMap(([name, type]) =>
      boundaryValues(type).map(([value, json]) => ({ name: `${name} ${value}`, input: { ...ordinary, [name]: json } })),
    )
}

/** Subnets of every shape that a rule of consensus may meet. */
export function sizedBoundaries(declared: PublicFunction): readonly BoundaryCase[] {
  const parameters = parametersOf(declared)
  const ordinary = inputOf(declared, ORDINARY)
  const hasLists = parameters.some(([name]) => isJsonList(ordinary[name]))
  const hasMatrix = parameters.some(([, type]) => entryType(type) !== undefined)
  const shapes = [...(hasLists ? SUBNETS : SUBNETS.slice(0, 1)), ...(hasMatrix ? MATRICES : [])]
  return [
    ...shapes.map(([name, change]) => ({
      name: hasLists ? name : "ordinary",
      input: inputOf(declared, { ...ORDINARY, ...change }),
    })),
    ...shorter(parameters, ordinary),
    ...singles(parameters, ordinary),
  ]
}
