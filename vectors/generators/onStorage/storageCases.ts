import fc from "fast-check"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { BoundaryCase, OwnCases } from "../functions/functionCases.js"
import { keysQuestions } from "./keysQuestions.js"
import { poolQuestions } from "./poolQuestions.js"
import { stakingQuestions } from "./stakingQuestions.js"
import { taoQuestions } from "./taoQuestions.js"
import { weightsQuestions } from "./weightsQuestions.js"

const QUESTIONS: { readonly [name: string]: readonly BoundaryCase[] } = {
  ...poolQuestions,
  ...taoQuestions,
  ...stakingQuestions,
  ...weightsQuestions,
  ...keysQuestions,
}

/** Whether a function is asked on a chain's storage. */
export function worksOnStorage({ parameters }: PublicFunction): boolean {
  return Object.hasOwn(parameters, "state")
}

/** The cases of a function that is asked on a chain's storage: they are all listed. */
export function storageCases({ name }: PublicFunction): OwnCases {
  const boundaries = QUESTIONS[name] ?? []
  return { boundaries, arbitrary: fc.constantFrom(...boundaries.map(({ input }) => input)), candidates: 0 }
}
