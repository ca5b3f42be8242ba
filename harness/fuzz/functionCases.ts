import fc from "fast-check"
import type { PublicFunction } from "../../reference/interface/publicFunction.js"
import { isJsonObject, type Json, type JsonObject, type TypeDescription } from "../../reference/interface/valueType.js"
import { casesOf } from "../../vectors/generators/functions/casesOf.js"
import { typeArbitrary } from "../../vectors/generators/functions/typeArbitrary.js"
import type { FunctionCase } from "./fuzzCase.js"
import { mutatedValue } from "./mutatedValue.js"
import { inListedStages, mapped, type Simplifier } from "./simpler.js"
import { simplerValues } from "./simplerValues.js"
import { mutatedState, simplerStates } from "./storageEntries.js"

const MOST_MUTATIONS = 3
/** Functions that work on storage take it as a parameter of this name, and are those of this fork. */
const STATE = "state"
const FORK_OF_STATE = "balancer"

type Parameters = readonly (readonly [name: string, type: TypeDescription])[]

function parametersOf({ parameters }: PublicFunction): Parameters {
  return Object.entries(parameters).map(([name, { describe }]) => [name, describe] as const)
}

function isState(name: string, type: TypeDescription): boolean {
  return name === STATE && type.kind === "struct" && Object.keys(type.fields).length === 0
}

function mutatedParameter(name: string, type: TypeDescription, value: Json): fc.Arbitrary<Json> {
  if (isState(name, type) && isJsonObject(value)) return mutatedState(FORK_OF_STATE, value, typeArbitrary)
  return mutatedValue(type, value, typeArbitrary)
}

/** An input with so many changes in its parameters. */
function mutatedInput(parameters: Parameters, input: JsonObject, times: number): fc.Arbitrary<JsonObject> {
  if (times === 0) return fc.constant(input)
  return fc
    .constantFrom(...parameters)
    .chain(([name, type]) =>
      mutatedParameter(name, type, input[name] ?? null).map((value) => ({ ...input, [name]: value })),
    )
    .chain((changed) => mutatedInput(parameters, changed, times - 1))
}

/** An input whose every parameter is that of one of these inputs. */
function crossedInputs(parameters: Parameters, inputs: readonly JsonObject[]): fc.Arbitrary<JsonObject> {
  const sources = parameters.map(([name]) => [name, fc.constantFrom(...inputs.map((input) => input[name] ?? null))])
  return fc.record(Object.fromEntries(sources))
}

/**
 * Inputs of a function: what its vectors are drawn from, its boundaries, the inputs of its vectors with a few changes, and
 * parameters of several of them together.
 */
export function functionInputs(declared: PublicFunction, known: readonly JsonObject[]): fc.Arbitrary<JsonObject> {
  const { arbitrary, boundaries } = casesOf(declared)
  const parameters = parametersOf(declared)
  const inputs = [...known, ...boundaries.map(({ input }) => input)]
  if (inputs.length === 0 || parameters.length === 0) return arbitrary
  const mutated = fc
    .tuple(fc.constantFrom(...inputs), fc.integer({ min: 1, max: MOST_MUTATIONS }))
    .chain(([input, times]) => mutatedInput(parameters, input, times))
  return fc.oneof(
    { weight: 3, arbitrary },
    { weight: 4, arbitrary: mutated },
    { weight: 3, arbitrary: crossedInputs(parameters, inputs) },
  )
}

function simplerParameter(name: string, type: TypeDescription, value: Json): Simplifier<Json> {
  return isState(name, type) && isJsonObject(value) ? simplerStates(FORK_OF_STATE, value) : simplerValues(type, value)
}

/** Cases of the function with simpler inputs. */
export function simplerFunctionCases(declared: PublicFunction, one: FunctionCase): Simplifier<FunctionCase> {
  return inListedStages(
    parametersOf(declared).map(([name, type]) =>
      mapped(simplerParameter(name, type, one.input[name] ?? null), (value) => ({
        ...one,
        input: { ...one.input, [name]: value },
      })),
    ),
  )
}
