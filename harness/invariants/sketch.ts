import type { Json } from "../../reference/interface/valueType.js"
import type { AccountId } from "../../reference/state/primitives.js"
import type { World } from "./world.js"

/** An argument as a sketch says it: its JSON form, but that numbers of any kind are integers. */
export type Argument = null | boolean | number | bigint | string | readonly Argument[] | Arguments

/** Arguments by name. */
export interface Arguments {
  readonly [name: string]: Argument
}

/** A call that is likely to be accepted: who makes it, and those of its arguments that matter. */
export interface Sketch {
  readonly by: AccountId | "root"
  readonly values: Arguments
}

/** Thinks of a call in the world as it stands; undefined where there is nothing to call for. */
export type Sketcher = (world: World) => Sketch | undefined

/** Sketchers by the names of calls, `Pallet.name`. */
export type SketchTable = { readonly [call: string]: Sketcher }

function isList(argument: readonly Argument[] | Arguments): argument is readonly Argument[] {
  return Array.isArray(argument)
}

/** The JSON form of an argument. */
export function argumentToJson(argument: Argument): Json {
  if (typeof argument === "number" || typeof argument === "bigint") return argument.toString()
  if (argument === null || typeof argument !== "object") return argument
  if (isList(argument)) return argument.map(argumentToJson)
  return argumentsToJson(argument)
}

/** The JSON forms of arguments. */
export function argumentsToJson(values: Arguments): { readonly [name: string]: Json } {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, argumentToJson(value)]))
}
