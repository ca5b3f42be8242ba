import { balancer } from "../../reference/forks/balancer.js"
import { Block, type PhaseAnswer, type Unsupported } from "../../reference/interface/phase.js"
import type { RuntimeCall } from "../../reference/state/call.js"
import type { BlockContext } from "../../reference/state/chain.js"
import type { Origin } from "../../reference/state/origin.js"
import { runtimeCall } from "../../reference/state/runtimeCall.js"
import type { State } from "../../reference/state/state.js"
import type { HappenedStep, Invariant, StateInvariant, StepInvariant } from "./invariant.js"
import { invariantTable } from "./invariantTable.js"

/** An invariant that a step broke. */
export interface Violation {
  readonly invariant: Invariant
  readonly problem: string
}

/** Thrown by the step that breaks an invariant. */
export class InvariantBroken extends Error {
  readonly violation: Violation

  constructor(violation: Violation) {
    const { name, clauses } = violation.invariant
    super(`${violation.problem}, though ${name} (${clauses.join(", ")})`)
    this.name = "InvariantBroken"
    this.violation = violation
  }
}

/** Calls with which root writes storage as it likes, alone or inside another call. */
const RAW_WRITES = /"System\.(?:set_storage|kill_storage|kill_prefix)"/

function writesRaw(call: RuntimeCall): boolean {
  return RAW_WRITES.test(JSON.stringify(runtimeCall.toJson(call)))
}

/**
 * A chain whose invariants are checked after every step. What does not hold in its first state is not asked for, nor
 * what does not hold after storage was written with no rule.
 */
export class WatchedChain {
  readonly #state: State
  readonly #ofStates: readonly StateInvariant[]
  readonly #ofSteps: readonly StepInvariant[]
  #broken: ReadonlySet<Invariant>
  #block: Block | undefined

  constructor(state: State, invariants: readonly Invariant[] = invariantTable) {
    this.#state = state
    this.#ofStates = invariants.filter((invariant) => "brokenIn" in invariant)
    this.#ofSteps = invariants.filter((invariant) => "brokenBy" in invariant)
    this.#broken = new Set(this.#brokenNow().keys())
  }

  /** Begins a block, without its block step. */
  begin(context: BlockContext): void {
    this.#block = new Block(balancer, this.#state, context)
  }

  /** The block step. Throws an InvariantBroken. */
  initialize(): PhaseAnswer {
    return this.#watch((block) => block.initialize(), undefined)
  }

  /** A call; it may be refused. Throws an InvariantBroken. */
  call(origin: Origin, call: RuntimeCall): PhaseAnswer {
    return this.#watch((block) => block.step(origin, call), call)
  }

  #watch(run: (block: Block) => PhaseAnswer | Unsupported, call: RuntimeCall | undefined): PhaseAnswer {
    if (this.#block === undefined) throw new Error("no block has begun")
    const before = this.#state.fork()
    const answer = run(this.#block)
    if ("unsupported" in answer) throw new Error(`the model does not have the call ${answer.unsupported}`)
    if (call !== undefined && writesRaw(call)) this.#broken = new Set(this.#brokenNow().keys())
    else this.#check({ before, after: this.#state, isBlockStep: call === undefined, call, answer })
    this.#state.forgetHistory()
    return answer
  }

  #check(step: HappenedStep): void {
    this.#checkStep(step)
    if (step.answer.changes.size > 0) this.#checkState()
  }

  #checkStep(step: HappenedStep): void {
    for (const invariant of this.#ofSteps) {
      const problem = invariant.brokenBy(step)
      if (problem !== undefined) throw new InvariantBroken({ invariant, problem })
    }
  }

  #checkState(): void {
    const broken = this.#brokenNow()
    for (const [invariant, problem] of broken) {
      if (!this.#broken.has(invariant)) throw new InvariantBroken({ invariant, problem })
    }
    this.#broken = new Set(broken.keys())
  }

  #brokenNow(): ReadonlyMap<Invariant, string> {
    return new Map(
      this.#ofStates.flatMap((invariant): [Invariant, string][] => {
        const problem = invariant.brokenIn(this.#state)
        return problem === undefined ? [] : [[invariant, problem]]
      }),
    )
  }
}
