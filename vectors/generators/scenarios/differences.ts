import { isJsonObject, type Json } from "../../../reference/interface/valueType.js"
import { canonicalJson } from "../canonicalJson.js"
import type { TransitionInput } from "./situation.js"

type Inputs = ReadonlyMap<string, Json>

/** Every single input of a transition by its path: a stored value, an argument, an origin, what the block is told. */
function inputsOf({ state, steps, ...block }: TransitionInput): Inputs {
  const told = Object.entries(block).map(([name, value]): [string, Json] => [name, value])
  const values = Object.entries(state).flatMap(([item, stored]) =>
    Object.entries(isJsonObject(stored) ? stored : {}).map(([key, value]): [string, Json] => [
      `state.${item}[${key}]`,
      value,
    ]),
  )
  return new Map([...told, ...values, ...steps.flatMap((step, index) => inputsOfStep(`steps[${index}]`, step))])
}

function inputsOfStep(path: string, step: TransitionInput["steps"][number]): readonly [string, Json][] {
  if (!("call" in step)) return [[path, Object.keys(step)]]
  const [name, values] = isJsonObject(step.call) ? (Object.entries(step.call)[0] ?? []) : []
  const given = Object.entries(isJsonObject(values) ? values : {})
  return [
    [`${path}.origin`, step.origin],
    [`${path}.call`, name ?? null],
    ...given.map(([argument, value]): [string, Json] => [`${path}.call.${argument}`, value]),
  ]
}

/** The paths of the inputs in which two transitions differ. */
export function differingInputs(one: TransitionInput, other: TransitionInput): readonly string[] {
  const [a, b] = [inputsOf(one), inputsOf(other)]
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (path) => canonicalJson(a.get(path)) !== canonicalJson(b.get(path)),
  )
}
