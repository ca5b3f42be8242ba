import { packageVersion } from "../../../harness/packageFolder.js"
import type { TransitionVector } from "../../../harness/runner/vector.js"
import type { StepAnswer } from "../../../reference/interface/modelSession.js"
import { slugOf } from "../functions/draft.js"
import { stemOf, type VectorFile } from "../generator.js"
import { differingInputs } from "./differences.js"
import { sessionOf } from "./sessions.js"
import { inputOf, type TransitionInput } from "./situation.js"
import { forkOf, type Scenario, type Suite } from "./suite.js"

/** What vectors of scenarios name as their provenance. */
export const SCENARIOS = "scenarios"

/** What the model of a fork makes of a block. */
export function answersOf(fork: string, { state, ...block }: TransitionInput): readonly StepAnswer[] {
  const session = sessionOf(fork)
  session.load(state)
  return session.step(block).steps
}

function outcomeOf(answers: readonly StepAnswer[]): string {
  const result = answers.at(-1)?.result
  if (result === undefined) return "nothing"
  return "error" in result ? result.error : "ok"
}

type Inputs = ReadonlyMap<string, TransitionInput>

/** The one input in which a scenario differs from its accepted sibling. */
function differenceOf({ name, sibling }: Scenario, inputs: Inputs): string {
  const [own, accepted] = [inputs.get(name), inputs.get(sibling ?? "")]
  const differing = own === undefined || accepted === undefined ? [] : differingInputs(own, accepted)
  const [differs, ...more] = differing
  if (differs !== undefined && more.length === 0) return differs
  throw new Error(`"${name}" differs from "${sibling}" in ${differing.join(", ") || "nothing"}`)
}

function reasonFor(scenario: Scenario, suite: Suite, inputs: Inputs, stem: string) {
  const idOf = (name: string) => `${stem}/${slugOf(name)}`
  if (scenario.mixes !== undefined) {
    const alone = scenario.mixes.flatMap((name) => suite.scenarios.find((other) => other.name === name) ?? [])
    return { precedence: { breaks: alone.map(({ gives }) => gives), alone: alone.map(({ name }) => idOf(name)) } }
  }
  if (scenario.isAlways === true) return { refusal: { always: true } as const }
  if (scenario.sibling === undefined) return {}
  return { refusal: { accepted: idOf(scenario.sibling), differs: differenceOf(scenario, inputs) } }
}

/** The vectors of a suite. Throws when scenarios do not give what they promise. */
export function vectorsOfSuite(suite: Suite): VectorFile {
  const fork = forkOf(suite)
  const place = { fork, chapter: suite.chapter, name: suite.name }
  const stem = stemOf(place)
  const inputs = new Map(suite.scenarios.map(({ name, situation }) => [name, inputOf(situation)]))
  const answers = new Map([...inputs].map(([name, input]) => [name, answersOf(fork, input)]))
  ensurePromisesAreKept(suite, stem, answers)
  const vectors = suite.scenarios.map((scenario): TransitionVector => {
    const input = inputs.get(scenario.name) ?? inputOf(scenario.situation)
    return {
      id: `${stem}/${slugOf(scenario.name)}`,
      kind: "transition",
      fork,
      chapter: suite.chapter,
      clauses: scenario.clauses,
      comment: `${suite.title}: ${scenario.name}`,
      provenance: { generator: SCENARIOS, model: packageVersion() },
      confirmed: "model",
      earns: { boundary: scenario.name },
      ...reasonFor(scenario, suite, inputs, stem),
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
