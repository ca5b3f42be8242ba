import type { Fork } from "../../reference/forks/fork.js"
import type { BlockRequest, Step, StepAnswer } from "../../reference/interface/modelSession.js"
import { changesFromJson, storageJson } from "../../reference/interface/stateJson.js"
import { isJsonObject, type Json, type JsonObject, ValueError } from "../../reference/interface/valueType.js"
import { eventBytes } from "../../reference/state/event.js"
import { fromHex, type Hex } from "../../reference/state/scaleTypes.js"
import { State } from "../../reference/state/state.js"
import type { Implementation, Outcome } from "../transports/implementation.js"
import { compare, type PhaseName, type PhaseRecord } from "./phases.js"
import { isRecorded } from "./recordedScope.js"
import type { Diff, RecordedBlock, RecordedEvent, RecordedStep, Recording } from "./recording.js"
import { NOTHING, type PhaseVerdict, type ReplayedPhase } from "./replayRecording.js"
import { completeState } from "./unrecordedState.js"

interface RecordedPhase {
  readonly phase: PhaseName
  readonly call: string | undefined
  readonly expected: PhaseRecord
  readonly step: Step
}

/**
 * Runs a recording on an implementation, block by block, showing it nothing of what the recording says came of it. With
 * `resync`, a block that differs is followed by the recorded state, loaded anew.
 */
export class ImplementationReplay {
  readonly #implementation: Implementation
  readonly #fork: Fork
  readonly #recording: Recording
  readonly #resync: boolean
  readonly #state: Map<string, Hex>
  #stopped: string | undefined

  constructor(implementation: Implementation, fork: Fork, recording: Recording, resync: boolean) {
    this.#implementation = implementation
    this.#fork = fork
    this.#recording = recording
    this.#resync = resync
    this.#state = startOf(fork, recording)
  }

  async *run(): AsyncGenerator<ReplayedPhase> {
    this.#stopped = reasonOf(await this.#load())
    for (const block of this.#recording.blocks) {
      const phases = this.#phasesOf(block)
      const verdicts = await this.#verdicts(block, phases)
      for (const [index, { phase, call }] of phases.entries()) {
        const verdict = verdicts[index] ?? { kind: "unsupported", reason: "no answer came for the phase" }
        yield { block: block.block, phase, call, verdict, record: undefined }
      }
      for (const { expected } of phases) this.#follow(expected.diff)
      if (this.#resync && verdicts.some(({ kind }) => kind !== "matched")) this.#stopped = reasonOf(await this.#load())
    }
  }

  #load(): Promise<Outcome<null>> {
    const declared = [...this.#state].filter(([key]) => isDeclared(this.#fork, key))
    const state = storageJson(this.#fork.runtime.storage, declared)
    return this.#implementation.request("load", { fork: this.#fork.name, state })
  }

  #follow(diff: Diff): void {
    for (const [key, value] of Object.entries<Hex | null>(diff)) {
      if (value === null) this.#state.delete(key)
      else this.#state.set(key, value)
    }
  }

  #phasesOf({ initialize, steps, finalize }: RecordedBlock): readonly RecordedPhase[] {
    const begin: RecordedPhase = {
      phase: "initialize",
      call: undefined,
      expected: { ...NOTHING, ...initialize },
      step: { initialize: true },
    }
    const end: RecordedPhase = {
      phase: "finalize",
      call: undefined,
      expected: { ...NOTHING, ...finalize },
      step: { finalize: true },
    }
    return [
      begin,
      ...steps.map((step, index) => phaseOfStep(this.#fork, step, index)),
      ...(finalize === undefined ? [] : [end]),
    ]
  }

  async #verdicts(block: RecordedBlock, phases: readonly RecordedPhase[]): Promise<readonly PhaseVerdict[]> {
    if (this.#stopped !== undefined) return phases.map(() => ({ kind: "unsupported", reason: String(this.#stopped) }))
    const outcome = await this.#implementation.request("step", this.#request(block, phases))
    const reason = reasonOf(outcome)
    if (outcome.kind !== "answered") {
      if (!this.#resync) this.#stopped = `after block ${block.block}, which it did not carry out: ${reason}`
      return phases.map(() => ({ kind: "unsupported", reason: String(reason) }))
    }
    return phases.map(({ expected }, index) => this.#verdict(expected, outcome.result.steps[index]))
  }

  #request(block: RecordedBlock, phases: readonly RecordedPhase[]): BlockRequest {
    return {
      blockNumber: String(block.block),
      parentHash: block.parentHash,
      blockAuthor: this.#recording.header.blockAuthor,
      steps: phases.map(({ step }) => step),
    }
  }

  #verdict(expected: PhaseRecord, answer: StepAnswer | undefined): PhaseVerdict {
    if (answer === undefined) return { kind: "unsupported", reason: "it answered fewer steps than the block has" }
    const differences = compare(declaredOnly(this.#fork, expected), this.#recordOf(answer))
    return differences.length === 0 ? { kind: "matched" } : { kind: "diverged", differences }
  }

  #recordOf({ result, events: deposited, changes }: StepAnswer): PhaseRecord {
    return {
      result: "error" in result ? { error: result.error } : "ok",
      events: deposited.map((event) => recordedEvent(this.#fork, event)),
      diff: Object.fromEntries(recordedOnly(this.#fork, changesFromJson(this.#fork.runtime.storage, changes))),
    }
  }
}

const PREFIX_LENGTH = 66

/** Storage that no item declares has no JSON form: an implementation neither gets nor gives it. */
function declaredOnly(fork: Fork, record: PhaseRecord): PhaseRecord {
  const entries = Object.entries<Hex | null>(record.diff)
  return { ...record, diff: Object.fromEntries(entries.filter(([key]) => isDeclared(fork, key))) }
}

function isDeclared({ runtime }: Fork, key: string): boolean {
  return runtime.storage.items.has(key.slice(0, PREFIX_LENGTH))
}

/** A recording does not hold all storage: what it leaves out is not compared. */
function recordedOnly<Value>(
  { runtime }: Fork,
  changes: Iterable<readonly [Hex, Value]>,
): readonly (readonly [Hex, Value])[] {
  return [...changes].filter(([key]) => isRecorded(runtime.storage, key))
}

/** The state that a recording begins with, and what must have been there beside it. */
function startOf(fork: Fork, recording: Recording): Map<string, Hex> {
  const state = State.fromRaw(fork.runtime.storage, Object.entries(recording.state))
  completeState(fork.name, state)
  return new Map(state.toRaw())
}

function phaseOfStep({ runtime }: Fork, recorded: RecordedStep, index: number): RecordedPhase {
  const call = runtime.runtimeCall.decode(fromHex(recorded.call))
  const { pallet, name } = call.declaration
  const origin: Json = recorded.origin === "root" ? "root" : { signed: recorded.origin.signed }
  return {
    phase: index,
    call: `${pallet}.${name}`,
    expected: { ...NOTHING, ...recorded },
    step: { origin, call: runtime.runtimeCall.toJson(call) },
  }
}

/** An event as recordings have it, from its JSON form. Throws a ValueError for one that the fork does not have. */
function recordedEvent({ runtime }: Fork, json: Json): RecordedEvent {
  const entry: JsonObject = isJsonObject(json) ? json : {}
  const [name = "", value = null] = Object.entries(entry)[0] ?? []
  const declaration = runtime.events.get(name)
  if (declaration === undefined) throw new ValueError("events", `the fork has no event ${name}`)
  const bytes = eventBytes({ declaration, fields: declaration.fields.fromJson(value, name) })
  return { pallet: declaration.pallet, name: declaration.name, bytes }
}

/** Why a request was not answered; undefined when it was. */
function reasonOf(outcome: Outcome<unknown>): string | undefined {
  if (outcome.kind === "answered") return undefined
  return outcome.kind === "unsupported" ? outcome.reason : outcome.problem
}
