import { FunctionMeter } from "../../confirmation/functionMeter.js"
import type { MeasuredPhase } from "./choosePhases.js"

// Chooses the phases of the recordings that become vectors because a call is accepted for the first time, or a block step
// runs a clause for the first time, and writes down which and what they show; for the forks that are named, or for all.
// What is refused is no vector: nothing accepted stands beside it that differs in one input, as scenarios have it.
const meter = new FunctionMeter()
// Loaded only now, so that the meter sees all of the model.
const { choosePhases } = await import("./choosePhases.js")
const { chosenForOtherForks, writeChosenPhases } = await import("./chosenPhases.js")
const { ClausesOfFork } = await import("./clausesRun.js")
const { firstAccepted, keyOf } = await import("./outcomes.js")
const { forksToChooseFor, recordingsToChooseFrom, replayedPhases } = await import("./replayedPhases.js")
meter.modelIsLoaded()

const forks = forksToChooseFor(process.argv.slice(2))
const chosen = forks.flatMap((fork) => choosePhases(measuredPhases(fork)))
meter.finish()
writeChosenPhases([...chosenForOtherForks(forks), ...chosen])

function measuredPhases(fork: string): readonly MeasuredPhase[] {
  const clauses = new ClausesOfFork(fork)
  const recordings = recordingsToChooseFrom(fork)
  const wanted = new Set(firstAccepted(recordings).map(keyOf))
  const measured: MeasuredPhase[] = []
  for (const recording of recordings) {
    process.stderr.write(`${fork} ${recording.header.name}\n`)
    for (const phase of replayedPhases(recording)) {
      meter.ranSince()
      phase.run()
      if (phase.call !== undefined && !wanted.has(keyOf(phase))) continue
      const ofCall = phase.call === undefined ? [] : clauses.ofCall(phase.call)
      measured.push({ phase, ofCall, run: clauses.thatRan(meter.ranSince()) })
    }
  }
  return measured
}
