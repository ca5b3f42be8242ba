import { packageVersion } from "../../../harness/packageFolder.js"
import type { TransitionVector } from "../../../harness/runner/vector.js"
import type { StepAnswer } from "../../../reference/interface/modelSession.js"
import { openSession } from "../../../reference/interface/openSession.js"
import { slugOf } from "../functions/draft.js"
import { stemOf, type VectorFile } from "../generator.js"
import { differingInputs } from "./differences.js"
import { inputOf, type TransitionInput } from "./situation.js"
import type { Scenario, Suite } from "./suite.js"

/** The fork whose transitions are shown. */
export const FORK = "balancer"

/** What vectors of scenarios name as their provenance. */
export const SCENARIOS = "scenarios"

const session = openSession(FORK)

/** What the model makes of a block. */
export function answersOf({ state, ...block }: TransitionInput): readonly StepAnswer[] {
  session.load(state)
  return session.step(block).steps
}

function outcomeOf(answers: readonly StepAnswer[]): string {
  const result = answers.at(-1)?.result
  if (result === undefined) return "nothing"
  return "error" in result ? result.error : "ok"
}

function reasonFor(
  scenario: Scenario,
  input: TransitionInput,
  inputs: ReadonlyMap<string, TransitionInput>,
  stem: string,
) {
  if (scenario.breaks !== undefined) return { precedence: { breaks: scenario.breaks } }
  if (scenario.sibling === undefined) return {}
  const sibling = inputs.get(scenario.sibling)
  const differing = sibling === undefined ? [] : differingInputs(sibling, input)
  const [differs, ...more] = differing
  if (differs === undefined || more.length > 0) {
    throw new Error(
      `${stem}: "${scenario.name}" differs from "${scenario.sibling}" in ${differing.join(", ") || "nothing"}`,
    )
  }
  return { refusal: { accepted: `${stem}/${slugOf(scenario.sibling)}`, differs } }
}

/** The vectors of a suite. Throws when scenarios do not give what they promise. */
export function vectorsOfSuite(suite: Suite): VectorFile {
  const place = { fork: FORK, chapter: suite.chapter, name: suite.name }
  const stem = stemOf(place)
  const inputs = new Map(suite.scenarios.map(({ name, situation }) => [name, inputOf(situation)]))
  const answers = new Map([...inputs].map(([name, input]) => [name, answersOf(input)]))
  ensurePromisesAreKept(suite, stem, answers)
  const vectors = suite.scenarios.map((scenario): TransitionVector => {
    const input = inputs.get(scenario.name) ?? inputOf(scenario.situation)
    return {
      id: `${stem}/${slugOf(scenario.name)}`,
      kind: "transition",
      fork: FORK,
      chapter: suite.chapter,
      clauses: scenario.clauses,
      comment: `${suite.title}: ${scenario.name}`,
      provenance: { generator: SCENARIOS, model: packageVersion() },
      confirmed: "model",
      earns: { boundary: scenario.name },
      ...reasonFor(scenario, input, inputs, stem),
      input,
      expect: { steps: answers.get(scenario.name) ?? [] },
    }
  })
  return { ...place, vectors }
}

function ensurePromisesAreKept(
  { scenarios }: Suite,
  stem: string,
  answers: ReadonlyMap<string, readonly StepAnswer[]>,
): void {
  if (answers.size !== scenarios.length) throw new Error(`${stem}: two scenarios have the same name`)
  const broken = scenarios.flatMap(({ name, gives }) => {
    const got = outcomeOf(answers.get(name) ?? [])
    return got === gives ? [] : [`"${name}" gives ${got}, not ${gives}`]
  })
  if (broken.length > 0) throw new Error(`${stem}: ${broken.join("; ")}`)
}
