import type { Fork } from "../forks/fork.js"
import { forkTable } from "../forks/forkTable.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { State } from "../state/state.js"
import { accountId, hash } from "./chainTypes.js"
import { u32 } from "./integerTypes.js"
import {
  type BlockAnswer,
  type BlockRequest,
  type ModelSession,
  type Step,
  type StepAnswer,
  Unsupported,
} from "./modelSession.js"
import { Block, type PhaseAnswer, type Unsupported as UnsupportedPhase } from "./phase.js"
import { stateFromJson, stateToJson, storageJson } from "./stateJson.js"
import { excerpt, isJsonObject, type Json, type JsonObject, ValueError } from "./valueType.js"

/** A model of the fork, with an empty state. Throws an Unsupported for a fork without block step or calls. */
export function openSession(fork: string): ModelSession {
  const rules = forkTable.get(fork)
  if (rules === undefined) throw new Unsupported(`the model has no block step and no calls for the fork ${fork}`)
  return new Session(rules, State.empty(rules.runtime.storage))
}

/** A model of the fork that goes on from this state, which it changes. */
export function sessionOn(rules: Fork, state: State): ModelSession {
  return new Session(rules, state)
}

/** The forks for which a session can be opened. */
export const forksWithSessions: readonly string[] = [...forkTable.keys()]

class Session implements ModelSession {
  readonly #fork: Fork
  #state: State

  constructor(fork: Fork, state: State) {
    this.#fork = fork
    this.#state = state
  }

  load(state: Json): void {
    this.#state = stateFromJson(this.#fork.runtime.storage, state)
  }

  step(request: BlockRequest): BlockAnswer {
    const author = request.blockAuthor === null ? undefined : accountId.fromJson(request.blockAuthor, "blockAuthor")
    const block = new Block(this.#fork, this.#state, {
      number: BigInt(u32.fromJson(request.blockNumber, "blockNumber")),
      parentHash: hash.fromJson(request.parentHash, "parentHash"),
      author,
    })
    const steps = request.steps.map((step, index) => this.#step(block, step, `steps[${index}]`))
    this.#state.forgetHistory()
    return { steps }
  }

  #step(block: Block, step: Step, path: string): StepAnswer {
    if ("initialize" in step) return this.#answer(block.initialize())
    if ("finalize" in step) return this.#answer(block.finalize())
    return this.#answer(
      block.step(
        originFromJson(step.origin, `${path}.origin`),
        this.#fork.runtime.runtimeCall.fromJson(step.call, `${path}.call`),
      ),
    )
  }

  #answer(answer: PhaseAnswer | UnsupportedPhase): StepAnswer {
    if ("unsupported" in answer) throw new Unsupported(`the model does not have the call ${answer.unsupported}`)
    return {
      result: answer.result === "ok" ? { ok: null } : answer.result,
      events: answer.events.map(({ declaration, fields }) => ({
        [`${declaration.pallet}.${declaration.name}`]: declaration.fields.toJson(fields),
      })),
      changes: storageJson(this.#fork.runtime.storage, answer.changes),
    }
  }

  read(items: readonly string[] | undefined): JsonObject {
    return stateToJson(this.#state, items)
  }
}

/** The origin of a call from its JSON form. Throws a ValueError. */
export function originFromJson(json: Json, path: string): Origin {
  if (json === "root") return ROOT_ORIGIN
  if (json === "none") return { kind: "none" }
  const [kind, account, ...more] = isJsonObject(json) ? Object.entries(json).flat() : []
  if (kind === "signed" && account !== undefined && more.length === 0) {
    return signedBy(accountId.fromJson(account, `${path}.signed`))
  }
  throw new ValueError(path, `${excerpt(json)} is neither "root", "none" nor {"signed": account}`)
}
