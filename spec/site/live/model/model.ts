import type { Answer, PublicFunction } from "../../../../reference/interface/publicFunction.js"
import type { Json, JsonObject } from "../../../../reference/interface/valueType.js"

/** A rule that a page ran: what vectors are made of. */
export interface Step {
  readonly function: string
  readonly chapter: string
  readonly fork: string
  readonly clauses: readonly string[]
  readonly input: JsonObject
  readonly answer: Answer
}

/** The answer of a rule that refuses what it is asked. */
export class Refused extends Error {
  /** The chain's name for the refusal. */
  readonly error: string

  constructor(name: string, error: string) {
    super(`${name} refuses with ${error}`)
    this.error = error
  }
}

/** The model's public functions, with a record of those that led to what a page shows. */
export class Model {
  readonly #functions: ReadonlyMap<string, PublicFunction>
  readonly #steps: Step[] = []

  constructor(functions: ReadonlyMap<string, PublicFunction>) {
    this.#functions = functions
  }

  /** The rules that ran, in order. */
  get steps(): readonly Step[] {
    return this.#steps
  }

  /** Runs a rule and records it. Throws Refused. */
  run(name: string, input: JsonObject): Json {
    return resultOf(name, this.answer(name, input))
  }

  /** Runs a rule and records it, a refusal too. */
  answer(name: string, input: JsonObject): Answer {
    const rule = this.#rule(name)
    const answer = rule.call(input)
    const { chapter, clauses, forks } = rule
    this.#steps.push({ function: name, chapter, fork: forks[0] ?? "", clauses, input, answer })
    return answer
  }

  /** Runs a rule for a drawing, without a record. Throws Refused. */
  sample(name: string, input: JsonObject): Json {
    return resultOf(name, this.#rule(name).call(input))
  }

  #rule(name: string): PublicFunction {
    const rule = this.#functions.get(name)
    if (rule === undefined) throw new Error(`the pages do not load the rule ${name}`)
    return rule
  }
}

function resultOf(name: string, answer: Answer): Json {
  if ("error" in answer) throw new Refused(name, answer.error)
  return answer.ok
}
