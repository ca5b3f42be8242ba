import { type Fields, type StructOf, struct } from "./compositeTypes.js"
import { refusalName } from "./refusalName.js"
import type { Json, JsonObject, ValueType } from "./valueType.js"

/** What a public function gives: a result with the values that led to it, or the chain's name for the refusal. */
export type Answer = { readonly ok: Json; readonly checkpoints?: JsonObject } | { readonly error: string }

/** A rule of the model that vectors call by name, with values in their JSON forms. */
export interface PublicFunction {
  /** `<chapter>.<function>`, as vectors name it. */
  readonly name: string
  readonly chapter: string
  /** The ids of the clauses that it carries out. */
  readonly clauses: readonly string[]
  /** The forks whose rule it is. */
  readonly forks: readonly string[]
  readonly parameters: Fields
  readonly result: ValueType<unknown>
  /** The types of the intermediate values that it reports, in the order in which they arise. */
  readonly checkpoints: Fields
  /**
   * Runs the rule. Throws a ValueError when the input is not of the types of the parameters; a refusal of the rule
   * and a panic of the runtime are answers.
   */
  call(input: Json): Answer
}

interface Declaration<Parameters extends Fields, Result> {
  readonly name: string
  readonly clauses: readonly string[]
  readonly forks: readonly string[]
  readonly parameters: Parameters
  readonly result: ValueType<Result>
}

/** A function without intermediate values. */
export interface FunctionDeclaration<Parameters extends Fields, Result> extends Declaration<Parameters, Result> {
  readonly run: (input: StructOf<Parameters>) => Result
}

/** A function that also reports the intermediate values of a long computation. */
export interface CheckpointedDeclaration<Parameters extends Fields, Result, Checkpoints extends Fields>
  extends Declaration<Parameters, Result> {
  readonly checkpoints: Checkpoints
  readonly run: (input: StructOf<Parameters>) => {
    readonly result: Result
    readonly checkpoints: StructOf<Checkpoints>
  }
}

function chapterOf(name: string): string {
  const [chapter, rest] = name.split(".", 2)
  if (!chapter || !rest) throw new Error(`the public function "${name}" is not named <chapter>.<function>`)
  return chapter
}

function answer(run: () => Answer): Answer {
  try {
    return run()
  } catch (thrown) {
    const error = refusalName(thrown)
    if (error === undefined) throw thrown
    return { error }
  }
}

/** Declares a public function. */
export function publicFunction<Parameters extends Fields, Result>(
  declaration: FunctionDeclaration<Parameters, Result>,
): PublicFunction {
  const { name, clauses, forks, parameters, result, run } = declaration
  const inputType = struct(parameters)
  return {
    name,
    chapter: chapterOf(name),
    clauses,
    forks,
    parameters,
    result,
    checkpoints: {},
    call(input) {
      const values = inputType.fromJson(input, "input")
      return answer(() => ({ ok: result.toJson(run(values)) }))
    },
  }
}

/** Declares a public function that reports checkpoints: named intermediate values, in the order in which they arise. */
export function publicFunctionWithCheckpoints<Parameters extends Fields, Result, Checkpoints extends Fields>(
  declaration: CheckpointedDeclaration<Parameters, Result, Checkpoints>,
): PublicFunction {
  const { name, clauses, forks, parameters, result, checkpoints, run } = declaration
  const inputType = struct(parameters)
  const checkpointsType = struct(checkpoints)
  return {
    name,
    chapter: chapterOf(name),
    clauses,
    forks,
    parameters,
    result,
    checkpoints,
    call(input) {
      const values = inputType.fromJson(input, "input")
      return answer(() => {
        const outcome = run(values)
        return { ok: result.toJson(outcome.result), checkpoints: checkpointsType.toJson(outcome.checkpoints) }
      })
    },
  }
}
