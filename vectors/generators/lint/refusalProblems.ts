import { compare } from "../../../harness/runner/compare.js"
import { nameOfStep, type Refusal, type Vector } from "../../../harness/runner/vector.js"
import { inputJson, modelError } from "./modelAnswer.js"

/** Whether the vector expects a refusal, of its only call or of one of its steps. */
function isRefused(vector: Vector): boolean {
  if (vector.kind === "function") return "error" in vector.expect
  const blocks = vector.kind === "trace" ? vector.expect.blocks : [vector.expect]
  return blocks.some(({ steps }) => steps.some(({ result }) => result !== undefined && "error" in result))
}

/** The paths at which the inputs of two vectors differ. */
function differencesOf(a: Vector, b: Vector): readonly string[] {
  return compare("", inputJson(a), inputJson(b)).differences.map(({ path }) => path.replace(/^\./, ""))
}

function isBelow(path: string, head: string): boolean {
  return path === head || path.startsWith(`${head}.`) || path.startsWith(`${head}[`)
}

function isAt(paths: readonly string[], head: string): boolean {
  return paths.some((path) => isBelow(path, head))
}

/** The paths at which the inputs of two vectors differ, without those below the given ones. */
function differencesBeside(a: Vector, b: Vector, allowed: readonly string[]): readonly string[] {
  return differencesOf(a, b).filter((path) => !allowed.some((head) => isBelow(path, head)))
}

/** The call of a transition's last step. */
function lastCall(vector: Vector): string | undefined {
  return vector.kind === "transition" ? nameOfStep(vector.input.steps.at(-1)) : undefined
}

/** The input in which a refusal differs from its accepted sibling. */
function differingInput({ refusal }: Vector): readonly string[] {
  return refusal !== undefined && "differs" in refusal ? [refusal.differs] : []
}

class Refusals {
  readonly #byId: ReadonlyMap<string, Vector>

  constructor(vectors: readonly Vector[]) {
    this.#byId = new Map(vectors.map((vector) => [vector.id, vector]))
  }

  problemOf(vector: Vector): string | undefined {
    if (vector.precedence !== undefined) return this.#precedenceProblem(vector, vector.precedence)
    if (vector.refusal !== undefined) return this.#refusalProblem(vector, vector.refusal)
    const needsSibling = vector.kind !== "trace" && isRefused(vector)
    return needsSibling ? "is refused, and names neither an accepted sibling nor the rules that it breaks" : undefined
  }

  #refusalProblem(vector: Vector, refusal: Refusal): string | undefined {
    if ("always" in refusal) return this.#alwaysProblem(vector)
    const { accepted, differs } = refusal
    const sibling = this.#byId.get(accepted)
    if (sibling === undefined) return `names the accepted sibling ${accepted}, which does not exist`
    if (sibling.kind !== vector.kind) return `and its sibling ${accepted} are not of one kind`
    const others = differencesBeside(vector, sibling, [differs])
    if (others.length > 0) return `differs from its sibling ${accepted} in ${others.join(", ")} too`
    if (differencesBeside(vector, sibling, []).length === 0) return `does not differ from its sibling ${accepted}`
    if (modelError(sibling) !== undefined) return `names the sibling ${accepted}, which the model refuses`
    return modelError(vector) === undefined ? "is accepted by the model" : undefined
  }

  /** A call that refuses everybody on a fork has no vector of it that is accepted. */
  #alwaysProblem(vector: Vector): string | undefined {
    const call = lastCall(vector)
    const accepted = [...this.#byId.values()].find(
      (other) => other.fork === vector.fork && lastCall(other) === call && !isRefused(other),
    )
    if (call === undefined || accepted !== undefined)
      return `says that everybody is refused, and ${accepted?.id} is not`
    return modelError(vector) === undefined ? "is accepted by the model" : undefined
  }

  #precedenceProblem(vector: Vector, { breaks, alone }: NonNullable<Vector["precedence"]>): string | undefined {
    if (modelError(vector) !== breaks[0]) return `gives ${modelError(vector) ?? "no error"} instead of ${breaks[0]}`
    if (alone === undefined || alone.length !== breaks.length) return "names no vector for each rule that it breaks"
    const vectors = alone.flatMap((id) => this.#byId.get(id) ?? [])
    const missing = alone.find((id) => !this.#byId.has(id))
    if (missing !== undefined) return `names ${missing}, which does not exist`
    const wrong = vectors.find((other, index) => modelError(other) !== breaks[index])
    if (wrong !== undefined) return `names ${wrong.id}, which gives ${modelError(wrong) ?? "no error"}`
    return this.#mixtureProblem(vector, vectors)
  }

  /**
   * Beside each vector that breaks one of the rules alone, it must differ in nothing but the inputs that break its rules;
   * and from the accepted sibling it must differ in that one's input, by the same value or another.
   */
  #mixtureProblem(vector: Vector, alone: readonly Vector[]): string | undefined {
    const breaking = alone.flatMap(differingInput)
    for (const one of alone) {
      const beside = differencesBeside(vector, one, breaking)
      if (beside.length > 0) return `differs from ${one.id}, which breaks one rule alone, in ${beside.join(", ")} too`
      const unbroken = this.#unbrokenInput(vector, one)
      if (unbroken !== undefined) return `does not break the rule of ${one.id}: ${unbroken} is as it is accepted`
    }
    return undefined
  }

  /** The input in which the refusal differs from its accepted sibling, if the vector has it as the sibling has. */
  #unbrokenInput(vector: Vector, { refusal }: Vector): string | undefined {
    if (refusal === undefined || !("differs" in refusal)) return undefined
    const sibling = this.#byId.get(refusal.accepted)
    const differs = sibling !== undefined && isAt(differencesOf(vector, sibling), refusal.differs)
    return differs ? undefined : refusal.differs
  }
}

/**
 * Refusals that don't show what they should: a `refusal` differs from an accepted vector in the named input alone; a
 * `precedence` breaks rules each of which another vector breaks alone, with its own error. Both are run on the model.
 * Refusals amid a trace are part of what happens in it, and need neither.
 */
export function refusalProblems(vectors: readonly Vector[]): readonly string[] {
  const refusals = new Refusals(vectors)
  return vectors.flatMap((vector) => {
    const problem = refusals.problemOf(vector)
    return problem === undefined ? [] : [`${vector.id} ${problem}`]
  })
}
