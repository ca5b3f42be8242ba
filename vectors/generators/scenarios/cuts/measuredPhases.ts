import { ClauseIndex, readChapters } from "../../../../harness/clauses/readClauses.js"
import type { Recording } from "../../../../harness/replay/recording.js"
import { balancer } from "../../../../reference/forks/balancer.js"
import { Block } from "../../../../reference/interface/phase.js"
import { ROOT_ORIGIN, signedBy } from "../../../../reference/state/origin.js"
import { runtimeCall } from "../../../../reference/state/runtimeCall.js"
import { fromHex } from "../../../../reference/state/scaleTypes.js"
import { startOf } from "../../captured.js"
import type { FunctionMeter, RanFunctions } from "../../confirmation/functionMeter.js"
import { callOf, outcomeOf, type RecordedPhase } from "./outcomes.js"

/** A phase and the clauses whose functions it ran. */
export interface MeasuredPhase extends RecordedPhase {
  /** Undefined for the block step. */
  readonly call?: string
  readonly isAccepted: boolean
  /** Those that name the call. */
  readonly clausesOfCall: readonly string[]
  /** Those whose functions ran, numbers left out: every rule has some. */
  readonly clausesRun: readonly string[]
}

const chapters = readChapters()
const clauseIndex = new ClauseIndex(chapters)
const rules = chapters.filter(({ chapter }) => chapter !== "numbers").flatMap(({ clauses }) => clauses)

function clausesOf(ran: RanFunctions): readonly string[] {
  return rules.filter(({ functions }) => functions?.some((name) => ran.has(name))).map(({ id }) => id)
}

/** Runs a recording on the model and measures its block steps and the wanted ones of its calls. */
export function* measuredPhases(
  recording: Recording,
  meter: FunctionMeter,
  isWanted: (place: RecordedPhase) => boolean,
): Generator<MeasuredPhase> {
  const state = startOf(recording)
  const { name, blockAuthor } = recording.header
  for (const [block, { block: number, parentHash, steps }] of recording.blocks.entries()) {
    state.forgetHistory()
    const running = new Block(balancer, state, { number: BigInt(number), parentHash, author: blockAuthor })
    meter.ranSince()
    running.initialize()
    const place = { recording: name, block, phase: "initialize" } as const
    yield { ...place, isAccepted: true, clausesOfCall: [], clausesRun: clausesOf(meter.ranSince()) }
    for (const [phase, step] of steps.entries()) {
      const origin = step.origin === "root" ? ROOT_ORIGIN : signedBy(step.origin.signed)
      const decoded = runtimeCall.decode(fromHex(step.call))
      const asked = { recording: name, block, phase }
      const measures = isWanted(asked)
      if (measures) meter.ranSince()
      running.step(origin, decoded)
      if (!measures) continue
      const call = callOf(step)
      const clausesRun = clausesOf(meter.ranSince())
      const clausesOfCall = clauseIndex.ofCall(call)
      yield { ...asked, call, isAccepted: outcomeOf(step) === "ok", clausesOfCall, clausesRun }
    }
  }
}
