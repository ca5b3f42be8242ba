import type { Fork } from "../../reference/forks/fork.js"
import { Block, type PhaseAnswer, type Unsupported } from "../../reference/interface/phase.js"
import type { RuntimeCall } from "../../reference/state/call.js"
import { ROOT_ORIGIN, signedBy } from "../../reference/state/origin.js"
import { fromHex, type Hex } from "../../reference/state/scaleTypes.js"
import { State } from "../../reference/state/state.js"
import { inRecordedNames } from "./errorNames.js"
import { compare, type Difference, type PhaseName, type PhaseRecord, recordedEvents } from "./phases.js"
import { isRecorded } from "./recordedScope.js"
import { type Diff, hasAnswers, type RecordedBlock, type RecordedStep, type Recording } from "./recording.js"
import { completeState } from "./unrecordedState.js"

/** What came of one phase of a recording on the model. */
export type PhaseVerdict =
  | { readonly kind: "matched" }
  | { readonly kind: "diverged"; readonly differences: readonly Difference[] }
  | { readonly kind: "unsupported"; readonly reason: string }
  | { readonly kind: "unanswered" }

/** A phase with what the model made of it; `record` is missing where the model could not carry it out. */
export interface ReplayedPhase {
  readonly block: number
  readonly phase: PhaseName
  readonly call: string | undefined
  readonly verdict: PhaseVerdict
  readonly record: PhaseRecord | undefined
}

/** A phase that did nothing. */
export const NOTHING: PhaseRecord = { result: "ok", events: [], diff: {} }

/** Runs a recording on the model, phase by phase, showing the model nothing of what the recording says came of it. */
export class Replay {
  readonly #fork: Fork
  readonly #recording: Recording
  readonly #resync: boolean
  readonly #answered: boolean
  readonly state: State
  #stopped: string | undefined

  constructor(fork: Fork, recording: Recording, resync: boolean) {
    this.#fork = fork
    this.#recording = recording
    this.#resync = resync
    this.#answered = hasAnswers(recording)
    this.state = State.fromRaw(fork.runtime.storage, Object.entries(recording.state))
    this.state.decodeAll()
    completeState(fork.name, this.state)
  }

  *run(): Generator<ReplayedPhase> {
    for (const recorded of this.#recording.blocks) yield* this.#block(recorded)
  }

  *#block(recorded: RecordedBlock): Generator<ReplayedPhase> {
    const { block: number, parentHash, initialize, steps, finalize } = recorded
    const author = this.#recording.header.blockAuthor
    const block = new Block(this.#fork, this.state, { number: BigInt(number), parentHash, author })
    yield this.#phase(number, "initialize", undefined, { ...NOTHING, ...initialize }, () => block.initialize())
    for (const [index, step] of steps.entries()) yield this.#step(number, index, step, block)
    if (finalize !== undefined)
      yield this.#phase(number, "finalize", undefined, { ...NOTHING, ...finalize }, () => block.finalize())
  }

  #step(number: number, index: number, step: RecordedStep, block: Block): ReplayedPhase {
    const call = this.#readCall(step.call)
    const name = call === undefined ? step.call.slice(0, 6) : `${call.declaration.pallet}.${call.declaration.name}`
    const origin = step.origin === "root" ? ROOT_ORIGIN : signedBy(step.origin.signed)
    const expected = { ...NOTHING, ...step }
    return this.#phase(number, index, name, expected, () =>
      call === undefined
        ? { unsupported: `no call has the bytes ${step.call.slice(0, 40)}` }
        : block.step(origin, call),
    )
  }

  #readCall(bytes: Hex): RuntimeCall | undefined {
    try {
      return this.#fork.runtime.runtimeCall.decode(fromHex(bytes))
    } catch {
      return undefined
    }
  }

  #phase(
    block: number,
    phase: PhaseName,
    call: string | undefined,
    expected: PhaseRecord,
    run: () => PhaseAnswer | Unsupported,
  ): ReplayedPhase {
    const place = { block, phase, call }
    if (this.#stopped !== undefined) {
      return { ...place, verdict: { kind: "unsupported", reason: this.#stopped }, record: undefined }
    }
    this.state.forgetHistory()
    const answer = carriedOut(run)
    if ("unsupported" in answer) return { ...place, ...this.#unsupported(answer.unsupported, expected.diff) }
    const record: PhaseRecord = {
      result: inRecordedNames(answer.result),
      events: recordedEvents(answer.events),
      diff: Object.fromEntries([...answer.changes].filter(([key]) => isRecorded(this.#fork.runtime.storage, key))),
    }
    const verdict = this.#verdict(expected, record)
    if (this.#resync && verdict.kind === "diverged") this.#adopt(expected.diff)
    return { ...place, verdict, record }
  }

  #verdict(expected: PhaseRecord, record: PhaseRecord): PhaseVerdict {
    if (!this.#answered) return { kind: "unanswered" }
    const differences = compare(expected, record)
    return differences.length === 0 ? { kind: "matched" } : { kind: "diverged", differences }
  }

  #unsupported(reason: string, recorded: Diff): { verdict: PhaseVerdict; record: undefined } {
    if (this.#resync) this.#adopt(recorded)
    else this.#stopped = `after ${reason}, which the model does not have`
    return { verdict: { kind: "unsupported", reason: `the model does not have ${reason}` }, record: undefined }
  }

  /** Undoes what the model made of the phase and puts what the recording says in its place. */
  #adopt(recorded: Diff): void {
    this.state.rollback(0)
    for (const [key, value] of Object.entries<Hex | null>(recorded)) this.state.writeRaw(key, value ?? undefined)
  }
}

/** A defect of the model ends the phase, as a result that no chain gives, and not the replay. */
function carriedOut(run: () => PhaseAnswer | Unsupported): PhaseAnswer | Unsupported {
  try {
    return run()
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    return { result: { error: `the model failed: ${reason}` }, events: [], changes: new Map() }
  }
}
