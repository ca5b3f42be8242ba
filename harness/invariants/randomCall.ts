import type { Json } from "../../reference/interface/valueType.js"
import { calls } from "../../reference/state/calls.js"
import type { AccountId } from "../../reference/state/primitives.js"
import { drawValue } from "./drawValue.js"
import { argumentsToJson, type Sketch } from "./sketch.js"
import { sketchTable } from "./sketchTable.js"
import { keyPairs, signers, type World } from "./world.js"

/** A call with who makes it, in JSON. */
export interface RandomCall {
  readonly origin: Json
  readonly call: { readonly [name: string]: Json }
}

const declarations = new Map(
  Object.values(calls)
    .flatMap((ofPallet) => Object.values(ofPallet))
    .map((declaration) => [`${declaration.pallet}.${declaration.name}`, declaration]),
)

/** How often a call is made with arguments of every kind though one that is likely to be accepted could be made. */
const ONE_WILD_IN = 16

const ROOTS_CALLS = /^AdminUtils|^Swap|\.sudo_/

/**
 * Makes up a call of this name: mostly one that is likely to be accepted in the world as it stands; undefined where there
 * is none.
 */
export function randomCall(name: string, world: World): RandomCall | undefined {
  const sketcher = world.choose.onceIn(ONE_WILD_IN) ? undefined : sketchTable[name]
  if (sketcher === undefined) return wildCall(name, world)
  const sketch = sketcher(world)
  return sketch && completeCall(name, world, sketch)
}

/** A call of this name with arguments of every kind. */
export function wildCall(name: string, world: World): RandomCall {
  return completeCall(name, world, { by: anySigner(name, world), values: {} })
}

/** Draws the arguments that a sketch leaves open. */
function completeCall(name: string, world: World, sketch: Sketch): RandomCall {
  const declaration = declarations.get(name)
  if (declaration === undefined) throw new Error(`the chain has no call ${name}`)
  const said = argumentsToJson(sketch.values)
  const { describe } = declaration.arguments
  const fields = describe.kind === "struct" ? Object.entries(describe.fields) : []
  const values = fields.map(([field, type]) => {
    const value = said[field]
    return [field, value === undefined ? drawValue(type, world, field) : value]
  })
  return { origin: originOf(sketch.by), call: { [name]: Object.fromEntries(values) } }
}

function originOf(by: AccountId | "root"): Json {
  return by === "root" ? "root" : { signed: by }
}

/** Mostly who may make the call: root those that set hyperparameters, accounts the others. */
function anySigner(name: string, world: World): AccountId | "root" {
  const { choose } = world
  const usual = ROOTS_CALLS.test(name) !== choose.onceIn(10)
  if (usual) return "root"
  const accounts = choose.onceIn(4) ? keyPairs(world).map(({ hotkey }) => hotkey) : signers(world)
  return choose.oneOf(accounts) ?? "root"
}
